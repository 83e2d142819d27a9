// SPDX-License-Identifier: Apache-2.0
import { useFacets } from '../../api/exposures.ts';
import { field } from '../../api/filter.ts';
import { resourceType } from '../../parts/format.ts';
import { SearchInput } from '../../parts/SearchInput.tsx';
import { ValueSelect } from '../../parts/ValueSelect.tsx';
import { strings } from '../../strings.ts';

const MOST_VALUES = 100;

interface ResourceFiltersProps {
  search: { q: string; type: string; account: string };
  onChange: (
    changes: { q?: string; type?: string; account?: string },
    how?: { replace: boolean },
  ) => void;
}

/** Which resources, by words, type and account. */
export function ResourceFilters({ search, onChange }: ResourceFiltersProps) {
  const facets = useFacets({}, [field.resourceType, field.account], MOST_VALUES).data?.facets;
  const valuesOf = (name: string) =>
    (facets?.[name]?.values ?? []).map(({ value }) => value).sort();
  return (
    <div className="bw-resource-filters">
      <div className="bw-resource-search">
        <SearchInput
          label={strings.resources.searchLabel}
          hint={strings.resources.searchHint}
          value={search.q}
          onSearch={(q) => onChange({ q }, { replace: true })}
        />
      </div>
      <div className="bw-resource-choice">
        <ValueSelect
          label={strings.resources.type}
          all={strings.resources.allTypes}
          values={valuesOf(field.resourceType)}
          chosen={search.type}
          text={resourceType}
          onChoose={(type) => onChange({ type })}
        />
      </div>
      <div className="bw-resource-choice">
        <ValueSelect
          label={strings.resources.account}
          all={strings.resources.allAccounts}
          values={valuesOf(field.account)}
          chosen={search.account}
          onChoose={(account) => onChange({ account })}
        />
      </div>
    </div>
  );
}

// SPDX-License-Identifier: Apache-2.0
import Button from '@cloudscape-design/components/button';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useEffect, useState } from 'react';
import { type Selection, useFacets } from '../../api/exposures.ts';
import { field, type Filter } from '../../api/filter.ts';
import { exposureSeverities } from '../../api/severity.ts';
import { Failure } from '../../parts/Failure.tsx';
import { FacetList } from '../../parts/FacetList.tsx';
import { strings } from '../../strings.ts';
import { chosenValues, withChosenValues } from './chosen-values.ts';
import { fieldLabel, valueLabel } from './field-label.ts';

const FIELDS = [
  field.severity,
  field.category,
  field.account,
  field.resourceType,
  field.region,
  field.status,
  field.source,
  field.owner,
] as const;

const MOST_VALUES = 20;
const WIDE = matchMedia('(min-width: 1100px)');

interface QuickFiltersProps {
  selection: Selection;
  /** Something else needs the room. */
  folded: boolean;
  onChange: (filter: Filter | undefined) => void;
}

/** The values that the exposures have, each with how many have it, to choose from. */
export function QuickFilters({ selection, folded, onChange }: QuickFiltersProps) {
  const { filter } = selection;
  const { data, error, again } = useFacets(selection, FIELDS, MOST_VALUES);
  const [open, setOpen] = useState(WIDE.matches);
  useEffect(() => setOpen(WIDE.matches && !folded), [folded]);
  const cleared = FIELDS.reduce<Filter | undefined>(
    (left, name) => withChosenValues(left, name, []),
    filter,
  );
  const any = FIELDS.some((name) => chosenValues(filter, name).length > 0);
  return (
    <ExpandableSection
      variant="container"
      headerText={strings.exposures.quickFilters}
      headerActions={
        any && (
          <Button variant="inline-link" onClick={() => onChange(cleared)}>
            {strings.exposures.clearQuick}
          </Button>
        )
      }
      expanded={open}
      onChange={({ detail }) => setOpen(detail.expanded)}
    >
      {error && !data && <Failure error={error} again={again} />}
      <SpaceBetween size="m">
        {FIELDS.map((name) => (
          <FacetList
            key={name}
            title={fieldLabel(name)}
            values={ordered(name, data?.facets[name]?.values ?? [])}
            more={data?.facets[name]?.more}
            chosen={chosenValues(filter, name)}
            label={(value) => valueLabel(name, value)}
            onChange={(values) => onChange(withChosenValues(filter, name, values))}
          />
        ))}
      </SpaceBetween>
    </ExpandableSection>
  );
}

/** Severities stay in their order, so that they do not jump about; else the most frequent is first. */
function ordered(name: string, values: { value: string; exposures: number }[]) {
  const counted = values.map(({ value, exposures }) => ({ value, count: exposures }));
  if (name !== field.severity) return counted;
  return exposureSeverities.flatMap((severity) => counted.filter((v) => v.value === severity));
}

// SPDX-License-Identifier: Apache-2.0
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { TraitRule } from '../../api/rules.ts';
import { usePanel } from '../../app/slots.ts';
import { useAddress } from '../../app/use-address.ts';
import { Empty } from '../../parts/Empty.tsx';
import { SearchInput } from '../../parts/SearchInput.tsx';
import { strings } from '../../strings.ts';
import { TraitFilters } from './TraitFilters.tsx';
import { TraitList } from './TraitList.tsx';
import { TraitPanel } from './TraitPanel.tsx';
import { chosenIn, facets, isAnythingChosen, traitKey, traitsLike } from './traits.ts';
import { TypeOverview } from './TypeOverview.tsx';

/** All traits of the catalogue, to be searched, narrowed down and read. */
export function TraitBrowser({ traits }: { traits: readonly TraitRule[] }) {
  const [values, change] = useAddress();
  const chosen = chosenIn(values);
  const words = values.get('q') ?? '';
  const shown = traits.find((trait) => traitKey(trait) === values.get('show'));
  usePanel(
    shown
      ? {
          title: strings.rules.trait,
          content: <TraitPanel key={traitKey(shown)} trait={shown} traits={traits} />,
          onClose: () => change({ show: undefined }),
        }
      : null,
  );
  return (
    <div className="bw-rules">
      <aside aria-label={strings.rules.filters}>
        <SpaceBetween size="m">
          <SearchInput
            label={strings.rules.searchLabel}
            hint={strings.rules.searchHint}
            value={words}
            onSearch={(q) => change({ q }, { replace: true })}
          />
          <TraitFilters
            traits={traits}
            chosen={chosen}
            words={words}
            folded={shown !== undefined}
          />
        </SpaceBetween>
      </aside>
      {isAnythingChosen(chosen, words) ? (
        <Found traits={traitsLike(traits, chosen, words)} />
      ) : (
        <TypeOverview traits={traits} onChoose={(resourceType) => change({ resourceType })} />
      )}
    </div>
  );
}

function Found({ traits }: { traits: TraitRule[] }) {
  const [values, change] = useAddress();
  const nothing = Object.fromEntries(facets.map((facet) => [facet, undefined]));
  const clear = (
    <Button onClick={() => change({ ...nothing, q: undefined })}>{strings.rules.clear}</Button>
  );
  if (traits.length === 0) {
    return (
      <Empty title={strings.rules.noneFound} hint={strings.rules.noneFoundHint} action={clear} />
    );
  }
  return (
    <div className="bw-rule-list">
      <div className="bw-rules-found">
        <span role="status">{strings.rules.found(traits.length)}</span>
        {clear}
      </div>
      <TraitList
        traits={traits}
        shown={values.get('show')}
        onShow={(show) => change({ show }, { replace: values.has('show') })}
      />
    </div>
  );
}

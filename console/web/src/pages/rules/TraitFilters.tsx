// SPDX-License-Identifier: Apache-2.0
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useEffect, useState } from 'react';
import type { TraitRule } from '../../api/rules.ts';
import { useAddress } from '../../app/use-address.ts';
import { FacetList } from '../../parts/FacetList.tsx';
import { strings } from '../../strings.ts';
import { facetLabel } from './labels.ts';
import { type Chosen, counts, facets, inAddress, traitsLike } from './traits.ts';

const WIDE = matchMedia('(min-width: 1100px)');

interface TraitFiltersProps {
  traits: readonly TraitRule[];
  chosen: Chosen;
  words: string;
  /** Something else needs the room. */
  folded: boolean;
}

/** What traits can be chosen by, each value with how many there are. */
export function TraitFilters({ traits, chosen, words, folded }: TraitFiltersProps) {
  const [, change] = useAddress();
  const [open, setOpen] = useState(WIDE.matches);
  useEffect(() => setOpen(WIDE.matches && !folded), [folded]);
  return (
    <ExpandableSection
      variant="container"
      headerText={strings.rules.filters}
      expanded={open}
      onChange={({ detail }) => setOpen(detail.expanded)}
    >
      <SpaceBetween size="m">
        {facets.map((facet) => (
          <FacetList
            key={facet}
            title={strings.rules.facets[facet]}
            values={counts(traitsLike(traits, chosen, words, facet), facet)}
            chosen={chosen[facet]}
            label={facetLabel(facet)}
            onChange={(some) => change({ [facet]: inAddress(some) })}
          />
        ))}
      </SpaceBetween>
    </ExpandableSection>
  );
}

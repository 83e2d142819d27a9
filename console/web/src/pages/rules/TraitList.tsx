// SPDX-License-Identifier: Apache-2.0
import type { TraitRule } from '../../api/rules.ts';
import { resourceType } from '../../parts/format.ts';
import { strings } from '../../strings.ts';
import { RoleBadge } from './RoleBadge.tsx';
import { grouped, traitKey } from './traits.ts';

interface TraitListProps {
  traits: readonly TraitRule[];
  shown: string | null;
  onShow: (key: string) => void;
}

/** Traits by type of resource and category, each to be opened beside the list. */
export function TraitList({ traits, shown, onShow }: TraitListProps) {
  return (
    <>
      {grouped(traits, 'resourceType').map(({ value: type, traits: ofType }) => (
        <section key={type} className="bw-rule-of-type" aria-label={resourceType(type)}>
          <h2 className="bw-rules-heading">
            {resourceType(type)}{' '}
            <span className="bw-quiet">{strings.rules.traits(ofType.length)}</span>
          </h2>
          {grouped(ofType, 'category').map(({ value: category, traits: some }) => (
            <div key={category} className="bw-rule-category">
              <h3>{category}</h3>
              <ul>
                {some.map((trait) => (
                  <li key={trait.uid}>
                    <button
                      type="button"
                      aria-pressed={traitKey(trait) === shown}
                      onClick={() => onShow(traitKey(trait))}
                    >
                      <span>{trait.title}</span>
                      <RoleBadge role={trait.role} />
                    </button>
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </section>
      ))}
    </>
  );
}

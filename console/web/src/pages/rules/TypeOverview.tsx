// SPDX-License-Identifier: Apache-2.0
import type { TraitRule } from '../../api/rules.ts';
import { resourceType } from '../../parts/format.ts';
import { strings } from '../../strings.ts';
import { counts, grouped } from './traits.ts';

interface TypeOverviewProps {
  traits: readonly TraitRule[];
  onChoose: (resourceType: string) => void;
}

/** Each type of resource with how much is looked for of each category. */
export function TypeOverview({ traits, onChoose }: TypeOverviewProps) {
  const types = grouped(traits, 'resourceType').map(({ value, traits: ofType }) => ({
    type: value,
    size: ofType.length,
    categories: counts(ofType, 'category'),
  }));
  const most = Math.max(...types.flatMap(({ categories }) => categories.map(({ count }) => count)));
  return (
    <section aria-labelledby="rules-overview">
      <h2 id="rules-overview" className="bw-rules-heading">
        {strings.rules.overview}
      </h2>
      <p className="bw-quiet">{strings.rules.overviewHint}</p>
      <ul className="bw-rule-types">
        {types.map(({ type, size, categories }) => (
          <li key={type}>
            <button type="button" onClick={() => onChoose(type)}>
              <span className="bw-rule-type-name">{resourceType(type)}</span>
              <span className="bw-quiet">{strings.rules.traits(size)}</span>
              {categories.map(({ value, count }) => (
                <span key={value} className="bw-rule-type-category">
                  <span>{value}</span>
                  <span className="bw-rule-type-bar">
                    <span style={{ inlineSize: `${(count / most) * 100}%` }} />
                  </span>
                  <span className="bw-numbers">{count}</span>
                </span>
              ))}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

// SPDX-License-Identifier: Apache-2.0
import type { TraitRule } from '../../api/rules.ts';
import { strings } from '../../strings.ts';
import { levelLabel } from './labels.ts';

const LEVELS = ['low', 'moderate', 'high', 'very-high'];
const IMPACT_LEVELS = ['low', 'medium', 'high'];

/** What a trait says of the likelihood, factor by factor, and of the impact. */
export function Weight({ trait }: { trait: TraitRule }) {
  const { factors, factorHints, impact, impactNames } = strings.rules;
  return (
    <section>
      <h4 className="bw-rule-part">{strings.rules.weighs}</h4>
      <dl className="bw-rule-pairs">
        {Object.entries(factors).map(([id, name]) => (
          <div key={id} title={factorHints[id]}>
            <dt>{name}</dt>
            <dd>
              <Level level={trait.factors[id]} of={LEVELS} />
            </dd>
          </div>
        ))}
        {Object.entries(trait.impacts).map(([id, level]) => (
          <div key={id}>
            <dt>{impact(impactNames[id] ?? id)}</dt>
            <dd>
              <Level level={level} of={IMPACT_LEVELS} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Level({ level, of }: { level: string | undefined; of: readonly string[] }) {
  if (level === undefined) return <span className="bw-quiet">{strings.rules.saysNothing}</span>;
  const reached = of.indexOf(level);
  return (
    <>
      {reached >= 0 && (
        <span className="bw-rule-level" aria-hidden="true">
          {of.map((one, i) => (
            <span key={one} className={i <= reached ? 'bw-rule-level-on' : ''} />
          ))}
        </span>
      )}
      {levelLabel(level)}
    </>
  );
}

// SPDX-License-Identifier: Apache-2.0
import Box from '@cloudscape-design/components/box';
import type { FindingTrait } from '../../api/finding.ts';
import { strings } from '../../strings.ts';
import { contextualOf, contributingOf } from './traits.ts';

/** The names of traits, contributing and contextual ones apart. */
export function TraitNames({ traits }: { traits: readonly FindingTrait[] }) {
  return (
    <>
      <Names title={strings.exposure.contributing} traits={contributingOf(traits)} />
      <Names title={strings.exposure.contextual} traits={contextualOf(traits)} />
    </>
  );
}

function Names({ title, traits }: { title: string; traits: FindingTrait[] }) {
  if (traits.length === 0) return null;
  return (
    <section>
      <Box variant="h3">{title}</Box>
      <ul className="bw-traits">
        {traits.map(({ uid, name, category }) => (
          <li key={uid}>
            <span className="bw-trait-category">{category}</span> {name}
          </li>
        ))}
      </ul>
    </section>
  );
}

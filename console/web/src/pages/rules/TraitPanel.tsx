// SPDX-License-Identifier: Apache-2.0
import Badge from '@cloudscape-design/components/badge';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import Link from '@cloudscape-design/components/link';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { equals, field } from '../../api/filter.ts';
import type { TraitRule } from '../../api/rules.ts';
import { paths } from '../../app/paths.ts';
import { useAddress } from '../../app/use-address.ts';
import { Copyable } from '../../parts/Copyable.tsx';
import { duration, resourceType } from '../../parts/format.ts';
import { secondsOf } from '../../parts/iso-duration.ts';
import { OutsideLink } from '../../parts/OutsideLink.tsx';
import { strings } from '../../strings.ts';
import { RoleBadge } from './RoleBadge.tsx';
import { othersOf, traitKey } from './traits.ts';
import { Weight } from './Weight.tsx';

const { rules } = strings;

interface TraitPanelProps {
  trait: TraitRule;
  traits: readonly TraitRule[];
}

/** One trait: what it is, how it weighs, and what to do about it. */
export function TraitPanel({ trait, traits }: TraitPanelProps) {
  const weighs = trait.role === 'weakness' || trait.role === 'amplifier';
  return (
    <SpaceBetween size="l">
      <div>
        <h3 className="bw-rule-heading">{trait.title}</h3>
        <SpaceBetween direction="horizontal" size="xs">
          <Badge>{resourceType(trait.resourceType)}</Badge>
          <Badge>{trait.category}</Badge>
          <RoleBadge role={trait.role} />
        </SpaceBetween>
        <p className="bw-quiet">{rules.roleHints[trait.role]}</p>
      </div>
      <WhatToDo trait={trait} />
      {weighs && <Weight trait={trait} />}
      <KeyValuePairs
        columns={1}
        items={[
          { label: rules.id, value: <Copyable text={trait.uid} /> },
          { label: rules.facets.origin, value: rules.origins[trait.origin] ?? trait.origin },
          { label: rules.window, value: windowOf(trait) },
          { label: rules.indicators, value: trait.indicators.join(', ') || '–' },
        ]}
      />
      <OtherTypes others={othersOf(traits, trait)} />
      {trait.role !== 'premise' && (
        <Link href={paths.exposures({ filter: equals(field.trait, trait.uid) })}>
          {rules.openExposures}
        </Link>
      )}
    </SpaceBetween>
  );
}

function WhatToDo({ trait: { remediation } }: { trait: TraitRule }) {
  if (remediation.text === '') return null;
  return (
    <section>
      <h4 className="bw-rule-part">{rules.remediation}</h4>
      <p>{remediation.text}</p>
      {remediation.url !== '' && (
        <OutsideLink href={remediation.url}>{rules.documentation}</OutsideLink>
      )}
    </section>
  );
}

function windowOf({ window }: TraitRule): string {
  if (window === null) return rules.windowOfSource;
  const seconds = secondsOf(window);
  return seconds === undefined ? window : duration(seconds);
}

function OtherTypes({ others }: { others: TraitRule[] }) {
  const [, change] = useAddress();
  if (others.length === 0) return null;
  return (
    <section>
      <h4 className="bw-rule-part">{rules.alsoOf}</h4>
      <SpaceBetween direction="horizontal" size="s">
        {others.map((other) => (
          <Link key={other.resourceType} onFollow={() => change({ show: traitKey(other) })}>
            {resourceType(other.resourceType)}
          </Link>
        ))}
      </SpaceBetween>
    </section>
  );
}

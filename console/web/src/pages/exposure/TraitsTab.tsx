// SPDX-License-Identifier: Apache-2.0
import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import type { ExposureFinding, FindingTrait, RelatedEvent } from '../../api/finding.ts';
import { Choice } from '../../parts/Choice.tsx';
import { strings } from '../../strings.ts';
import { SignalTable } from './SignalTable.tsx';
import { SuppressedFindings } from './SuppressedFindings.tsx';
import { byCategory, contextualOf, contributingOf, givenBy } from './traits.ts';
import { VulnerabilityTable } from './VulnerabilityTable.tsx';

const words = strings.exposure;

export function TraitsTab({ finding }: { finding: ExposureFinding }) {
  const [by, setBy] = useState<keyof typeof words.traitsByOptions>('type');
  const { traits = [], related_events: events = [] } = finding.finding_info;
  return (
    <SpaceBetween size="l">
      <Choice label={words.traitsBy} options={words.traitsByOptions} chosen={by} onChoose={setBy} />
      {by === 'type' ? (
        <SpaceBetween size="l">
          <Traits
            title={words.contributing}
            hint={words.contributingHint}
            traits={contributingOf(traits)}
            events={events}
          />
          <Traits
            title={words.contextual}
            hint={words.contextualHint}
            traits={contextualOf(traits)}
            events={events}
          />
        </SpaceBetween>
      ) : (
        <SignalTable events={events} leftOut={finding.unmapped.left_out?.related_events ?? 0} />
      )}
      <VulnerabilityTable
        vulnerabilities={finding.vulnerabilities ?? []}
        leftOut={finding.unmapped.left_out?.vulnerabilities ?? 0}
      />
      <SuppressedFindings findings={finding.unmapped.suppressed ?? []} />
    </SpaceBetween>
  );
}

interface TraitsProps {
  title: string;
  hint: string;
  traits: FindingTrait[];
  events: RelatedEvent[];
}

function Traits({ title, hint, traits, events }: TraitsProps) {
  return (
    <Container
      header={
        <Header variant="h2" counter={`(${traits.length})`} description={hint}>
          {title}
        </Header>
      }
    >
      {traits.length === 0 && <Box color="text-body-secondary">{words.noTraits}</Box>}
      <SpaceBetween size="m">
        {byCategory(traits).map(([category, within]) => (
          <section key={category}>
            <Box variant="h3">{category}</Box>
            <ul className="bw-trait-list">
              {within.map((trait) => (
                <Trait key={trait.uid} trait={trait} events={givenBy(trait.uid, events)} />
              ))}
            </ul>
          </section>
        ))}
      </SpaceBetween>
    </Container>
  );
}

function Trait({ trait, events }: { trait: FindingTrait; events: RelatedEvent[] }) {
  return (
    <li>
      {trait.name}
      <div className="bw-chips">
        {trait.values.map((value) => (
          <span key={value} className="bw-chip">
            {value}
          </span>
        ))}
      </div>
      {events.length > 0 && (
        <div className="bw-quiet">
          {words.givenBy}:{' '}
          {events.map(({ product, title, uid }) => `${product.name}: ${title ?? uid}`).join('; ')}
        </div>
      )}
    </li>
  );
}

// SPDX-License-Identifier: Apache-2.0
import Box from '@cloudscape-design/components/box';
import type { ExposureFinding } from '../../api/finding.ts';
import { strings } from '../../strings.ts';
import { SeverityAfter } from './SeverityAfter.tsx';

/** The first of the steps, which lowers the severity most. */
export function WhatHelpsMost({ finding }: { finding: ExposureFinding }) {
  const step = finding.unmapped.remediation_steps?.[0];
  if (!step) return null;
  return (
    <section>
      <Box variant="h3">{strings.exposures.whatToDo}</Box>
      <Box variant="p">{step.desc}</Box>
      <SeverityAfter severity={step.severity_after} />
    </section>
  );
}

// SPDX-License-Identifier: Apache-2.0
import { fields, list, text, texts, type Fields } from './fields.ts';
import type { ChokePoint, Trait } from './model.ts';

const SEVERITIES = ['None', 'Informational', 'Low', 'Medium', 'High', 'Critical'];

interface Candidate {
  trait: string;
  origin: Fields;
  severityAfter: number;
  step: number;
}

/**
 * The resource and trait that leave the least severity once the trait ends there and nowhere else;
 * of several, the one that the finding tells to mend first. None where no single end helps.
 */
export function chokePointOf(finding: unknown, traits: Map<string, Trait>): ChokePoint | undefined {
  const unmapped = fields(fields(finding)['unmapped']);
  const steps = list(unmapped['remediation_steps']);
  const stepOf = (trait: string) => {
    const at = steps.findIndex((step) => text(step['trait']) === trait);
    return at < 0 ? steps.length : at;
  };
  const now = rank(fields(finding)['severity']);

  const best = list(unmapped['choke_points'])
    .flatMap((point) => {
      const trait = text(point['trait']);
      return list(point['origins']).map(
        (origin): Candidate => ({
          trait,
          origin,
          severityAfter: rank(origin['severity_after']),
          step: stepOf(trait),
        }),
      );
    })
    .filter((candidate) => candidate.severityAfter < now)
    .sort((one, other) => one.severityAfter - other.severityAfter || one.step - other.step)[0];

  return (
    best && {
      node: text(best.origin['uid']),
      trait: traits.get(best.trait) ?? {
        uid: best.trait,
        name: best.trait,
        category: '',
        contributing: true,
      },
      severityAfter: text(best.origin['severity_after']),
      closes: best.origin['closes'] === true,
      path: texts(best.origin['path']),
      remedy: text(steps[best.step]?.['desc']),
    }
  );
}

/** Of what nobody has heard of, the worst. */
function rank(severity: unknown): number {
  const at = SEVERITIES.indexOf(text(severity));
  return at < 0 ? SEVERITIES.length : at;
}

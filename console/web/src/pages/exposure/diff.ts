// SPDX-License-Identifier: Apache-2.0
// What one revision of an exposure says otherwise than another, in the words of the field.
import type { ExposureFinding } from '../../api/finding.ts';
import {
  type Difference,
  type Moved,
  type Named,
  real,
  sets,
  value,
} from '../../parts/history/difference.ts';
import { strings } from '../../strings.ts';

const { nowContextual, nowContributing, unknown, changes: names } = strings.exposure;

export type Aspect = keyof typeof names;

/** What is different in `after`, by what it is about; nothing when both say the same. */
export function differences(before: ExposureFinding, after: ExposureFinding): Difference<Aspect>[] {
  const both = <T>(of: (finding: ExposureFinding) => T): [T, T] => [of(before), of(after)];
  const one = (aspect: Aspect, of: (finding: ExposureFinding) => string, why?: string) =>
    value(aspect, names[aspect], both(of), why);
  return real<Aspect>([
    one('severity', ({ severity }) => severity, whySeverity(after)),
    one('status', ({ status }) => status, after.status_detail),
    one('title', ({ finding_info: { title } }) => title),
    one('rule', ({ finding_info: { analytic } }) => analytic.uid),
    one('suppression', suppression),
    one('owner', owner),
    { aspect: 'factors', added: [], removed: [], moved: factors(before, after) },
    { ...sets('traits', both(traits)), moved: roles(before, after) },
    sets('findings', both(findings)),
    sets('vulnerabilities', both(vulnerabilities)),
    sets('resources', both(resources)),
    sets('path', both(path)),
    sets('tags', both(tags)),
    sets('comments', both(comments)),
  ]);
}

function factors(before: ExposureFinding, after: ExposureFinding): Moved[] {
  const earlier = new Map(factorsOf(before).map((factor) => [factor.id, factor]));
  return factorsOf(after).flatMap(({ id, name, value: to, reason }) => {
    const from = earlier.get(id);
    if (!from || (from.value === to && from.reason === reason)) return [];
    return [{ name, from: from.value, to, why: reason }];
  });
}

function factorsOf({ unmapped: { severity_explained: explained } }: ExposureFinding) {
  return explained ? [...explained.factors, ...explained.impacts] : [];
}

function traits({ finding_info: info }: ExposureFinding): Named {
  return new Map(info.traits?.map(({ uid, name }) => [uid, name]));
}

/** Traits that only were good to know and now contribute, or the other way round. */
function roles(before: ExposureFinding, after: ExposureFinding): Moved[] {
  const earlier = new Map(before.finding_info.traits?.map((trait) => [trait.uid, trait]));
  return (after.finding_info.traits ?? []).flatMap(({ uid, name, type }) => {
    const from = earlier.get(uid)?.type;
    return from === undefined || from === type
      ? []
      : [{ name, from: roleOf(from), to: roleOf(type) }];
  });
}

function roleOf(type: string): string {
  return type === 'Contributing Trait' ? nowContributing : nowContextual;
}

function findings({ finding_info: info }: ExposureFinding): Named {
  return new Map(
    info.related_events?.map(({ uid, product, title }) => [
      uid,
      `${product.name}: ${title ?? uid}`,
    ]),
  );
}

function vulnerabilities({ vulnerabilities: all = [] }: ExposureFinding): Named {
  const ids = all.map(({ cve, advisory, title }) => cve?.uid ?? advisory?.uid ?? title ?? '');
  return new Map(ids.map((id) => [id, id]));
}

function resources({ resources: all }: ExposureFinding): Named {
  return new Map(all.map(({ uid, role }) => [`${uid} ${role}`, `${uid} (${roleName(role)})`]));
}

function roleName(role: string): string {
  return strings.exposure.roles[role] ?? role;
}

function path({ finding_info: { attack_graph: graph } }: ExposureFinding): Named {
  const nodes = new Map(graph?.nodes.map(({ uid, name }) => [uid, name]));
  return new Map(
    graph?.edges.map(({ uid, source, target, relation }) => [
      uid,
      `${nodes.get(source) ?? source} ${relation} ${nodes.get(target) ?? target}`,
    ]),
  );
}

function tags({ resources: [primary] }: ExposureFinding): Named {
  return new Map(
    primary?.tags?.map(({ name, value: text }) => [`${name}=${text}`, `${name}=${text}`]),
  );
}

function comments({ unmapped: { comments: all } }: ExposureFinding): Named {
  return new Map(all?.map(({ action, by, text }) => [action, `${by}: ${text}`]));
}

/** The cell of the matrix, unless somebody decided otherwise. */
function whySeverity({ risk_details: cell, unmapped, severity }: ExposureFinding) {
  const decided = unmapped.severity_decided;
  return decided
    ? `${decided.by}: ${strings.exposure.severityDecided(severity, decided.computed_severity)}`
    : cell;
}

function owner({ resources: [primary] }: ExposureFinding): string {
  return primary?.owner?.name ?? unknown;
}

function suppression({ unmapped: { suppression: by } }: ExposureFinding): string {
  return by ? `${by.reason} (${by.owner}, ${by.expires})` : strings.parts.none;
}

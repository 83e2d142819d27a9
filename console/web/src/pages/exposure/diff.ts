// SPDX-License-Identifier: Apache-2.0
// What one revision of an exposure says otherwise than another, in the words of the field.
import type { ExposureFinding } from '../../api/finding.ts';
import { strings } from '../../strings.ts';

const { nowContextual, nowContributing, unknown, changes: names } = strings.exposure;

export type Aspect = keyof typeof names;

export interface Moved {
  name: string;
  from: string;
  to: string;
  why?: string;
}

export interface Difference {
  aspect: Aspect;
  added: string[];
  removed: string[];
  moved: Moved[];
}

/** What is different in `after`, by what it is about; nothing when both say the same. */
export function differences(before: ExposureFinding, after: ExposureFinding): Difference[] {
  const all: Difference[] = [
    value('severity', before.severity, after.severity, whySeverity(after)),
    value('status', before.status, after.status, after.status_detail),
    value('title', before.finding_info.title, after.finding_info.title),
    value('rule', before.finding_info.analytic.uid, after.finding_info.analytic.uid),
    value('suppression', suppression(before), suppression(after)),
    value('owner', owner(before), owner(after)),
    { aspect: 'factors', added: [], removed: [], moved: factors(before, after) },
    { ...sets('traits', traits(before), traits(after)), moved: roles(before, after) },
    sets('findings', findings(before), findings(after)),
    sets('vulnerabilities', vulnerabilities(before), vulnerabilities(after)),
    sets('resources', resources(before), resources(after)),
    sets('path', path(before), path(after)),
    sets('tags', tags(before), tags(after)),
    sets('comments', comments(before), comments(after)),
  ];
  return all.filter(
    ({ added, removed, moved }) => added.length + removed.length + moved.length > 0,
  );
}

/** From identity to what people read. */
type Named = Map<string, string>;

function sets(aspect: Aspect, before: Named, after: Named): Difference {
  return { aspect, added: missing(after, before), removed: missing(before, after), moved: [] };
}

function missing(from: Named, other: Named): string[] {
  return [...from].filter(([key]) => !other.has(key)).map(([, name]) => name);
}

function value(aspect: Aspect, from: string, to: string, why?: string): Difference {
  const moved = from === to ? [] : [{ name: names[aspect], from, to, why }];
  return { aspect, added: [], removed: [], moved };
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

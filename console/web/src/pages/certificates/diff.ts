// SPDX-License-Identifier: Apache-2.0
// What one revision of an alert says otherwise than another, in the words of its page.
import type { CertificateFinding, CertificateStanding } from '../../api/certificates.ts';
import { exactTime } from '../../parts/format.ts';
import { type Difference, type Named, real, sets, value } from '../../parts/history/difference.ts';
import { strings } from '../../strings.ts';

const { changes: names, closedBecause, levels, shifts: shiftNames } = strings.certificate;
const { no, states, unknownEnd, yes } = strings.certificates;
const { none, unknown } = strings.parts;

export type Aspect = keyof typeof names;

/** What is different in `after`, by what it is about; nothing when both say the same. */
export function differences(
  before: CertificateFinding,
  after: CertificateFinding,
): Difference<Aspect>[] {
  const both = <T>(of: (finding: CertificateFinding) => T): [T, T] => [of(before), of(after)];
  const one = (aspect: Aspect, of: (finding: CertificateFinding) => string, why?: string) =>
    value(aspect, names[aspect], both(of), why);
  const standing = (aspect: Aspect, of: (certificate: CertificateStanding) => string) =>
    one(aspect, ({ unmapped }) => of(unmapped.certificate));
  return real<Aspect>([
    one('severity', ({ severity }) => severity),
    one('status', ({ status }) => status, whyClosed(after)),
    one('title', ({ finding_info: { title } }) => title),
    standing('state', ({ state }) => states[state] ?? state),
    standing('expires', ({ expires_at: at }) => (at ? exactTime(at) : unknownEnd)),
    standing('silent', ({ silent_since: since }) => (since ? exactTime(since) : none)),
    standing('inUse', ({ in_use: used }) => yesOrNo(used)),
    standing('internet', ({ internet }) => yesOrNo(internet)),
    standing('exported', ({ exported }) => yesOrNo(exported)),
    standing('owner', ({ owner }) => owner ?? unknown),
    standing('validation', ({ validation_method: method }) => method ?? unknown),
    standing('renewalStatus', ({ renewal_status: status }) => status ?? none),
    standing('revocation', ({ revocation_reason: reason }) => reason ?? none),
    one('confidence', ({ confidence }) => confidence ?? unknown),
    sets('causes', both(causes)),
    sets('shifts', both(shifts)),
    sets('usedBy', both(usedBy)),
    sets('heard', both(heard)),
    sets('tags', both(tags)),
  ]);
}

function whyClosed({ unmapped: { closed }, status_detail: detail }: CertificateFinding) {
  return closed ? (closedBecause[closed.reason] ?? detail) : detail;
}

function yesOrNo(said: boolean | undefined): string {
  return said === undefined ? unknown : said ? yes : no;
}

function causes({ unmapped: { causes: all = [] } }: CertificateFinding): Named {
  return new Map(all.map(({ id, remedy }) => [id, remedy]));
}

function shifts({ unmapped: { severity_explained: explained } }: CertificateFinding): Named {
  return new Map(
    explained?.shifts.map(({ id, levels: by }) => [
      `${id} ${by}`,
      `${shiftNames[id] ?? id} (${levels(by)})`,
    ]),
  );
}

function usedBy({ unmapped: { used_by: by } }: CertificateFinding): Named {
  return new Map(by.resources.map(({ uid }) => [uid, uid]));
}

function heard({ finding_info: { related_events: events } }: CertificateFinding): Named {
  return new Map(
    events.map(({ uid, title, type, modified_time: time }) => [
      uid,
      `${title ?? type}, ${exactTime(time)}`,
    ]),
  );
}

function tags({ resources: [certificate] }: CertificateFinding): Named {
  const all = certificate?.tags ?? [];
  return new Map(
    all.map(({ name, value: text }) => {
      const said = text === '' ? name : `${name}: ${text}`;
      return [said, said];
    }),
  );
}

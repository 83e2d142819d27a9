// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CertificateRow } from '../../src/api/certificates.ts';
import {
  addMonths,
  byDay,
  dayAfterKey,
  isDay,
  monthsAhead,
  shownAround,
  turned,
  weeksOf,
} from '../../src/pages/certificates/calendar.ts';
import { icalendar } from '../../src/pages/certificates/icalendar.ts';
import { endText } from '../../src/pages/certificates/end-text.ts';
import { asOf, byUrgency, groupsOf, unannounced } from '../../src/pages/certificates/standing.ts';
import { countdown, place, spanAhead, ticks } from '../../src/pages/certificates/timeline.ts';
import { viewOf } from '../../src/pages/certificates/view.ts';

const NOW = Date.parse('2026-11-10T12:00:00Z');

function certificate(some: Partial<CertificateRow>): CertificateRow {
  return {
    uid: 'a',
    open: true,
    replay: false,
    severity: 'Low',
    status: 'New',
    title: '',
    commonName: 'www.example.com',
    expires: '2027-01-20T12:00:00Z',
    state: 'approaching',
    origin: 'public',
    inUse: true,
    exported: false,
    validityDays: 198,
    renewalStartsAtDays: 45,
    silentSince: null,
    account: '111122223333',
    region: 'eu-central-1',
    arn: 'arn:aws:acm:eu-central-1:111122223333:certificate/a',
    changed: '2026-11-10T11:00:00Z',
    ticket: null,
    ...some,
  };
}

describe('groups of certificates', () => {
  it('what has ended is over, whatever was said of it', () => {
    const ended = certificate({ expires: '2026-11-10T11:59:59Z', state: 'renewal-overdue' });

    assert.deepEqual(groupsOf(ended, NOW), ['over']);
  });

  it('what was revoked is over, though its end is far', () => {
    assert.deepEqual(groupsOf(certificate({ state: 'revoked' }), NOW), ['over']);
  });

  it('what ends within a week ends within a month as well', () => {
    const near = certificate({ expires: '2026-11-17T12:00:00Z', state: 'action-required' });

    assert.deepEqual(groupsOf(near, NOW), ['late', 'week', 'month']);
  });

  it('an alert that is closed is in none', () => {
    assert.deepEqual(groupsOf(certificate({ open: false, state: 'expired' }), NOW), []);
  });

  it('nobody tells of imported, unused, exported, undated and silent ones', () => {
    const reasonOf = (some: Partial<CertificateRow>) => unannounced(certificate(some), NOW);

    assert.equal(reasonOf({}), undefined);
    assert.equal(reasonOf({ origin: 'imported' }), 'imported');
    assert.equal(reasonOf({ origin: 'acme' }), 'acme');
    assert.equal(reasonOf({ inUse: false }), 'unused');
    assert.equal(reasonOf({ exported: true, inUse: false }), 'exported');
    assert.equal(reasonOf({ expires: null, origin: 'imported' }), 'undated');
    assert.equal(reasonOf({ silentSince: '2026-11-01T00:00:00Z', expires: null }), 'silent');
  });

  it('what is over was announced, unless its daily events had stopped', () => {
    const over = { state: 'expired', origin: 'imported' };

    assert.equal(unannounced(certificate(over), NOW), undefined);
    assert.equal(
      unannounced(certificate({ ...over, silentSince: '2026-11-01T00:00:00Z' }), NOW),
      'silent',
    );
  });

  it('the most severe comes first, then what ends first, what never says when last', () => {
    const low = certificate({ uid: 'low', expires: '2026-11-11T00:00:00Z' });
    const high = certificate({ uid: 'high', severity: 'High' });
    const sooner = certificate({
      uid: 'sooner',
      severity: 'High',
      expires: '2026-12-01T00:00:00Z',
    });
    const undated = certificate({ uid: 'undated', severity: 'High', expires: null });

    const sorted = [low, undated, high, sooner].sort(byUrgency).map(({ uid }) => uid);

    assert.deepEqual(sorted, ['sooner', 'high', 'undated', 'low']);
  });
});

describe('the moment that days are counted from', () => {
  it('is now, though an event be some hours ahead', () => {
    assert.equal(asOf([certificate({ changed: '2026-11-11T11:00:00Z' })], NOW), NOW);
    assert.equal(asOf([], NOW), NOW);
  });

  it('is when the latest alert changed where the events are days ahead', () => {
    const ahead = certificate({ changed: '2027-01-05T00:00:00Z' });

    assert.equal(asOf([certificate({}), ahead], NOW), Date.parse('2027-01-05T00:00:00Z'));
  });
});

describe('the line of time', () => {
  const span = { from: 0, to: 1000 };

  it('what lies partly outside is cut, what lies wholly outside is left out', () => {
    assert.deepEqual(place({ from: -500, to: 250 }, span), { left: 0, width: 25 });
    assert.deepEqual(place({ from: 900, to: 5000 }, span), { left: 90, width: 10 });
    assert.equal(place({ from: 1000, to: 2000 }, span), undefined);
    assert.equal(place({ from: -10, to: 0 }, span), undefined);
  });

  it('the last days follow on each other up to the end', () => {
    const end = Date.parse('2026-12-01T00:00:00Z');
    const day = (text: string) => Date.parse(`${text}T00:00:00Z`);

    const segments = countdown(end, [
      { days: 1, severity: 'Critical' },
      { days: 15, severity: 'Medium' },
      { days: 7, severity: 'High' },
    ]);

    assert.deepEqual(segments, [
      { from: day('2026-11-16'), to: day('2026-11-24'), severity: 'Medium' },
      { from: day('2026-11-24'), to: day('2026-11-30'), severity: 'High' },
      { from: day('2026-11-30'), to: end, severity: 'Critical' },
    ]);
  });

  it('weeks begin on Mondays, and are marked where there is room', () => {
    const near = ticks(spanAhead(NOW, 30)).map(
      ({ time, month }) => `${new Date(time).toISOString().slice(0, 10)}${month ? ' month' : ''}`,
    );

    assert.deepEqual(near, [
      '2026-11-09',
      '2026-11-16',
      '2026-11-23',
      '2026-11-30',
      '2026-12-01 month',
      '2026-12-07',
    ]);
    assert.ok(ticks(spanAhead(NOW, 365)).every(({ month }) => month));
  });

  it('an end is said from the moment that days are counted from', () => {
    assert.equal(
      endText(certificate({ expires: '2026-11-13T12:00:00Z' }), NOW),
      'expires in 3 days',
    );
    assert.equal(
      endText(certificate({ expires: '2026-11-08T12:00:00Z' }), NOW),
      'expired 2 days ago',
    );
    assert.equal(endText(certificate({ expires: null }), NOW), 'end unknown');
  });
});

describe('the calendar', () => {
  it('a month has the weeks that it touches, from Monday to Sunday', () => {
    const weeks = weeksOf('2026-11');

    assert.equal(weeks.length, 6);
    assert.deepEqual(
      [weeks[0]![0], weeks[0]![6], weeks[5]![6]],
      ['2026-10-26', '2026-11-01', '2026-12-06'],
    );
  });

  it('a February of four weeks has four', () => {
    assert.equal(weeksOf('2027-02').length, 4);
  });

  it('keys go by day, week and month', () => {
    const from = '2026-11-12';
    const to = Object.fromEntries(
      ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'PageUp', 'PageDown'].map(
        (key) => [key, dayAfterKey(from, key)],
      ),
    );

    assert.deepEqual(to, {
      ArrowLeft: '2026-11-11',
      ArrowRight: '2026-11-13',
      ArrowUp: '2026-11-05',
      ArrowDown: '2026-11-19',
      Home: '2026-11-09',
      End: '2026-11-15',
      PageUp: '2026-10-12',
      PageDown: '2026-12-12',
    });
    assert.equal(dayAfterKey(from, 'Enter'), undefined);
  });

  it('a week is shown alone, and turned by weeks, also over the end of a year', () => {
    assert.deepEqual(shownAround('2027-01-01', 'week'), [
      [
        '2026-12-28',
        '2026-12-29',
        '2026-12-30',
        '2026-12-31',
        '2027-01-01',
        '2027-01-02',
        '2027-01-03',
      ],
    ]);
    assert.equal(turned('2026-12-30', 'week', 1), '2027-01-06');
    assert.equal(turned('2026-12-30', 'month', -1), '2026-11-30');
  });

  it('a month later is its last day where it is shorter', () => {
    assert.equal(addMonths('2027-01-31', 1), '2027-02-28');
    assert.equal(addMonths('2026-12-31', 2), '2027-02-28');
  });

  it('only days that there are are days', () => {
    assert.ok(isDay('2027-02-28'));
    assert.ok(!isDay('2027-02-30'));
    assert.ok(!isDay('2027-13-01'));
    assert.ok(!isDay('tomorrow'));
  });

  it('certificates stand on the day on which they expire, by UTC', () => {
    const days = byDay([
      certificate({ uid: 'late', expires: '2026-11-12T23:59:59Z' }),
      certificate({ uid: 'early', expires: '2026-11-12T00:00:00Z' }),
      certificate({ uid: 'undated', expires: null }),
    ]);

    assert.deepEqual([...days.keys()], ['2026-11-12']);
    assert.equal(days.get('2026-11-12')!.length, 2);
  });

  it('the months ahead begin with that of today, and go over the year', () => {
    const months = monthsAhead([certificate({})], '2026-11-30', 3);

    assert.deepEqual(
      months.map(({ month, rows }) => [month, rows.length]),
      [
        ['2026-11', 0],
        ['2026-12', 0],
        ['2027-01', 1],
      ],
    );
  });
});

describe('the address of the certificates', () => {
  it('says what is shown', () => {
    const view = viewOf(new URLSearchParams('view=calendar&only=week&day=2027-01-16&state=either'));

    assert.equal(view.view, 'calendar');
    assert.equal(view.only, 'week');
    assert.equal(view.day, '2027-01-16');
    assert.equal(view.search.state, 'either');
  });

  it('what it cannot say is left at what is usual', () => {
    const view = viewOf(new URLSearchParams('view=x&only=y&day=2027-99-99&state=z&range=1'));

    assert.deepEqual(
      [view.view, view.only, view.day, view.search.state, view.range],
      ['timeline', undefined, undefined, 'open', '90'],
    );
  });
});

describe('the file for calendars', () => {
  const saved = (some: Partial<CertificateRow>) =>
    icalendar([certificate(some)], 'https://console.example.com', NOW);

  it('has a whole day for each certificate, with a link back', () => {
    const lines = saved({ uid: 'f00d' }).split('\r\n');

    assert.equal(lines[0], 'BEGIN:VCALENDAR');
    assert.ok(lines.includes('UID:f00d@breakwater'));
    assert.ok(lines.includes('DTSTAMP:20261110T120000Z'));
    assert.ok(lines.includes('DTSTART;VALUE=DATE:20270120'));
    assert.ok(lines.includes('SUMMARY:www.example.com expires'));
    assert.ok(lines.includes('URL:https://console.example.com/certificates/detail?uid=f00d'));
    assert.deepEqual(lines.slice(-2), ['END:VCALENDAR', '']);
  });

  it('leaves out what nobody knows the end of', () => {
    assert.ok(!saved({ expires: null }).includes('VEVENT'));
  });

  it('a name can begin no line of its own', () => {
    const file = saved({ commonName: 'a;b,c\\d\r\nATTENDEE:mailto:x@example.com' });

    assert.ok(file.includes('SUMMARY:a\\;b\\,c\\\\d\\nATTENDEE:'));
    assert.ok(file.split('\r\n').every((line) => !line.startsWith('ATTENDEE')));
  });

  it('lines have at most 75 bytes, and are the same when they are put together again', () => {
    const title = 'Zertifikat für '.repeat(20);
    const file = saved({ title });

    const lengths = file.split('\r\n').map((line) => new TextEncoder().encode(line).length);
    assert.ok(Math.max(...lengths) <= 75);
    assert.ok(file.replaceAll('\r\n ', '').includes(`DESCRIPTION:${title}\\n`));
  });
});

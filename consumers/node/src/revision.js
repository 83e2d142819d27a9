// SPDX-License-Identifier: Apache-2.0

/** A record that is no revision; the message says what it lacks, and nothing of what it holds. */
export class MalformedRecord extends Error {}

const ACTIVITIES = new Map([
  [1, 'create'],
  [2, 'update'],
  [3, 'close'],
]);

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * What the rules of reading need of a record. Everything else in it is tolerated, known or not.
 *
 * @typedef {object} Revision
 * @property {string} uid of the exposure, or of the alert about a certificate: `finding_info.uid`
 * @property {string} revisionUid what is said, in which episode: `metadata.uid`
 * @property {'create' | 'update' | 'close'} activity
 * @property {number} episode counts how often it has been open
 * @property {boolean} replay whether it comes from replayed events
 * @property {string} severity for people, empty where the record has none
 * @property {string} title for people, empty where the record has none
 * @property {string} json the whole record as it came, in one line
 */

/**
 * @param {Uint8Array | string} data
 * @returns {Revision}
 * @throws {MalformedRecord}
 */
export function parseRevision(data) {
  const text = typeof data === 'string' ? data : textOf(data);
  const record = objectIn(text);
  return {
    uid: textAt(record, 'finding_info', 'uid'),
    revisionUid: textAt(record, 'metadata', 'uid'),
    activity: activityIn(record),
    episode: numberAt(record, 'unmapped', 'episode', 'number'),
    replay: booleanAt(record, 'unmapped', 'replay'),
    severity: textOrNone(record.severity),
    title: textOrNone(record.finding_info.title),
    json: inOneLine(text),
  };
}

function textOf(data) {
  try {
    return UTF8.decode(data);
  } catch {
    throw new MalformedRecord('not UTF-8');
  }
}

function objectIn(text) {
  let json;
  try {
    json = JSON.parse(text);
  } catch {
    throw new MalformedRecord('not JSON');
  }
  if (json === null || typeof json !== 'object' || Array.isArray(json)) {
    throw new MalformedRecord('not a JSON object');
  }
  return json;
}

/** @returns undefined where there is none */
function at(record, path) {
  let value = record;
  for (const name of path) {
    if (value === null || typeof value !== 'object' || !Object.hasOwn(value, name)) {
      return undefined;
    }
    value = value[name];
  }
  return value;
}

function textAt(record, ...path) {
  const value = at(record, path);
  if (typeof value !== 'string' || value === '') {
    throw new MalformedRecord(`${path.join('.')} is no text`);
  }
  return value;
}

function activityIn(record) {
  const activity = ACTIVITIES.get(record.activity_id);
  if (activity === undefined) {
    throw new MalformedRecord('activity_id is not 1, 2 or 3');
  }
  return activity;
}

function numberAt(record, ...path) {
  const value = at(record, path);
  if (!Number.isInteger(value) || value < 1) {
    throw new MalformedRecord(`${path.join('.')} is no number from 1 on`);
  }
  return value;
}

function booleanAt(record, ...path) {
  const value = at(record, path);
  if (typeof value !== 'boolean') {
    throw new MalformedRecord(`${path.join('.')} is neither true nor false`);
  }
  return value;
}

function textOrNone(value) {
  return typeof value === 'string' ? value : '';
}

/** Outside of strings a line break is as good as a space, and inside of one there is none. */
function inOneLine(json) {
  return json.trim().replace(/[\r\n]+/g, ' ');
}

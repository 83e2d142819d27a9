// SPDX-License-Identifier: Apache-2.0
// Loaded before kinesalite. It keeps what it is sent as JSON, where bytes and times sent as CBOR
// (what the SDKs for Java speak) get lost: here they come in and go out as the SDKs have them.
const { createRequire } = require('node:module');

const EPOCH = 1; // The tag of a time; of milliseconds here, other than RFC 8949 has it.

/** Makes every member of a message anew. */
function mapped(value, change, name) {
  const changed = change(value, name);
  if (changed !== value || value === null || typeof value !== 'object') {
    return changed;
  }
  if (Array.isArray(value)) {
    return value.map((each) => mapped(each, change, name));
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, mapped(each, change, key)]),
  );
}

function asJson(value) {
  if (Buffer.isBuffer(value)) {
    return value.toString('base64');
  }
  return value instanceof Date ? value.getTime() / 1e6 : value; // Read as seconds, were milliseconds.
}

function wrap(cbor) {
  const { decodeFirstSync } = cbor.Decoder;
  const { encodeOne } = cbor.Encoder;

  function asCbor(value, name) {
    if (name === 'Data' && typeof value === 'string') {
      return Buffer.from(value, 'base64');
    }
    if (name?.endsWith('Timestamp') && typeof value === 'number') {
      return new cbor.Tagged(EPOCH, Math.round(value * 1000));
    }
    return value;
  }

  cbor.Decoder.decodeFirstSync = (body) => mapped(decodeFirstSync(body), asJson);
  cbor.Encoder.encodeOne = (message) =>
    encodeOne(mapped(message, asCbor), { highWaterMark: 16 * 1024 * 1024 });
}

wrap(createRequire(process.argv[1])('cbor'));

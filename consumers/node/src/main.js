#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
import { parseArgs } from 'node:util';
import { KinesisClient, KinesisServiceException } from '@aws-sdk/client-kinesis';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import { Consumer } from './consumer.js';
import { Intake } from './intake.js';
import { LATEST, TRIM_HORIZON, positionAt } from './position.js';
import { StateDirectory, UnreadableState } from './state-directory.js';
import { RecordsLost, StreamReader } from './stream-reader.js';

const HELP = `Usage: breakwater-consumer --stream=NAME [--stream=NAME]... --state=DIR [OPTIONS]

Reads Breakwater's streams of exposures and certificates, keeps what is open in DIR/open.ndjson, and
prints a line of JSON for each revision that somebody should act on.
Goes on where it stopped: what it needs for that is in DIR, too. Stops at SIGINT and SIGTERM.
Credentials are those of the AWS SDK's default chain.

      --stream=NAME          A stream to read; may be given several times.
      --state=DIR            Where to keep what is open; for one process at a time.
      --region=REGION        The region of the streams. Default: that of the AWS SDK's chain.
      --endpoint=URL         A server in place of the region's.
      --from=POSITION        Where to begin with a stream that was not read before: TRIM_HORIZON,
                             LATEST, or a time such as 2026-11-01T00:00:00Z.
                             Default: TRIM_HORIZON.
      --until-idle=SECONDS   End when everything is read and nothing has come for so long.
  -h, --help                 Print this.

Exit code: 0 it was stopped or idle, 1 it failed, 2 wrong usage.
`;

const OK = 0;
const FAILED = 1;
const WRONG_USAGE = 2;

class WrongUsage extends Error {}

function options() {
  const { values } = parseArgs({
    options: {
      stream: { type: 'string', multiple: true },
      state: { type: 'string' },
      region: { type: 'string' },
      endpoint: { type: 'string' },
      from: { type: 'string', default: TRIM_HORIZON },
      'until-idle': { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (!values.help && (values.stream === undefined || values.state === undefined)) {
    throw new WrongUsage('--stream and --state are needed');
  }
  return {
    ...values,
    start: startOf(values.from),
    untilIdleMillis: millisOf(values['until-idle']),
  };
}

function startOf(from) {
  if (from === TRIM_HORIZON || from === LATEST) {
    return from;
  }
  const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(from) ? new Date(from) : undefined;
  if (time === undefined || Number.isNaN(time.getTime())) {
    throw new WrongUsage(
      `--from: expected TRIM_HORIZON, LATEST or a time such as 2026-11-01T00:00:00Z, not ${from}`,
    );
  }
  return positionAt(time);
}

function millisOf(seconds) {
  if (seconds !== undefined && !/^[1-9]\d*$/.test(seconds)) {
    throw new WrongUsage(`--until-idle: expected seconds from 1 on, not ${seconds}`);
  }
  return seconds === undefined ? undefined : Number(seconds) * 1_000;
}

async function readersOf({ stream: streams, start }, client, checkpoint, intake) {
  const take = (data, arrived, place) => intake.take(data, arrived, place);
  const readers = new Map();
  for (const stream of streams) {
    const last = checkpoint.get(stream);
    const reader =
      last === undefined
        ? await StreamReader.from(start, client, stream, take, new Date())
        : await StreamReader.after(last, client, stream, take, new Date());
    readers.set(stream, reader);
  }
  return readers;
}

async function run(given) {
  const client = new KinesisClient({
    region: given.region,
    endpoint: given.endpoint,
    // By HTTP/1.1: the client would speak HTTP/2, which servers other than AWS's may not.
    requestHandler: new NodeHttpHandler(),
  });
  const directory = await StateDirectory.at(given.state);
  const open = await directory.openSet();
  const actions = await directory.actions();
  const intake = new Intake(open, actions, writeTo(process.stdout), writeTo(process.stderr));
  const readers = await readersOf(given, client, await directory.checkpoint(), intake);
  const consumer = new Consumer(directory, open, actions, intake, readers);
  process.on('SIGINT', () => consumer.stop());
  process.on('SIGTERM', () => consumer.stop());
  await consumer.run(given.untilIdleMillis);
  writeTo(process.stderr)(intake.summary());
}

function writeTo(stream) {
  return (line) => stream.write(`${line}\n`);
}

/** What people can do something about, in words; anything else is a fault, with its trace. */
function wordsOf(e) {
  if (e.name === 'ResourceNotFoundException') {
    return `there is no such stream: ${e.message}`;
  }
  if (e instanceof RecordsLost) {
    return (
      `${e.message}. Start over with another directory, from the copies of the stream if there ` +
      'are any, or from TRIM_HORIZON'
    );
  }
  if (e instanceof UnreadableState || e.syscall !== undefined && e.path !== undefined) {
    return `the state cannot be kept: ${e.message}`;
  }
  if (e instanceof KinesisServiceException || e.$metadata !== undefined || e.code !== undefined) {
    return `Kinesis cannot be read: ${e.message || e.code}`;
  }
  return e.name === 'CredentialsProviderError' ? e.message : e.stack;
}

async function main() {
  let given;
  try {
    given = options();
  } catch (e) {
    if (!(e instanceof WrongUsage) && !e.code?.startsWith('ERR_PARSE_ARGS')) {
      throw e;
    }
    process.stderr.write(`${e.message}\n${HELP}`);
    return WRONG_USAGE;
  }
  if (given.help) {
    process.stdout.write(HELP);
    return OK;
  }
  try {
    await run(given);
    return OK;
  } catch (e) {
    process.stderr.write(`breakwater-consumer: ${wordsOf(e)}\n`);
    return FAILED;
  }
}

process.exitCode = await main();

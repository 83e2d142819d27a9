// SPDX-License-Identifier: Apache-2.0
import { AlarmSpec, growth, MINUTE_MILLIS, onApplication, total, worst } from './alarms';
import { KINESIS, ofAllTasks, ofStream } from './metrics';

export interface WatchedResponse {
  /** The name of the response job's application. */
  readonly application: string;
  /** Names of the streams of exposures and certificate alerts. */
  readonly reads: readonly string[];
  readonly controls: string;
  readonly outputs: readonly string[];
  readonly deadLetters: string;
}

const OURS = 'response-';

/** What is wrong with its application is explained where the same is for the correlation job. */
export function responseAlarms(watched: WatchedResponse): AlarmSpec[] {
  return [
    ...onApplication(watched.application).map((spec) => ({
      ...spec,
      name: `${OURS}${spec.name}`,
      section: spec.name,
      meaning: `Response job: ${spec.meaning.charAt(0).toLowerCase()}${spec.meaning.slice(1)}`,
    })),
    {
      name: `${OURS}behind`,
      meaning:
        'Exposures or certificate alerts lie in their stream for more than ten minutes unread',
      metric: worst(
        watched.reads.map((stream) =>
          ofStream(stream, KINESIS.iteratorAgeMillis, { statistic: 'Maximum' }),
        ),
      ),
      above: 10 * MINUTE_MILLIS,
      for: [3, 3],
    },
    {
      name: `${OURS}dead-letters`,
      meaning: 'Something could not be read, or was given up, and became a dead letter',
      metric: ofStream(watched.deadLetters, KINESIS.incomingRecords),
      above: 0,
      for: [1, 1],
    },
    {
      name: `${OURS}outputs-throttled`,
      section: 'outputs-throttled',
      meaning: 'Response job: it writes more than a stream of reports or dead letters takes',
      metric: total(watched.outputs.map((stream) => ofStream(stream, KINESIS.writesThrottled))),
      above: 0,
      for: [3, 3],
    },
    {
      name: `${OURS}outputs-too-large`,
      section: 'outputs-too-large',
      meaning: 'Response job: it left out a report or a dead letter that no stream takes',
      metric: growth(ofAllTasks(watched.application, 'outputsTooLarge')),
      above: 0,
      for: [1, 1],
    },
  ];
}

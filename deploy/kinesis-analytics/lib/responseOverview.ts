// SPDX-License-Identifier: Apache-2.0
import { Duration } from 'aws-cdk-lib/core';
import { Dashboard, IWidget, TextWidget } from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import { FLINK, KINESIS, ofApplication, ofJob, ofStream } from './metrics';
import { JOBS, named } from './names';
import { WatchedResponse } from './responseAlarms';
import { graph, rate } from './widgets';

/** What became of exposures, how soon, and what keeps it from being so: from top to bottom. */
export class ResponseOverview extends Construct {
  constructor(scope: Construct, id: string, watched: WatchedResponse) {
    super(scope, id);
    const { application, reads, outputs } = watched;
    const streams = [...reads, watched.controls];
    new Dashboard(this, 'Resource', {
      dashboardName: named(JOBS.response),
      defaultInterval: Duration.hours(12),
      widgets: [
        [
          new TextWidget({
            width: 24,
            height: 1,
            markdown:
              'What became of exposures · how soon · what keeps it from being so. Alarms are explained in docs/runbook.md.',
          }),
        ],
        [
          graph('Tickets', 8, {
            left: [
              rate(application, 'ticketsMade', 'Made'),
              rate(application, 'ticketsClosed', 'Closed'),
              rate(application, 'ticketsReopened', 'Opened again'),
            ],
          }),
          graph('Messages and comments', 8, {
            left: [rate(application, 'messagesSent', 'Sent')],
          }),
          graph('Tickets that want people', 8, {
            left: [
              rate(application, 'ticketsLeftToPeople', 'Left to people'),
              rate(application, 'movesRefused', 'Moves refused'),
              rate(application, 'ticketsEscalated', 'Escalated'),
            ],
          }),
        ],
        [
          graph('From event to exposure, seconds, over a day', 8, {
            left: [
              ofJob(application, 'detectMedianSeconds', { label: 'Half' }),
              ofJob(application, 'detectP95Seconds', { label: '95 of 100' }),
            ],
          }),
          graph('From exposure to ticket, seconds, over a day', 8, {
            left: [
              ofJob(application, 'ticketMedianSeconds', { label: 'Half' }),
              ofJob(application, 'ticketP95Seconds', { label: '95 of 100' }),
            ],
          }),
          graph('How long exposures were open, seconds, over a day', 8, {
            left: [
              ofJob(application, 'closeMedianSeconds', { label: 'Half' }),
              ofJob(application, 'closeP95Seconds', { label: '95 of 100' }),
            ],
          }),
        ],
        [
          graph('Revisions', 8, {
            left: [
              rate(application, 'revisionsRead', 'Read'),
              rate(application, 'revisionsUnreadable', 'Unreadable'),
            ],
          }),
          graph('Oldest unread record, milliseconds', 8, {
            left: streams.map((stream) =>
              ofStream(stream, KINESIS.iteratorAgeMillis, { statistic: 'Maximum', label: stream }),
            ),
          }),
          graph('Given up, kept back and left out', 8, {
            left: [
              rate(application, 'givenUp', 'Given up'),
              rate(application, 'outputsTooLarge', 'Too large'),
              rate(application, 'stormsCapped', 'Storms capped'),
            ],
          }),
        ],
        [
          graph('CPU, heap and disk, percent', 8, {
            left: [
              ofApplication(application, FLINK.cpu, { label: 'CPU' }),
              ofApplication(application, FLINK.heap, { label: 'Heap' }),
              ofApplication(application, FLINK.disk, { label: 'Disk' }),
            ],
            leftYAxis: { min: 0, max: 100 },
          }),
          graph('Checkpoints', 8, {
            left: [ofApplication(application, FLINK.checkpointMillis, { label: 'Milliseconds' })],
            right: [ofApplication(application, FLINK.checkpointBytes, { label: 'Bytes' })],
          }),
          graph('Up and down, milliseconds', 8, {
            left: [
              ofApplication(application, FLINK.uptime, { label: 'Up' }),
              ofApplication(application, FLINK.downtime, { label: 'Down' }),
            ],
            right: [
              ofApplication(application, FLINK.restarts, { label: 'Restarts' }),
              ofApplication(application, FLINK.failedCheckpoints, { label: 'Failed checkpoints' }),
              ofApplication(application, FLINK.kpus, { period: Duration.hours(1), label: 'KPUs' }),
            ],
          }),
        ],
        [
          graph('Records of streams', 12, {
            left: [...streams, ...outputs].map((stream) =>
              ofStream(stream, KINESIS.incomingRecords, { label: stream }),
            ),
          }),
          graph('Throttled', 12, {
            left: outputs.map((stream) =>
              ofStream(stream, KINESIS.writesThrottled, { label: stream }),
            ),
            right: reads.map((stream) =>
              ofStream(stream, KINESIS.readsThrottled, { label: `Reads of ${stream}` }),
            ),
          }),
        ],
      ] satisfies IWidget[][],
    });
  }
}

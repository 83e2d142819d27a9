// SPDX-License-Identifier: Apache-2.0
import { Duration, Fn } from 'aws-cdk-lib/core';
import { Dashboard, IWidget, SingleValueWidget, TextWidget } from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import {
  EVENTS,
  FIREHOSE,
  FLINK,
  KINESIS,
  ofApplication,
  ofDelivery,
  ofJob,
  ofQueue,
  ofRule,
  ofStream,
  QUEUE,
  SEVERITIES,
} from './metrics';
import { Watched } from './alarms';
import { graph, rate, sumOfTasks } from './widgets';

const COLOURS = {
  Critical: '#7d2105',
  High: '#ba2e0f',
  Medium: '#cc5f21',
  Low: '#b2911c',
} as const;

/** What is open, whether it is current, and what keeps it from being so: from top to bottom. */
export class Overview extends Construct {
  constructor(scope: Construct, id: string, watched: Watched) {
    super(scope, id);
    const { application } = watched;
    new Dashboard(this, 'Resource', {
      dashboardName: Fn.ref('NamePrefix'),
      defaultInterval: Duration.hours(12),
      widgets: [
        [
          new TextWidget({
            width: 24,
            height: 1,
            markdown:
              'What is open · whether it is current · what keeps it from being so. Alarms are explained in docs/runbook.md.',
          }),
        ],
        [
          new SingleValueWidget({
            title: 'Open exposures',
            width: 12,
            height: 4,
            metrics: [
              ...SEVERITIES.map((severity) =>
                sumOfTasks(application, `exposuresOpen${severity}`, severity, COLOURS[severity]),
              ),
              sumOfTasks(application, 'exposuresSuppressed', 'Of these suppressed'),
            ],
          }),
          new SingleValueWidget({
            title: 'Open certificate alerts',
            width: 6,
            height: 4,
            metrics: [sumOfTasks(application, 'certificateAlertsOpen', 'Open')],
          }),
          new SingleValueWidget({
            title: 'Catalogue',
            width: 6,
            height: 4,
            metrics: [ofJob(application, 'catalogueVersion', { label: 'Version' })],
          }),
        ],
        [
          graph('Exposures open', 8, {
            stacked: true,
            left: SEVERITIES.map((severity) =>
              sumOfTasks(application, `exposuresOpen${severity}`, severity, COLOURS[severity]),
            ),
          }),
          graph('Exposures created and closed', 8, {
            left: [
              ...SEVERITIES.map((severity) =>
                rate(application, `exposuresCreated${severity}`, `${severity} created`),
              ),
              ...SEVERITIES.map((severity) =>
                rate(application, `exposuresClosed${severity}`, `${severity} closed`),
              ),
              rate(application, 'exposuresUpdated', 'Updated'),
            ],
          }),
          graph('Certificate alerts', 8, {
            left: [
              rate(application, 'certificateAlertsCreated', 'Created'),
              rate(application, 'certificateAlertsClosed', 'Closed'),
            ],
          }),
        ],
        [
          graph('From event to revision, milliseconds', 8, {
            left: [
              ofJob(application, 'latencyP50Millis', { label: 'Half' }),
              ofJob(application, 'latencyP99Millis', { label: '99 of 100' }),
            ],
          }),
          graph('Behind, milliseconds', 8, {
            left: [
              ofStream(watched.findings, KINESIS.iteratorAgeMillis, {
                statistic: 'Maximum',
                label: 'Oldest unread finding',
              }),
              ofJob(application, 'watermarkLagMillis', { label: 'Event time of the job' }),
            ],
          }),
          graph('What became of records', 8, {
            stacked: true,
            left: [
              rate(application, 'recordsApplied', 'Applied'),
              rate(application, 'recordsDuplicate', 'Duplicate'),
              rate(application, 'recordsStale', 'Stale'),
              rate(application, 'recordsIgnored', 'Ignored'),
              rate(application, 'recordsDead', 'Dead letters'),
            ],
            right: [rate(application, 'recordsRead', 'Read')],
          }),
        ],
        [
          graph('Events by rule', 8, {
            left: watched.rules.map((rule) =>
              ofRule(rule, undefined, EVENTS.invocations, { label: rule }),
            ),
          }),
          graph('Events not delivered', 8, {
            left: [
              ...watched.rules.map((rule) =>
                ofRule(rule, undefined, EVENTS.failed, { label: rule }),
              ),
              ofQueue(watched.undelivered, QUEUE.messages, { label: 'In the queue' }),
            ],
          }),
          graph('Records of streams', 8, {
            left: [watched.findings, ...watched.outputs].map((stream) =>
              ofStream(stream, KINESIS.incomingRecords, { label: stream }),
            ),
          }),
        ],
        [
          graph('Updates of rules', 12, {
            left: [
              rate(application, 'ruleUpdatesAccepted', 'Accepted'),
              rate(application, 'ruleUpdatesRefused', 'Refused'),
            ],
          }),
          graph('Resources judged again by new rules', 12, {
            left: [rate(application, 'judgedAgain', 'Judged')],
          }),
        ],
        [
          graph('Actions of people', 12, {
            left: [
              rate(application, 'actionsRead', 'Read'),
              rate(application, 'actionsApplied', 'Applied'),
              rate(application, 'actionsUnchanged', 'Came before'),
            ],
          }),
          graph('Actions that do not hold', 12, {
            left: [
              rate(application, 'actionsStale', 'Stale'),
              rate(application, 'actionsUnknown', 'On what is not open'),
              rate(application, 'actionsRefused', 'Refused'),
              rate(application, 'actionsDead', 'Dead letters'),
              rate(application, 'commentCapsHit', 'More comments than are kept'),
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
          graph('Left out', 8, {
            left: [
              rate(application, 'capsHit', 'Caps hit'),
              rate(application, 'outputsTooLarge', 'Outputs too large'),
            ],
          }),
          graph('Throttled', 8, {
            left: [watched.findings, ...watched.outputs].map((stream) =>
              ofStream(stream, KINESIS.writesThrottled, { label: stream }),
            ),
            right: [
              ofStream(watched.findings, KINESIS.readsThrottled, { label: 'Reads of findings' }),
            ],
          }),
          graph('Age of output that is not in S3 yet, seconds', 8, {
            left: watched.delivery.names.map((name) =>
              ofDelivery(name, FIREHOSE.secondsBehind, { label: name }),
            ),
          }),
        ],
      ] satisfies IWidget[][],
    });
  }
}

// SPDX-License-Identifier: Apache-2.0
import { Duration } from 'aws-cdk-lib/core';
import { Metric, MetricProps } from 'aws-cdk-lib/aws-cloudwatch';

/** The service's default, which it is told all the same: an alarm is measured by it. */
export const CHECKPOINT_INTERVAL_MILLIS = 60_000;

/**
 * Metrics of a task are sent four times a minute. What is to be added up over all tasks, such as how
 * many exposures are open, is the sum of a minute divided by this.
 *
 * https://docs.aws.amazon.com/managed-flink/latest/java/metrics-dimensions.html
 */
export const SAMPLES_A_MINUTE = 4;

/**
 * Names of what AWS measures, as its documentation spells them. The service's pages do not agree on
 * some (millisBehindLatest, millisbehindLatest), and Flink 2 has others (fullRestarts became
 * numRestarts, uptime runningTime): compare with a running application before the runtime changes.
 *
 * https://docs.aws.amazon.com/managed-flink/latest/java/metrics-dimensions.html
 * https://docs.aws.amazon.com/streams/latest/dev/monitoring-with-cloudwatch.html
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-monitoring.html
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-available-cloudwatch-metrics.html
 * https://docs.aws.amazon.com/firehose/latest/dev/cloudwatch-metrics.html
 */
export const FLINK = {
  downtime: 'downtime',
  uptime: 'uptime',
  restarts: 'fullRestarts',
  failedCheckpoints: 'numberOfFailedCheckpoints',
  checkpointMillis: 'lastCheckpointDuration',
  checkpointBytes: 'lastCheckpointSize',
  heap: 'heapMemoryUtilization',
  cpu: 'cpuUtilization',
  disk: 'containerDiskUtilization',
  kpus: 'KPUs',
} as const;

export const KINESIS = {
  iteratorAgeMillis: 'GetRecords.IteratorAgeMilliseconds',
  incomingRecords: 'IncomingRecords',
  writesThrottled: 'WriteProvisionedThroughputExceeded',
  readsThrottled: 'ReadProvisionedThroughputExceeded',
} as const;

export const EVENTS = {
  invocations: 'Invocations',
  failed: 'FailedInvocations',
  lost: 'InvocationsFailedToBeSentToDlq',
} as const;

export const QUEUE = { messages: 'ApproximateNumberOfMessagesVisible' } as const;

export const FIREHOSE = { secondsBehind: 'DeliveryToS3.DataFreshness' } as const;

/** Names of what the correlation job measures: those of contract.json, which a test compares. */
export type JobMetric =
  | `records${'Read' | 'Applied' | 'Stale' | 'Duplicate' | 'Ignored' | 'Dead'}`
  | 'outputsTooLarge'
  | 'capsHit'
  | `exposures${'Created' | 'Closed' | 'Open'}${Severity}`
  | 'exposuresUpdated'
  | 'exposuresSuppressed'
  | `certificateAlerts${'Created' | 'Closed' | 'Open'}`
  | `latency${'P50' | 'P99'}Millis`
  | 'watermarkLagMillis'
  | 'catalogueVersion'
  | `ruleUpdates${'Accepted' | 'Refused'}`
  | `actions${'Read' | 'Applied' | 'Unchanged' | 'Stale' | 'Unknown' | 'Refused' | 'Dead'}`
  | 'commentCapsHit'
  | 'judgedAgain';

/** Names of what the response job measures: those of contract.json as well. */
export type ResponseMetric =
  | `revisions${'Read' | 'Unreadable'}`
  | `tickets${'Made' | 'Closed' | 'Reopened' | 'LeftToPeople' | 'Escalated'}`
  | 'movesRefused'
  | 'messagesSent'
  | 'stormsCapped'
  | 'outputsTooLarge'
  | 'givenUp'
  | `${'detect' | 'ticket' | 'close'}${'Median' | 'P95'}Seconds`;

/** What one of the jobs says of itself. */
export type Reported = JobMetric | ResponseMetric;

export const SEVERITIES = ['Critical', 'High', 'Medium', 'Low'] as const;
export type Severity = (typeof SEVERITIES)[number];

type Of<T> = T[keyof T];
type HowMeasured = Pick<MetricProps, 'statistic' | 'period' | 'label' | 'color'>;

const A_MINUTE = Duration.minutes(1);
const FIVE_MINUTES = Duration.minutes(5);

/** What the service says of a Flink application. */
export function ofApplication(
  name: string,
  metricName: Of<typeof FLINK>,
  how: HowMeasured = {},
): Metric {
  return new Metric({
    namespace: 'AWS/KinesisAnalytics',
    metricName,
    dimensionsMap: { Application: name },
    statistic: 'Maximum',
    period: FIVE_MINUTES,
    ...how,
  });
}

/** What a job says of itself. */
export function ofJob(application: string, metricName: Reported, how: HowMeasured = {}): Metric {
  return new Metric({
    namespace: 'AWS/KinesisAnalytics',
    metricName,
    dimensionsMap: { Application: application },
    statistic: 'Maximum',
    period: FIVE_MINUTES,
    ...how,
  });
}

/** What the tasks of the job say, to be added up: a sum over {@link SAMPLES_A_MINUTE}. */
export function ofAllTasks(
  application: string,
  metricName: Reported,
  how: HowMeasured = {},
): Metric {
  return ofJob(application, metricName, { statistic: 'Sum', period: A_MINUTE, ...how });
}

export function ofStream(
  streamName: string,
  metricName: Of<typeof KINESIS>,
  how: HowMeasured = {},
): Metric {
  return new Metric({
    namespace: 'AWS/Kinesis',
    metricName,
    dimensionsMap: { StreamName: streamName },
    statistic: 'Sum',
    period: FIVE_MINUTES,
    ...how,
  });
}

/** Of a rule; one of another bus than the default one is named with its bus. */
export function ofRule(
  ruleName: string,
  busName: string | undefined,
  metricName: Of<typeof EVENTS>,
  how: HowMeasured = {},
): Metric {
  return new Metric({
    namespace: 'AWS/Events',
    metricName,
    dimensionsMap: { ...(busName && { EventBusName: busName }), RuleName: ruleName },
    statistic: 'Sum',
    period: FIVE_MINUTES,
    ...how,
  });
}

export function ofQueue(
  queueName: string,
  metricName: Of<typeof QUEUE>,
  how: HowMeasured = {},
): Metric {
  return new Metric({
    namespace: 'AWS/SQS',
    metricName,
    dimensionsMap: { QueueName: queueName },
    statistic: 'Maximum',
    period: FIVE_MINUTES,
    ...how,
  });
}

export function ofDelivery(
  streamName: string,
  metricName: Of<typeof FIREHOSE>,
  how: HowMeasured = {},
): Metric {
  return new Metric({
    namespace: 'AWS/Firehose',
    metricName,
    dimensionsMap: { DeliveryStreamName: streamName },
    statistic: 'Maximum',
    period: FIVE_MINUTES,
    ...how,
  });
}

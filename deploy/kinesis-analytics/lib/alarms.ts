// SPDX-License-Identifier: Apache-2.0
import { CfnCondition, CfnParameter, CfnResource, Duration } from 'aws-cdk-lib/core';
import {
  Alarm,
  ComparisonOperator,
  IAlarmAction,
  IMetric,
  MathExpression,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import {
  CHECKPOINT_INTERVAL_MILLIS,
  EVENTS,
  FIREHOSE,
  FLINK,
  KINESIS,
  ofAllTasks,
  ofApplication,
  ofDelivery,
  ofJob,
  ofQueue,
  ofRule,
  ofStream,
  QUEUE,
} from './metrics';
import { named } from './names';
import { BUFFER_SECONDS } from './delivery';

/** Where the sections are that alarms are explained in, one for each, by its name. */
const RUNBOOK = 'docs/runbook.md';

const FIVE_MINUTES = Duration.minutes(5);
export const MINUTE_MILLIS = 60_000;

/** One thing to be woken up for. */
export interface AlarmSpec {
  /** After the prefix. */
  readonly name: string;
  /** Of the runbook: by default it is called as the alarm is. */
  readonly section?: string;
  /** What is the case, in a sentence. */
  readonly meaning: string;
  readonly metric: IMetric;
  /** What it takes: above, or below. */
  readonly above?: number;
  readonly below?: number;
  /** So many of the last periods. */
  readonly for: readonly [periods: number, of: number];
  /** What it means that nothing is measured: by default nothing. */
  readonly silence?: 'bad';
  readonly condition?: CfnCondition;
}

export interface Watched {
  /** The name of the correlation job's application. */
  readonly application: string;
  readonly findings: string;
  readonly outputs: readonly string[];
  readonly deadLetters: string;
  readonly retentionHours: CfnParameter;
  readonly undelivered: string;
  readonly rules: readonly string[];
  readonly members: {
    readonly bus: string;
    readonly rules: readonly string[];
    readonly condition: CfnCondition;
  };
  readonly delivery: { readonly names: readonly string[]; readonly condition: CfnCondition };
}

/**
 * Alarms on an application, whichever job it runs. They follow what AWS recommends:
 *
 * https://docs.aws.amazon.com/managed-flink/latest/java/monitoring-metrics-alarms.html
 */
export function onApplication(application: string): AlarmSpec[] {
  return [
    {
      name: 'job-not-running',
      meaning: 'The job has not been up for ten minutes',
      metric: ofApplication(application, FLINK.uptime),
      below: 1,
      for: [2, 2],
      silence: 'bad',
    },
    {
      name: 'job-down',
      meaning: 'The job has been failing or recovering for five minutes',
      metric: ofApplication(application, FLINK.downtime, { period: Duration.minutes(1) }),
      above: 0,
      for: [5, 5],
    },
    {
      name: 'job-restarting',
      meaning: 'The job restarts again and again',
      metric: growth(ofApplication(application, FLINK.restarts)),
      above: 0,
      for: [3, 6],
    },
    {
      name: 'checkpoints-failing',
      meaning: 'Checkpoints fail: a restart would read all again since the last good one',
      metric: growth(ofApplication(application, FLINK.failedCheckpoints)),
      above: 0,
      for: [2, 3],
    },
    {
      name: 'checkpoints-slow',
      meaning: 'Checkpoints take more than half of the time between them',
      metric: ofApplication(application, FLINK.checkpointMillis),
      above: CHECKPOINT_INTERVAL_MILLIS / 2,
      for: [3, 3],
    },
    {
      name: 'memory-short',
      meaning: 'Tasks use more than 90% of their heap',
      metric: ofApplication(application, FLINK.heap),
      above: 90,
      for: [3, 3],
    },
    {
      name: 'cpu-short',
      meaning: 'Tasks use more than 80% of their CPU',
      metric: ofApplication(application, FLINK.cpu),
      above: 80,
      for: [3, 3],
    },
    {
      name: 'disk-short',
      meaning: 'The state fills more than 80% of the disk',
      metric: ofApplication(application, FLINK.disk),
      above: 80,
      for: [3, 3],
    },
  ];
}

/** Every alarm on the correlation job, and on what it reads and writes. */
export function correlationAlarms(watched: Watched): AlarmSpec[] {
  const { application } = watched;
  return [
    ...onApplication(application),
    {
      name: 'findings-late',
      meaning: 'Findings lie in the stream for more than five minutes before they are read',
      metric: ofStream(watched.findings, KINESIS.iteratorAgeMillis, { statistic: 'Maximum' }),
      above: 5 * MINUTE_MILLIS,
      for: [3, 3],
    },
    {
      name: 'findings-expiring',
      meaning: 'Findings have lain unread for half of the time that the stream keeps them',
      metric: new MathExpression({
        expression: `100 * age / (${60 * MINUTE_MILLIS} * ${watched.retentionHours.valueAsString})`,
        usingMetrics: {
          age: ofStream(watched.findings, KINESIS.iteratorAgeMillis, { statistic: 'Maximum' }),
        },
        label: 'Percent of the retention',
        period: FIVE_MINUTES,
      }),
      above: 50,
      for: [1, 1],
    },
    {
      name: 'findings-silent',
      meaning: 'No finding has come for a day',
      metric: ofStream(watched.findings, KINESIS.incomingRecords, { period: Duration.hours(6) }),
      below: 1,
      for: [4, 4],
      silence: 'bad',
    },
    {
      name: 'findings-throttled',
      meaning: 'More findings come than the stream takes; EventBridge delivers them later',
      metric: ofStream(watched.findings, KINESIS.writesThrottled),
      above: 0,
      for: [3, 3],
    },
    {
      name: 'reads-throttled',
      meaning: 'More is read from the stream of findings than it gives',
      metric: ofStream(watched.findings, KINESIS.readsThrottled),
      above: 0,
      for: [3, 3],
    },
    {
      name: 'outputs-throttled',
      meaning: 'The job writes more than an output stream takes',
      metric: total(watched.outputs.map((stream) => ofStream(stream, KINESIS.writesThrottled))),
      above: 0,
      for: [3, 3],
    },
    {
      name: 'events-undelivered',
      meaning: 'Events could not be delivered for a day and lie in the queue',
      metric: ofQueue(watched.undelivered, QUEUE.messages),
      above: 0,
      for: [1, 1],
    },
    {
      name: 'events-lost',
      meaning: 'Events could neither be delivered nor put into the queue',
      metric: total(watched.rules.map((rule) => ofRule(rule, undefined, EVENTS.lost))),
      above: 0,
      for: [1, 1],
    },
    {
      name: 'events-of-members-lost',
      meaning: 'Events of other accounts could neither be delivered nor put into the queue',
      metric: total(
        watched.members.rules.map((rule) => ofRule(rule, watched.members.bus, EVENTS.lost)),
      ),
      above: 0,
      for: [1, 1],
      condition: watched.members.condition,
    },
    {
      name: 'dead-letters',
      meaning: 'Records could not be read and became dead letters',
      metric: ofStream(watched.deadLetters, KINESIS.incomingRecords),
      above: 0,
      for: [1, 1],
    },
    {
      name: 'outputs-too-large',
      meaning: 'The job left out an output that no stream takes',
      metric: growth(ofAllTasks(application, 'outputsTooLarge')),
      above: 0,
      for: [1, 1],
    },
    {
      name: 'latency-high',
      meaning: 'One in a hundred revisions takes more than five minutes from its event',
      metric: ofJob(application, 'latencyP99Millis'),
      above: 5 * MINUTE_MILLIS,
      for: [3, 3],
    },
    {
      name: 'clock-behind',
      meaning: "The job's event time is more than half an hour behind: windows end late",
      metric: ofJob(application, 'watermarkLagMillis'),
      above: 30 * MINUTE_MILLIS,
      for: [3, 3],
    },
    {
      name: 'delivery-late',
      meaning: 'Output waits for far longer than it should before it is in S3',
      metric: worst(watched.delivery.names.map((name) => ofDelivery(name, FIREHOSE.secondsBehind))),
      above: 6 * BUFFER_SECONDS,
      for: [3, 3],
      condition: watched.delivery.condition,
    },
  ];
}

/** What was added to something that only grows. A restart, which starts it again, counts for nothing. */
export function growth(metric: IMetric): MathExpression {
  return new MathExpression({
    expression: 'DIFF(all)',
    usingMetrics: { all: metric },
    label: 'Growth',
    period: metric.toMetricConfig().metricStat!.period,
  });
}

export function total(metrics: readonly IMetric[]): MathExpression {
  return overAll('SUM', metrics);
}

export function worst(metrics: readonly IMetric[]): MathExpression {
  return overAll('MAX', metrics);
}

/** Where some have no value, as most have at most times, the others count. */
function overAll(operation: 'SUM' | 'MAX', metrics: readonly IMetric[]): MathExpression {
  const byId = Object.fromEntries(metrics.map((metric, i) => [`m${i}`, metric]));
  return new MathExpression({
    expression: `${operation}([${Object.keys(byId).join(', ')}])`,
    label: operation === 'SUM' ? 'Sum' : 'Worst',
    usingMetrics: byId,
    period: FIVE_MINUTES,
  });
}

/** Watches everything, and tells one topic of what is wrong and of what is right again. */
export class Alarms extends Construct {
  readonly all: readonly Alarm[];

  constructor(scope: Construct, id: string, alarms: readonly AlarmSpec[], topicArn: string) {
    super(scope, id);
    const topic: IAlarmAction = { bind: () => ({ alarmActionArn: topicArn }) };
    this.all = alarms.map((spec) => {
      const alarm = new Alarm(this, idOf(spec.name), {
        alarmName: named(spec.name),
        alarmDescription: `${spec.meaning}. What to do: ${RUNBOOK}#${spec.section ?? spec.name}`,
        metric: spec.metric,
        comparisonOperator:
          spec.above === undefined
            ? ComparisonOperator.LESS_THAN_THRESHOLD
            : ComparisonOperator.GREATER_THAN_THRESHOLD,
        threshold: spec.above ?? spec.below!,
        datapointsToAlarm: spec.for[0],
        evaluationPeriods: spec.for[1],
        treatMissingData: spec.silence
          ? TreatMissingData.BREACHING
          : TreatMissingData.NOT_BREACHING,
      });
      alarm.addAlarmAction(topic);
      alarm.addOkAction(topic);
      (alarm.node.defaultChild as CfnResource).cfnOptions.condition = spec.condition;
      return alarm;
    });
  }
}

/** DiskShort of disk-short. */
function idOf(name: string): string {
  return name.replace(/(^|-)[a-z]/g, (start) => start.slice(-1).toUpperCase());
}

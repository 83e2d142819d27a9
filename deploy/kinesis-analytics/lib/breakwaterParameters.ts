// SPDX-License-Identifier: Apache-2.0
import { CfnRule, Fn, Stack } from 'aws-cdk-lib/core';
import { EVENT_SOURCES, SourceParameter } from './eventSources';
import { bothOrNeither, Groups, onOrOff, parametersOf, Setting } from './parameters';

/** Retention that CloudWatch Logs offers, in days. */
const LOG_DAYS = [
  '1',
  '3',
  '5',
  '7',
  '14',
  '30',
  '60',
  '90',
  '120',
  '150',
  '180',
  '365',
  '400',
  '545',
  '731',
];

const DURATION = '^PT(?=.)([0-9]+H)?([0-9]+M)?([0-9]+(\\.[0-9]{1,3})?S)?$';

const SOURCES = Object.fromEntries(
  EVENT_SOURCES.map(({ parameter, label, pattern }) => [
    parameter,
    onOrOff(label, 'true', `Read these events: ${pattern['detail-type'].join(', ')}.`),
  ]),
) as Record<SourceParameter, Setting>;

/** What may be set of the stack; that of the response job has some of it, too. */
export const GROUPS = {
  'The job': {
    CodeBucket: {
      label: 'Bucket of the jar',
      description: 'Name of the versioned bucket that the jar was uploaded to.',
      allowedPattern: '^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$',
    },
    CodeKey: {
      label: 'Key of the jar',
      description: 'Key of the jar in that bucket.',
      default: 'breakwater-correlation.jar',
      allowedPattern: '^[^*?\\s]{1,1024}$',
    },
    CodeVersion: {
      label: 'Version of the jar',
      description:
        'Version id of that object. Another version is an update: the service takes a snapshot and goes on from it.',
      allowedPattern: '^(?!null$)[!-~]{1,1024}$',
    },
    NamePrefix: {
      label: 'Prefix of names',
      description:
        'Streams, rules, alarms and the application are named after it. Cannot be changed later.',
      default: 'breakwater',
      allowedPattern: '^[a-z][a-z0-9-]{0,18}[a-z0-9]$',
    },
  },
  Capacity: {
    RuntimeEnvironment: {
      label: 'Runtime',
      description: 'The runtime that the jar is built for.',
      default: 'FLINK-1_20',
      allowedValues: ['FLINK-1_20'],
    },
    Parallelism: {
      label: 'Parallelism',
      description:
        'Tasks side by side. Divided by those per KPU it makes the KPUs that are billed, besides one for orchestration.',
      type: 'Number',
      default: 1,
      minValue: 1,
      maxValue: 256,
    },
    ParallelismPerKpu: {
      label: 'Tasks per KPU',
      description: 'A KPU has 1 vCPU, 4 GB of memory and 50 GB of disk, which its tasks share.',
      type: 'Number',
      default: 1,
      minValue: 1,
      maxValue: 8,
    },
    AutoScaling: onOrOff(
      'Scale by itself',
      'false',
      'Let the service double the parallelism above 75% CPU and halve it below 10%. Each change is a restart of the job.',
    ),
    StreamMode: {
      label: 'Capacity of the streams',
      description:
        'PROVISIONED with one shard for findings keeps one order of all events, also when they are read again after a failure. ON_DEMAND grows by itself and keeps none.',
      default: 'PROVISIONED',
      allowedValues: ['PROVISIONED', 'ON_DEMAND'],
    },
    FindingsShards: {
      label: 'Shards for findings',
      description: 'Where provisioned. Each takes 1 MB or 1,000 events a second.',
      type: 'Number',
      default: 1,
      minValue: 1,
      maxValue: 200,
    },
    OutputShards: {
      label: 'Shards of each output',
      description:
        'Where provisioned. Revisions of one exposure share a shard, however many there are.',
      type: 'Number',
      default: 1,
      minValue: 1,
      maxValue: 200,
    },
    RetentionHours: {
      label: 'Hours that streams remember',
      description:
        'How long the job, or a reader of its output, may stand still without losing anything.',
      type: 'Number',
      default: 168,
      minValue: 24,
      maxValue: 8760,
    },
  },
  'Where findings come from': {
    ...SOURCES,
    ArchiveDays: {
      label: 'Days that events are archived',
      description: 'For replays: EventBridge keeps the events of the sources above for so long.',
      type: 'Number',
      default: 30,
      minValue: 1,
      maxValue: 3650,
    },
  },
  'Member accounts': {
    OrganizationId: {
      label: 'Organisation',
      description:
        'Let accounts of this organisation, such as o-a1b2c3d4e5, send events to a bus made for them. Empty: no organisation.',
      default: '',
      allowedPattern: '^$|^o-[a-z0-9]{10,32}$',
    },
    MemberAccounts: {
      label: 'Accounts',
      description:
        'Let only these accounts, separated by commas, send events to that bus; with an organisation, as long as they belong to it. Empty: all of the organisation.',
      default: '',
      allowedPattern: '^$|^[0-9]{12}(,[0-9]{12})*$',
    },
  },
  'Encryption and network': {
    CustomerManagedKey: onOrOff(
      'Key of your own',
      'false',
      'Make a key and encrypt all streams, the state of the job, buckets, queues, archives and logs with it.',
    ),
    SubnetIds: {
      label: 'Subnets',
      description:
        'Run the job in these private subnets, separated by commas. They need a way to Kinesis. Empty: not in a VPC.',
      default: '',
      allowedPattern: '^$|^subnet-[0-9a-f]+(,subnet-[0-9a-f]+){0,15}$',
    },
    SecurityGroupIds: {
      label: 'Security groups',
      description: 'Of the job in these subnets, separated by commas. They need no way in.',
      default: '',
      allowedPattern: '^$|^sg-[0-9a-f]+(,sg-[0-9a-f]+){0,4}$',
    },
  },
  'What is told, and to whom': {
    DeliverToS3: onOrOff(
      'Keep the output in S3',
      'true',
      'Deliver exposures and certificate alerts to a bucket as well, compressed, by the hour.',
    ),
    DeliveredDays: {
      label: 'Days that the output is kept',
      description: 'What was delivered to S3 is deleted after so long.',
      type: 'Number',
      default: 365,
      minValue: 1,
      maxValue: 3650,
    },
    LogDays: {
      label: 'Days that logs are kept',
      description: 'Logs name no resource and hold no findings.',
      type: 'Number',
      default: 90,
      allowedValues: LOG_DAYS,
    },
    AlarmEmail: {
      label: 'E-mail for alarms',
      description:
        'Gets every alarm once the address has been confirmed. Empty: subscribe to the topic yourself.',
      default: '',
      allowedPattern: '^$|^[^@\\s]+@[^@\\s]+$',
    },
  },
  'How the job works': {
    StartPosition: {
      label: 'Where to begin',
      description:
        'In the stream of findings, when there is no snapshot to go on from: TRIM_HORIZON, LATEST or a time such as 2026-11-05T10:00:00Z.',
      default: 'TRIM_HORIZON',
      allowedPattern:
        '^TRIM_HORIZON$|^LATEST$|^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,3})?Z$',
    },
    Settle: {
      label: 'How long changes settle',
      description: 'A change waits so long for further ones, unless it raises the severity.',
      default: 'PT5S',
      allowedPattern: DURATION,
    },
    Lateness: {
      label: 'How late events may be',
      description: 'How far behind the latest event the job keeps its clock.',
      default: 'PT5M',
      allowedPattern: DURATION,
    },
    Hops: {
      label: 'Edges that a trait travels',
      description: 'From one resource to another, at most.',
      type: 'Number',
      default: 4,
      minValue: 1,
      maxValue: 8,
    },
    MaxRecordBytes: {
      label: 'Largest event in bytes',
      description: 'Larger ones become dead letters.',
      type: 'Number',
      default: 1048576,
      minValue: 1024,
      maxValue: 10485760,
    },
    Actions: onOrOff(
      'Actions of people',
      'false',
      'Make a stream that what people decide about exposures is sent to, and one that the job answers on. Without it, nobody acts on the job.',
    ),
    LiveRules: onOrOff(
      'Rules while it runs',
      'false',
      'Make a stream that new rules are sent to, and one that the job answers on, so that rules change without a restart. Without it, they stay those of the jar.',
    ),
    JudgedAgainPerSecond: {
      label: 'Resources judged again a second',
      description:
        'Where rules change while it runs: how fast each task judges what is known by new ones.',
      type: 'Number',
      default: 1000,
      minValue: 1,
      maxValue: 100000,
    },
    LogLevel: {
      label: 'Log level',
      description: 'Below INFO, logs grow by the event.',
      default: 'INFO',
      allowedValues: ['DEBUG', 'INFO', 'WARN', 'ERROR'],
    },
    MetricsLevel: {
      label: 'Level of metrics',
      description:
        'Beyond APPLICATION every metric is billed for each task or operator. Alarms and the dashboard need no more.',
      default: 'APPLICATION',
      allowedValues: ['APPLICATION', 'TASK', 'OPERATOR', 'PARALLELISM'],
    },
    MaintenanceWindowStart: {
      label: 'Maintenance from',
      description:
        'When the eight hours begin in which the service may restart the job for maintenance, such as 02:00, in UTC. Empty: the service chooses.',
      default: '',
      allowedPattern: '^$|^([01][0-9]|2[0-3]):[0-5][0-9]$',
    },
  },
} satisfies Groups;

export type BreakwaterParameters = ReturnType<typeof parametersOf<typeof GROUPS>>;

export function breakwaterParameters(stack: Stack): BreakwaterParameters {
  const parameters = parametersOf(stack, GROUPS);
  bothOrNeither(stack, parameters.SubnetIds, parameters.SecurityGroupIds);
  new CfnRule(stack, 'SomethingIsRead', {
    assertions: [
      {
        assert: Fn.conditionOr(
          ...EVENT_SOURCES.map(({ parameter }) =>
            Fn.conditionEquals(parameters[parameter].valueAsString, 'true'),
          ),
        ),
        assertDescription: 'At least one source of findings has to be switched on.',
      },
    ],
  });
  return parameters;
}

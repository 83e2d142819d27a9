// SPDX-License-Identifier: Apache-2.0
import { Aws, CfnCondition, CfnOutput, Validations } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { Alarms, correlationAlarms, Watched } from './alarms';
import { AlarmTopic } from './alarmTopic';
import { ApplicationStart } from './applicationStart';
import { breakwaterParameters, BreakwaterParameters } from './breakwaterParameters';
import { Overview } from './dashboard';
import { DataKey } from './dataKey';
import { Delivery } from './delivery';
import { FindingEvents } from './findingEvents';
import { FlinkApplication } from './flinkApplication';
import { ARNS, JOBS, LOG_GROUPS, STARTS } from './names';
import { onlyIf, Options, textOf } from './options';
import { PlainStack } from './plainStack';
import { arnsOf } from './roles';
import { Streams } from './streams';

/**
 * Breakwater in one account and region: events of findings go into a stream, the correlation job
 * reads it and writes exposures, certificate alerts, choke points and dead letters. Where that was
 * chosen, it takes new rules from a stream while it runs.
 *
 * The response job has a stack of its own, which uses the key of this one where there is one.
 */
export class BreakwaterStack extends PlainStack {
  constructor(scope: Construct, id: string) {
    super(scope, id, {
      description: 'Breakwater: AWS security findings in, exposure findings out',
    });
    Validations.of(this).acknowledge({
      id: 'CloudFormation-Validate::W1030',
      reason: 'The start of the maintenance window is used only where one is given.',
    });
    const parameters = breakwaterParameters(this);
    const options = new Options(this, parameters);
    const jobs = Object.values(JOBS);

    const key = new DataKey(this, 'DataKey', options, {
      applications: jobs.map(ARNS.application),
      logGroups: [
        ...jobs.map(LOG_GROUPS.job),
        LOG_GROUPS.delivery,
        ...Object.values(STARTS).map(LOG_GROUPS.start),
      ].map(ARNS.logGroup),
      archivedBuses: [ARNS.defaultBus(), ARNS.membersBus()],
      buses: [ARNS.membersBus()],
    });
    const shared = { parameters, options, key };

    const streams = new Streams(this, 'Stream', parameters, options, key);
    const events = new FindingEvents(this, 'Events', { ...shared, stream: streams.findings });

    const correlation = new FlinkApplication(this, 'Correlation', {
      ...shared,
      name: JOBS.correlation,
      description: 'Findings in; exposures, certificate alerts and choke points out',
      code: { key: parameters.CodeKey, version: parameters.CodeVersion },
      parallelism: parameters.Parallelism,
      parallelismPerKpu: parameters.ParallelismPerKpu,
      properties: correlationProperties(parameters, options, streams),
      reads: arnsOf([streams.findings, streams.rules, streams.control]),
      writes: arnsOf([...streams.outputs, streams.ruleAnswers, streams.controlAnswers]),
    });
    new ApplicationStart(this, 'Start', {
      ...shared,
      name: STARTS.correlation,
      applications: [JOBS.correlation],
    }).start(correlation);

    const delivery = new Delivery(this, 'Delivery', {
      ...shared,
      streams: { exposures: streams.exposures, certificates: streams.certificates },
    });

    const watched: Watched = {
      application: correlation.name,
      findings: streams.findings.ref,
      outputs: streams.outputs.map((stream) => stream.ref),
      deadLetters: streams.deadLetters.ref,
      retentionHours: parameters.RetentionHours,
      undelivered: events.undelivered.name,
      rules: events.rules.names,
      members: {
        bus: events.membersBus.name,
        rules: events.membersRules.names,
        condition: options.hasMembers,
      },
      delivery: { names: delivery.names, condition: options.deliversToS3 },
    };
    const topic = new AlarmTopic(this, 'AlarmTopic', parameters, options);
    new Alarms(this, 'Alarm', correlationAlarms(watched), topic.arn);
    new Overview(this, 'Overview', watched);

    const { customerManagedKey, deliversToS3, hasActions, hasLiveRules, hasMembers } = options;
    this.tell({
      ApplicationName: ['The correlation job', correlation.name],
      LogGroupName: ['Its log', correlation.logGroup.name],
      FindingsStreamName: ['What it reads', streams.findings.ref],
      ExposuresStreamName: ['Revisions of exposures', streams.exposures.ref],
      ExposuresStreamArn: ['The same stream', streams.exposures.attrArn],
      CertificatesStreamName: ['Revisions of certificate alerts', streams.certificates.ref],
      CertificatesStreamArn: ['The same stream', streams.certificates.attrArn],
      ChokePointsStreamName: ['What several exposures rest on', streams.chokePoints.ref],
      DeadLettersStreamName: ['What could not be read', streams.deadLetters.ref],
      RulesStreamName: ['Where new rules are sent to', streams.rules.ref, hasLiveRules],
      RuleAnswersStreamName: ['What became of new rules', streams.ruleAnswers.ref, hasLiveRules],
      ControlStreamName: ['Where actions of people are sent to', streams.control.ref, hasActions],
      ControlAnswersStreamName: [
        'What became of actions of people',
        streams.controlAnswers.ref,
        hasActions,
      ],
      UndeliveredEventsQueueUrl: ['Events that could not be delivered', events.undelivered.url],
      ArchiveArn: ['Archive of what was read', events.archive.attrArn],
      AlarmTopicArn: ['Where alarms go', topic.arn],
      DashboardName: ['The dashboard in CloudWatch', textOf(parameters.NamePrefix)],
      MembersBusArn: ['Where other accounts send events', events.membersBus.arn, hasMembers],
      MembersArchiveArn: [
        'Archive of what other accounts sent',
        events.membersArchive.attrArn,
        hasMembers,
      ],
      BucketName: ['Exposures and certificate alerts as files', delivery.bucket.name, deliversToS3],
      DataKeyArn: ['The key that all of it is encrypted with', key.arn, customerManagedKey],
    });
  }

  /** What scripts and readers need to know: by its name, what it is, and whether it is there. */
  private tell(
    outputs: Record<string, [description: string, value: string, condition?: CfnCondition]>,
  ): void {
    for (const [name, [description, value, condition]] of Object.entries(outputs)) {
      new CfnOutput(this, `Output${name}`, { description, value, condition }).overrideLogicalId(
        name,
      );
    }
  }
}

/** What contract.json says that the job can be told; a test compares. */
function correlationProperties(
  parameters: BreakwaterParameters,
  { hasActions, hasLiveRules }: Options,
  streams: Streams,
) {
  return {
    Source: {
      'input-stream': streams.findings.ref,
      region: Aws.REGION,
      'start-position': textOf(parameters.StartPosition),
      'rule-stream': onlyIf(hasLiveRules, streams.rules.ref),
      'control-stream': onlyIf(hasActions, streams.control.ref),
    },
    Sinks: {
      'exposure-stream': streams.exposures.ref,
      'certificate-stream': streams.certificates.ref,
      'dead-letter-stream': streams.deadLetters.ref,
      'choke-point-stream': streams.chokePoints.ref,
      'rule-answer-stream': onlyIf(hasLiveRules, streams.ruleAnswers.ref),
      'control-answer-stream': onlyIf(hasActions, streams.controlAnswers.ref),
    },
    Correlation: {
      settle: textOf(parameters.Settle),
      lateness: textOf(parameters.Lateness),
      hops: textOf(parameters.Hops),
      'judged-again-per-second': textOf(parameters.JudgedAgainPerSecond),
      'max-record-bytes': textOf(parameters.MaxRecordBytes),
    },
  };
}

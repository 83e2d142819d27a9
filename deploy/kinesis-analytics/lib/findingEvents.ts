// SPDX-License-Identifier: Apache-2.0
import { CfnCondition } from 'aws-cdk-lib/core';
import { CfnArchive } from 'aws-cdk-lib/aws-events';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { CfnStream } from 'aws-cdk-lib/aws-kinesis';
import { Construct } from 'constructs';
import { BreakwaterParameters } from './breakwaterParameters';
import { DataKey } from './dataKey';
import { DeadLetterQueue } from './deadLetterQueue';
import { EVENT_SOURCES } from './eventSources';
import { FindingRules } from './findingRules';
import { MembersBus } from './membersBus';
import { ARNS, arn, named } from './names';
import { choose, onlyIf, Options } from './options';
import { ServiceRole, throughKinesis } from './roles';

export interface FindingEventsProps {
  readonly parameters: BreakwaterParameters;
  readonly options: Options;
  readonly key: DataKey;
  readonly stream: CfnStream;
}

/**
 * How findings come from EventBridge into the stream: rules on the default bus of this account, a
 * bus for other accounts with the same rules, archives of what passes, and a queue for what could
 * not be delivered.
 */
export class FindingEvents extends Construct {
  readonly undelivered: DeadLetterQueue;
  readonly rules: FindingRules;
  readonly membersBus: MembersBus;
  readonly membersRules: FindingRules;
  readonly archive: CfnArchive;
  readonly membersArchive: CfnArchive;

  constructor(scope: Construct, id: string, props: FindingEventsProps) {
    super(scope, id);
    const { options, key, stream } = props;
    const rules = [
      arn('events', 'rule/${NamePrefix}-*'),
      arn('events', 'rule/${NamePrefix}-members/${NamePrefix}-*'),
    ];

    this.undelivered = new DeadLetterQueue(this, 'Undelivered', {
      rules,
      encryption: {
        kmsMasterKeyId: key.orNone(),
        sqsManagedSseEnabled: choose<unknown>(options.customerManagedKey, false, true) as boolean,
      },
    });

    const role = new ServiceRole(this, 'Role', {
      service: 'events.amazonaws.com',
      description: 'Lets rules put events into the stream of findings',
      sources: rules,
      statements: [
        new PolicyStatement({
          sid: 'PutsFindings',
          actions: ['kinesis:PutRecord', 'kinesis:PutRecords'],
          resources: [stream.attrArn],
        }),
      ],
      further: [
        {
          name: 'WithKey',
          condition: options.customerManagedKey,
          statements: [
            new PolicyStatement({
              sid: 'PutsEncrypted',
              actions: ['kms:GenerateDataKey'],
              resources: [key.arn],
              conditions: throughKinesis([stream.attrArn]),
            }),
          ],
        },
      ],
    });

    const delivery = {
      target: { arn: stream.attrArn, roleArn: role.arn },
      deadLetterQueueArn: this.undelivered.arn,
    };
    this.rules = new FindingRules(this, 'Rule', {
      ...delivery,
      when: (source) => options.reads(source),
    });
    this.archive = this.archiveOf('Archive', 'findings', ARNS.defaultBus(), props);

    this.membersBus = new MembersBus(this, 'Members', props);
    this.membersRules = new FindingRules(this, 'MembersRule', {
      ...delivery,
      busName: this.membersBus.name,
      when: (source) => options.readsOfMembers(source),
    });
    this.membersArchive = this.archiveOf(
      'MembersArchive',
      'members-findings',
      this.membersBus.arn,
      props,
      options.hasMembers,
    );
  }

  /**
   * Keeps the events of the chosen sources. Breakwater's own findings are kept as well: a replay
   * passes the rules again, and they leave them out.
   */
  private archiveOf(
    id: string,
    name: string,
    busArn: string,
    { parameters, options, key }: FindingEventsProps,
    condition?: CfnCondition,
  ): CfnArchive {
    const sources = new Set(EVENT_SOURCES.flatMap(({ pattern }) => [...pattern.source]));
    const archive = new CfnArchive(this, id, {
      archiveName: named(name),
      description: 'What Breakwater has read, for replays',
      sourceArn: busArn,
      retentionDays: parameters.ArchiveDays.valueAsNumber,
      kmsKeyIdentifier: key.orNone(),
      eventPattern: {
        source: [...sources],
        'detail-type': EVENT_SOURCES.flatMap(({ parameter, pattern }) =>
          pattern['detail-type'].map((detailType) => onlyIf(options.reads(parameter), detailType)),
        ),
      },
    });
    archive.cfnOptions.condition = condition;
    return archive;
  }
}

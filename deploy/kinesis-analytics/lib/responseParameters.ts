// SPDX-License-Identifier: Apache-2.0
import { CfnCondition, CfnParameter, CfnRule, Fn, Stack } from 'aws-cdk-lib/core';
import { GROUPS } from './breakwaterParameters';
import { EncryptionKey } from './dataKey';
import { choose, onlyIf } from './options';
import { bothOrNeither, Groups, onOrOff, parametersOf } from './parameters';

const { CodeBucket, CodeVersion, CodeKey, NamePrefix } = GROUPS['The job'];
const { RuntimeEnvironment, Parallelism, ParallelismPerKpu, AutoScaling, OutputShards } =
  GROUPS.Capacity;
const { SubnetIds, SecurityGroupIds } = GROUPS['Encryption and network'];
const { StartPosition, LogLevel, MetricsLevel, MaintenanceWindowStart } =
  GROUPS['How the job works'];

/** So many ARNs of each kind are within the 10,240 characters that the policies of a role may have. */
export const MOST_ARNS = 10;

/** A list of ARNs of one kind, each in full, or nothing. */
function arnsLike(arn: string): string {
  return `^$|^${arn}(,${arn}){0,${MOST_ARNS - 1}}$`;
}

const RESPONSE_GROUPS = {
  'The job': {
    CodeBucket,
    CodeKey: { ...CodeKey, default: 'breakwater-response.jar' },
    CodeVersion,
    NamePrefix: {
      ...NamePrefix,
      description:
        'That of the stack whose exposures and certificate alerts are answered to. Cannot be changed later.',
    },
  },
  'The plan': {
    PlanKey: {
      label: 'Key of the plan',
      description:
        'Key of the plan of responses, in the bucket of the jar. Another key is another plan: the job restarts with it.',
      allowedPattern: '^[^*?\\s]{1,1024}$',
    },
    DryRun: onOrOff(
      'Only say it',
      'false',
      'Report what would be done, and do nothing, whatever the plan says.',
    ),
  },
  'What the plan needs': {
    SecretArns: {
      label: 'Secrets',
      description:
        'ARNs of the secrets of Secrets Manager that the plan names, separated by commas, each with the six characters at its end.',
      default: '',
      allowedPattern: arnsLike(
        'arn:aws[a-z-]*:secretsmanager:[a-z0-9-]+:[0-9]{12}:secret:[A-Za-z0-9/_+=.@-]+-[A-Za-z0-9]{6}',
      ),
    },
    TopicArns: {
      label: 'Topics',
      description: 'ARNs of the topics of SNS that the plan names, separated by commas.',
      default: '',
      allowedPattern: arnsLike('arn:aws[a-z-]*:sns:[a-z0-9-]+:[0-9]{12}:[A-Za-z0-9_-]+(\\.fifo)?'),
    },
    KeyArns: {
      label: 'Keys of secrets and topics',
      description:
        'ARNs of keys of your own that these secrets and topics are encrypted with, separated by commas.',
      default: '',
      allowedPattern: arnsLike('arn:aws[a-z-]*:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+'),
    },
    MemberRoleArns: {
      label: 'Roles in member accounts',
      description:
        'ARNs of the roles that the job takes to import findings into the Security Hub of other accounts, separated by commas.',
      default: '',
      allowedPattern: arnsLike('arn:aws[a-z-]*:iam::[0-9]{12}:role/[A-Za-z0-9_+=,.@/-]+'),
    },
    MemberRole: {
      label: 'Role of that name in every account',
      description:
        'Name, with its path, of a role that the job may take for the same in every account of the organisation. Empty: only the roles above.',
      default: '',
      allowedPattern: '^$|^[A-Za-z0-9_+=,.@-][A-Za-z0-9_+=,.@/-]{0,511}$',
    },
    OrganizationId: {
      label: 'Organisation',
      description: 'Whose accounts these are, such as o-a1b2c3d4e5.',
      default: '',
      allowedPattern: '^$|^o-[a-z0-9]{10,32}$',
    },
    ImportsHere: onOrOff(
      'Security Hub of this account',
      'false',
      'Let the job import findings into the Security Hub of this account without another role.',
    ),
  },
  Capacity: {
    RuntimeEnvironment,
    Parallelism,
    ParallelismPerKpu,
    AutoScaling,
    StreamMode: {
      label: 'Capacity of the streams',
      description:
        'Of reports and dead letters. PROVISIONED has shards, ON_DEMAND grows by itself.',
      default: 'PROVISIONED',
      allowedValues: ['PROVISIONED', 'ON_DEMAND'],
    },
    OutputShards: {
      ...OutputShards,
      description: 'Of reports and of dead letters, where provisioned.',
    },
    RetentionHours: {
      ...GROUPS.Capacity.RetentionHours,
      description:
        'How long reports and dead letters can be read, and controls lie there. How long the job may stand still is set where exposures are.',
    },
  },
  'Encryption and network': {
    DataKeyArn: {
      label: 'Key of your own',
      description:
        'What the other stack gives as DataKeyArn, where it has a key. Empty: keys that AWS manages.',
      default: '',
      allowedPattern: '^$|^arn:aws[a-z-]*:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$',
    },
    SubnetIds: {
      ...SubnetIds,
      description:
        'Run the job in these private subnets, separated by commas. They need a way to Kinesis and to all that the plan names. Empty: not in a VPC.',
    },
    SecurityGroupIds,
  },
  'What is told, and to whom': {
    AlarmTopicArn: {
      label: 'Topic of alarms',
      description: 'What the other stack gives as AlarmTopicArn.',
      allowedPattern: '^arn:aws[a-z-]*:sns:[a-z0-9-]+:[0-9]{12}:[A-Za-z0-9_-]+$',
    },
    LogDays: GROUPS['What is told, and to whom'].LogDays,
  },
  'How the job works': {
    StartPosition: {
      ...StartPosition,
      description:
        'In the streams, when there is no snapshot to go on from: TRIM_HORIZON, LATEST or a time such as 2026-11-05T10:00:00Z.',
    },
    LogLevel,
    MetricsLevel,
    MaintenanceWindowStart,
  },
} satisfies Groups;

export type ResponseParameters = ReturnType<typeof parametersOf<typeof RESPONSE_GROUPS>>;

export function responseParameters(stack: Stack): ResponseParameters {
  const parameters = parametersOf(stack, RESPONSE_GROUPS);
  bothOrNeither(stack, parameters.SubnetIds, parameters.SecurityGroupIds);
  new CfnRule(stack, 'KeysAreOfSomething', {
    ruleCondition: isGiven(parameters.KeyArns),
    assertions: [
      {
        assert: Fn.conditionOr(isGiven(parameters.SecretArns), isGiven(parameters.TopicArns)),
        assertDescription: 'With KeyArns, SecretArns or TopicArns has to be given, too.',
      },
    ],
  });
  new CfnRule(stack, 'RoleNeedsOrganization', {
    ruleCondition: isGiven(parameters.MemberRole),
    assertions: [
      {
        assert: isGiven(parameters.OrganizationId),
        assertDescription: 'With MemberRole, OrganizationId has to be given, too.',
      },
    ],
  });
  return parameters;
}

function isGiven(parameter: CfnParameter) {
  return Fn.conditionNot(Fn.conditionEquals(parameter.valueAsString, ''));
}

/** What was chosen, as conditions of the template. */
export class ResponseOptions {
  readonly customerManagedKey: CfnCondition;
  readonly inVpc: CfnCondition;
  readonly provisioned: CfnCondition;
  readonly hasMaintenanceWindow: CfnCondition;
  readonly hasSecrets: CfnCondition;
  readonly hasSecretKeys: CfnCondition;
  readonly hasTopics: CfnCondition;
  readonly hasTopicKeys: CfnCondition;
  readonly hasMemberRoles: CfnCondition;
  readonly hasMemberRole: CfnCondition;
  readonly importsHere: CfnCondition;

  constructor(stack: Stack, parameters: ResponseParameters) {
    const given = (name: string, parameter: CfnParameter) =>
      new CfnCondition(stack, name, { expression: isGiven(parameter) });
    const both = (name: string, one: CfnCondition, other: CfnCondition) =>
      new CfnCondition(stack, name, { expression: Fn.conditionAnd(one, other) });
    const is = (name: string, parameter: CfnParameter, value: string) =>
      new CfnCondition(stack, name, {
        expression: Fn.conditionEquals(parameter.valueAsString, value),
      });

    this.customerManagedKey = given('HasCustomerManagedKey', parameters.DataKeyArn);
    this.inVpc = given('IsInVpc', parameters.SubnetIds);
    this.provisioned = is('IsProvisioned', parameters.StreamMode, 'PROVISIONED');
    this.hasMaintenanceWindow = given('HasMaintenanceWindow', parameters.MaintenanceWindowStart);
    const hasKeys = given('HasKeys', parameters.KeyArns);
    this.hasSecrets = given('HasSecrets', parameters.SecretArns);
    this.hasSecretKeys = both('HasSecretKeys', this.hasSecrets, hasKeys);
    this.hasTopics = given('HasTopics', parameters.TopicArns);
    this.hasTopicKeys = both('HasTopicKeys', this.hasTopics, hasKeys);
    this.hasMemberRoles = given('HasMemberRoles', parameters.MemberRoleArns);
    this.hasMemberRole = given('HasMemberRole', parameters.MemberRole);
    this.importsHere = is('ImportsFindingsHere', parameters.ImportsHere, 'true');
  }
}

/** The key that another stack has made, where it has. */
export function givenKey(parameters: ResponseParameters, options: ResponseOptions): EncryptionKey {
  const arn = parameters.DataKeyArn.valueAsString;
  return {
    arn,
    or: (otherwise) => choose(options.customerManagedKey, arn, otherwise),
    orNone: () => onlyIf(options.customerManagedKey, arn),
  };
}

// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { committed, TEMPLATES } from '../lib/templates';
import { Template } from '../lib/template';
import { Validation } from '../lib/validation';

const validation = new Validation();

for (const name of TEMPLATES) {
  test(`${name} is what CloudFormation specifies`, () => {
    assert.deepEqual(validation.faults(committed(name)), []);
  });
}

/** A template that is right, to be spoilt. */
function template(): Template {
  return {
    Parameters: {
      Shards: { Type: 'Number', Default: 1, MinValue: 1 },
      Mode: { Type: 'String', Default: 'PROVISIONED', AllowedValues: ['PROVISIONED', 'ON_DEMAND'] },
      Scaling: { Type: 'String', Default: 'true', AllowedValues: ['true', 'false'] },
    },
    Conditions: { Scales: { 'Fn::Equals': [{ Ref: 'Scaling' }, 'true'] } },
    Resources: {
      Stream: {
        Type: 'AWS::Kinesis::Stream',
        Properties: {
          ShardCount: { Ref: 'Shards' },
          StreamModeDetails: { StreamMode: { Ref: 'Mode' } },
        },
      },
      Application: {
        Type: 'AWS::KinesisAnalyticsV2::Application',
        Condition: 'Scales',
        DependsOn: 'Stream',
        Properties: {
          RuntimeEnvironment: 'FLINK-1_20',
          ServiceExecutionRole: {
            'Fn::Sub': 'arn:${AWS::Partition}:iam::111122223333:role/${Stream}',
          },
          ApplicationConfiguration: {
            ApplicationSnapshotConfiguration: { SnapshotsEnabled: true },
            EnvironmentProperties: {
              PropertyGroups: [
                {
                  PropertyGroupId: 'Source',
                  PropertyMap: { arn: { 'Fn::GetAtt': ['Stream', 'Arn'] } },
                },
              ],
            },
            FlinkApplicationConfiguration: {
              ParallelismConfiguration: {
                ConfigurationType: 'CUSTOM',
                AutoScalingEnabled: { Ref: 'Scaling' },
              },
            },
          },
        },
      },
    },
  };
}

const broken: Record<string, { spoil: (right: any) => void; fault: string }> = {
  'an unknown type': {
    spoil: ({ Resources }) => (Resources.Stream.Type = 'AWS::Kinesis::Streem'),
    fault: 'Stream: there is no type AWS::Kinesis::Streem',
  },
  'an unknown property': {
    spoil: ({ Resources }) => (Resources.Stream.Properties.Shards = 1),
    fault: 'Stream: there is no Shards',
  },
  'an unknown property further in': {
    spoil: ({ Resources }) =>
      (Resources.Application.Properties.ApplicationConfiguration.ApplicationSnapshotConfiguration.SnapshotsEnable = true),
    fault:
      'Application.ApplicationConfiguration.ApplicationSnapshotConfiguration: there is no SnapshotsEnable',
  },
  'a missing property': {
    spoil: ({ Resources }) => delete Resources.Application.Properties.RuntimeEnvironment,
    fault: 'Application: RuntimeEnvironment is missing',
  },
  'a property that is missing for one choice': {
    spoil: ({ Resources }) =>
      (Resources.Application.Properties.RuntimeEnvironment = {
        'Fn::If': ['Scales', 'FLINK-1_20', { Ref: 'AWS::NoValue' }],
      }),
    fault: 'Application: RuntimeEnvironment is missing',
  },
  'a wrong type': {
    spoil: ({ Resources }) => (Resources.Stream.Properties.RetentionPeriodHours = 'one'),
    fault: 'Stream.RetentionPeriodHours must be a whole number, is "one"',
  },
  'a wrong type in one choice': {
    spoil: ({ Resources }) =>
      (Resources.Stream.Properties.RetentionPeriodHours = { 'Fn::If': ['Scales', 1, 1.5] }),
    fault: 'Stream.RetentionPeriodHours must be a whole number, is 1.5',
  },
  'an object in place of a list': {
    spoil: ({ Resources }) =>
      (Resources.Application.Properties.ApplicationConfiguration.EnvironmentProperties.PropertyGroups =
        {}),
    fault:
      'Application.ApplicationConfiguration.EnvironmentProperties.PropertyGroups must be a list, is {}',
  },
  'a value that is none of those allowed': {
    spoil: ({ Resources }) => (Resources.Application.Properties.ApplicationMode = 'FAST'),
    fault: 'Application.ApplicationMode must be one of INTERACTIVE, STREAMING, is "FAST"',
  },
  'a parameter that may be none of those allowed': {
    spoil: ({ Parameters }) => Parameters.Mode.AllowedValues.push('FAST'),
    fault: 'Stream.StreamModeDetails.StreamMode must be one of ON_DEMAND, PROVISIONED, is "FAST"',
  },
  'a text where a number is needed': {
    spoil: ({ Parameters }) => (Parameters.Shards.Type = 'String'),
    fault: 'Stream.ShardCount must be a number, the parameter Shards is a String',
  },
  'a parameter that may be neither true nor false': {
    spoil: ({ Parameters }) => delete Parameters.Scaling.AllowedValues,
    fault:
      'Application.ApplicationConfiguration.FlinkApplicationConfiguration.ParallelismConfiguration.AutoScalingEnabled must be true or false, the parameter Scaling may be something else',
  },
  'a default that its parameter does not allow': {
    spoil: ({ Parameters }) => (Parameters.Shards.Default = 0),
    fault: 'Shards: the default 0 is less than 1',
  },
  'a mention of nothing': {
    spoil: ({ Resources }) => (Resources.Stream.Properties.Name = { Ref: 'Nowhere' }),
    fault: 'Resources.Stream.Properties.Name: there is no parameter or resource Nowhere',
  },
  'a mention of nothing within a text': {
    spoil: ({ Resources }) => (Resources.Stream.Properties.Name = { 'Fn::Sub': 'a-${Nowhere}' }),
    fault: 'Resources.Stream.Properties.Name: there is no parameter or resource Nowhere',
  },
  'an attribute that there is not': {
    spoil: ({ Resources }) =>
      (Resources.Stream.Properties.Name = { 'Fn::GetAtt': ['Stream', 'Name'] }),
    fault: 'Resources.Stream.Properties.Name: AWS::Kinesis::Stream has no attribute Name',
  },
  'a condition that there is not': {
    spoil: ({ Resources }) => (Resources.Stream.Condition = 'Never'),
    fault: 'Resources.Stream: there is no condition Never',
  },
  'a dependency on nothing': {
    spoil: ({ Resources }) => (Resources.Application.DependsOn = ['Stream', 'Nowhere']),
    fault: 'Application: depends on Nowhere, which does not exist',
  },
  'a parameter that nothing uses': {
    spoil: ({ Parameters }) => (Parameters.Idle = { Type: 'String' }),
    fault: 'Idle: the parameter is used nowhere',
  },
  'a condition that nothing uses': {
    spoil: ({ Conditions }) => (Conditions.Idle = { 'Fn::Equals': ['a', 'b'] }),
    fault: 'Idle: the condition is used nowhere',
  },
  'something that no resource has': {
    spoil: ({ Resources }) => (Resources.Stream.Propertys = {}),
    fault: 'Stream: no resource has Propertys',
  },
};

test('a template that is right has no faults', () => {
  assert.deepEqual(validation.faults(template()), []);
});

for (const [what, { spoil, fault }] of Object.entries(broken)) {
  test(`${what} is told`, () => {
    const spoilt = template();
    spoil(spoilt);

    assert.deepEqual(validation.faults(spoilt), [fault]);
  });
}

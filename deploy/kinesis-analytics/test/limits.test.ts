// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import { test } from 'node:test';
import { committed, fileOf, TEMPLATES } from '../lib/templates';

// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html
for (const name of TEMPLATES) {
  test(`${name} is within what CloudFormation takes from a bucket`, () => {
    const { Parameters = {}, Resources, Outputs = {} } = committed(name);

    assert.ok(statSync(fileOf(name)).size <= 1_000_000);
    assert.ok(Object.keys(Parameters).length <= 200);
    assert.ok(Object.keys(Resources).length <= 500);
    assert.ok(Object.keys(Outputs).length <= 200);
  });
}

test('what is deployed by itself, without a bucket, is within what a request holds', () => {
  for (const name of ['code-bucket', 'member-account'] as const) {
    assert.ok(statSync(fileOf(name)).size <= 51_200);
  }
});

test('templates name no account, region, partition or organisation', () => {
  for (const name of TEMPLATES) {
    const { Parameters, ...others } = committed(name);
    const text = JSON.stringify(others);
    assert.doesNotMatch(text, /[^0-9][0-9]{12}[^0-9]/);
    assert.doesNotMatch(text, /arn:aws/);
    assert.doesNotMatch(text, /(us|eu|ap|cn|us-gov)-[a-z]+-[0-9]/);
  }
});

test('no template needs a bootstrapped account', () => {
  for (const name of TEMPLATES) {
    assert.doesNotMatch(JSON.stringify(committed(name)), /BootstrapVersion|cdk-hnb|CDKMetadata/);
  }
});

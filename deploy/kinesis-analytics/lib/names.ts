// SPDX-License-Identifier: Apache-2.0
import { Aws, Fn } from 'aws-cdk-lib/core';

/**
 * The name of something: the prefix that was chosen, and what it is. Names are fixed, so that
 * policies can name a resource before it exists.
 */
export function named(what: string): string {
  return Fn.sub(`\${NamePrefix}-${what}`);
}

/** The ARN of something of this account and region, where placeholders stand for parameters. */
export function arn(service: string, resource: string): string {
  return Fn.sub(`arn:\${AWS::Partition}:${service}:\${AWS::Region}:\${AWS::AccountId}:${resource}`);
}

/** A service as the caller of a key: the condition key kms:ViaService. */
export function viaService(service: string): string {
  return `${service}.${Aws.REGION}.${Aws.URL_SUFFIX}`;
}

/** Names of the jobs after the prefix. Each has a stack of its own. */
export const JOBS = { correlation: 'correlation', response: 'response' } as const;

/** Names of the functions that start them. */
export const STARTS = { correlation: 'start-application', response: 'start-response' } as const;

/** Names of log groups, with the placeholder for the prefix. */
export const LOG_GROUPS = {
  job: (name: string) => `/aws/kinesis-analytics/\${NamePrefix}-${name}`,
  delivery: '/aws/kinesisfirehose/${NamePrefix}',
  start: (name: string) => `/aws/lambda/\${NamePrefix}-${name}`,
};

/** ARNs by name, for policies that are made before what they name. */
export const ARNS = {
  application: (name: string) => arn('kinesisanalytics', `application/\${NamePrefix}-${name}`),
  logGroup: (name: string) => arn('logs', `log-group:${name}`),
  defaultBus: () => arn('events', 'event-bus/default'),
  stream: (name: string) => arn('kinesis', `stream/\${NamePrefix}-${name}`),
  membersBus: () => arn('events', 'event-bus/${NamePrefix}-members'),
};

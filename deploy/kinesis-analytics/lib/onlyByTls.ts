// SPDX-License-Identifier: Apache-2.0
import { AnyPrincipal, Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';

/** Refuses whoever does not speak TLS. */
export function onlyByTls(service: 'sqs' | 's3' | 'sns', ...resources: string[]): PolicyStatement {
  return new PolicyStatement({
    sid: 'OnlyByTls',
    effect: Effect.DENY,
    principals: [new AnyPrincipal()],
    actions: service === 'sns' ? ['sns:Publish'] : [`${service}:*`],
    resources,
    conditions: { Bool: { 'aws:SecureTransport': 'false' } },
  });
}

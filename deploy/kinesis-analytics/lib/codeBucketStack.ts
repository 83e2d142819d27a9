// SPDX-License-Identifier: Apache-2.0
import { CfnOutput } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { PlainStack } from './plainStack';
import { PrivateBucket } from './privateBucket';

/**
 * Where jars are put before a stack can load them, version by version, so that going back is naming
 * an earlier one. Jars hold no secrets: S3's own encryption is enough.
 */
export class CodeBucketStack extends PlainStack {
  constructor(scope: Construct, id: string) {
    super(scope, id, { description: 'Breakwater: where the jars of its jobs are kept' });
    const bucket = new PrivateBucket(this, 'Code', {
      versioned: true,
      encryption: {
        serverSideEncryptionConfiguration: [
          { serverSideEncryptionByDefault: { sseAlgorithm: 'AES256' } },
        ],
      },
      lifecycle: [
        {
          id: 'forget-old-versions',
          status: 'Enabled',
          noncurrentVersionExpiration: { noncurrentDays: 365, newerNoncurrentVersions: 10 },
          abortIncompleteMultipartUpload: { daysAfterInitiation: 1 },
        },
      ],
    });
    new CfnOutput(this, 'BucketName', {
      description: 'What the other stack calls CodeBucket',
      value: bucket.name,
    });
  }
}

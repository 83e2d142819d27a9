// SPDX-License-Identifier: Apache-2.0
import { CfnCondition, CfnDeletionPolicy, Validations } from 'aws-cdk-lib/core';
import { PolicyDocument } from 'aws-cdk-lib/aws-iam';
import { CfnBucket, CfnBucketPolicy } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { onlyByTls } from './onlyByTls';

export interface PrivateBucketProps {
  readonly encryption: CfnBucket.BucketEncryptionProperty;
  readonly lifecycle: readonly CfnBucket.RuleProperty[];
  readonly versioned: boolean;
  readonly condition?: CfnCondition;
}

/**
 * An encrypted bucket that nobody reaches from outside or without TLS. CloudFormation names it, and
 * leaves it behind with what is in it when the stack goes.
 */
export class PrivateBucket extends Construct {
  readonly name: string;
  readonly arn: string;

  constructor(scope: Construct, id: string, props: PrivateBucketProps) {
    super(scope, id);
    const bucket = new CfnBucket(this, 'Resource', {
      bucketEncryption: props.encryption,
      publicAccessBlockConfiguration: {
        blockPublicAcls: true,
        blockPublicPolicy: true,
        ignorePublicAcls: true,
        restrictPublicBuckets: true,
      },
      ownershipControls: { rules: [{ objectOwnership: 'BucketOwnerEnforced' }] },
      versioningConfiguration: props.versioned ? { status: 'Enabled' } : undefined,
      lifecycleConfiguration: { rules: [...props.lifecycle] },
    });
    bucket.cfnOptions.condition = props.condition;
    bucket.cfnOptions.deletionPolicy = CfnDeletionPolicy.RETAIN;
    bucket.cfnOptions.updateReplacePolicy = CfnDeletionPolicy.RETAIN;
    Validations.of(bucket).acknowledge({
      id: 'AwsSolutions::AwsSolutions-S1',
      reason:
        'Access logs need a bucket of the account or organisation to go to, which this stack cannot know; CloudTrail data events tell the same.',
    });
    this.name = bucket.ref;
    this.arn = bucket.attrArn;

    new CfnBucketPolicy(this, 'Policy', {
      bucket: bucket.ref,
      policyDocument: new PolicyDocument({
        statements: [onlyByTls('s3', this.arn, `${this.arn}/*`)],
      }),
    }).cfnOptions.condition = props.condition;
  }
}

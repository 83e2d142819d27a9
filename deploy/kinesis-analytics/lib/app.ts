// SPDX-License-Identifier: Apache-2.0
import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { BreakwaterStack } from './breakwaterStack';
import { CodeBucketStack } from './codeBucketStack';
import { MemberAccountStack } from './memberAccountStack';

/** All stacks, none of them tied to an account, a region or a partition. */
export function breakwaterApp(outdir: string): App {
  const app = new App({
    analyticsReporting: false,
    outdir,
    context: { '@aws-cdk/core:validateAgainstDefaultRules': true },
  });
  new CodeBucketStack(app, 'code-bucket');
  new BreakwaterStack(app, 'breakwater');
  new MemberAccountStack(app, 'member-account');
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  return app;
}

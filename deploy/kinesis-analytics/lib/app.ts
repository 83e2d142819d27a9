// SPDX-License-Identifier: Apache-2.0
import { App, IPolicyValidationPlugin, Validations } from 'aws-cdk-lib/core';
import { BreakwaterStack } from './breakwaterStack';
import { CodeBucketStack } from './codeBucketStack';
import { MemberAccountStack } from './memberAccountStack';
import { ResponseStack } from './responseStack';

/**
 * The types of cdk-nag are made of those of every service that there is, which take ten seconds to
 * read: so it is loaded without them.
 */
const { AwsSolutionsChecks } = require('cdk-nag') as {
  AwsSolutionsChecks: new (scope: App) => IPolicyValidationPlugin;
};

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
  new ResponseStack(app, 'response');
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  return app;
}

// SPDX-License-Identifier: Apache-2.0
import { CfnElement, DefaultStackSynthesizer, Stack, StackProps } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';

/** Where CDK wraps one resource in another construct, the wrapping has no name of its own. */
const UNNAMED = new Set(['Default', 'Resource']);

/**
 * A stack whose template stands by itself: it needs no bootstrapped account, and its logical ids are
 * the names of its constructs, without a hash, because people read the template.
 */
export class PlainStack extends Stack {
  constructor(scope: Construct, id: string, props: StackProps) {
    super(scope, id, {
      ...props,
      synthesizer: new DefaultStackSynthesizer({ generateBootstrapVersionRule: false }),
    });
  }

  protected allocateLogicalId(element: CfnElement): string {
    return element.node.scopes
      .slice(this.node.scopes.length)
      .map((scope) => scope.node.id)
      .filter((id) => !UNNAMED.has(id))
      .join('');
  }
}

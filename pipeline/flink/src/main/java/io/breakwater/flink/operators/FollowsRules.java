// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink.operators;

import io.breakwater.core.rules.RuleKind;
import io.breakwater.core.rules.Rules;
import java.util.Set;

/**
 * A function whose rules may change while it runs. What it keeps of keys was judged by the rules of
 * then: for each key there is a timer in processing time, at which it judges again.
 */
interface FollowsRules {
  /** From now on these hold. Called before the first element, and at every change. */
  void follow(Rules rules);

  /** What it uses of the rules. */
  default Set<RuleKind> follows() {
    return Set.of(RuleKind.CATALOGUE);
  }

  /** For changes of which what it keeps is to be judged again; none by default. */
  default Set<RuleKind> judgesAgainFor() {
    return Set.of();
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.function;

import io.breakwater.response.message.Ask;
import io.breakwater.response.message.Went;
import io.breakwater.response.message.Went.How;
import io.breakwater.response.targets.Outcome;
import org.apache.flink.statefun.sdk.Context;

/** How functions get leave to call a target from its limiter, and give it back. */
final class Leave {
  private Leave() {}

  static void ask(Context context, String target) {
    context.send(
        Functions.limiter(target),
        Ask.newBuilder().setType(context.self().type().name()).setId(context.self().id()).build());
  }

  static void giveBack(Context context, String target, How how) {
    context.send(Functions.limiter(target), Went.newBuilder().setHow(how).build());
  }

  static void giveBack(Context context, String target, Outcome<?> outcome) {
    context.send(Functions.limiter(target), went(outcome));
  }

  private static Went went(Outcome<?> outcome) {
    var went = Went.newBuilder();
    if (!outcome.isOfTarget()) {
      return went.setHow(How.WELL).build();
    }
    return outcome.retryAfter().isPresent()
        ? went.setHow(How.THROTTLED).setRetryAfter(outcome.retryAfter().get().toMillis()).build()
        : went.setHow(How.BADLY).build();
  }
}

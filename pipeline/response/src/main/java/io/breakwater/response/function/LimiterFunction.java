// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.function;

import io.breakwater.response.limit.Limiter;
import io.breakwater.response.message.Ask;
import io.breakwater.response.message.Go;
import io.breakwater.response.message.LimiterState;
import io.breakwater.response.message.Went;
import java.time.Duration;
import org.apache.flink.statefun.sdk.Address;
import org.apache.flink.statefun.sdk.Context;
import org.apache.flink.statefun.sdk.state.Expiration;

/** Lets those who want something of a target go one after another. */
final class LimiterFunction extends Remembering<LimiterState> {
  private final Workplace workplace;

  LimiterFunction(Workplace workplace) {
    super(LimiterState.getDefaultInstance(), Expiration.none());
    this.workplace = workplace;
  }

  @Override
  public void invoke(Context context, Object input) {
    long now = workplace.clock().millis();
    var limiter =
        Limiter.of(remembered(), workplace.limits(context.self().id()), workplace.chance());
    if (input instanceof Ask) {
      var ask = (Ask) input;
      long wait = limiter.ask(ask.getInTurn(), now);
      if (wait == 0) {
        context.send(whoAsks(ask), Go.getDefaultInstance());
      } else {
        var again = ask.toBuilder().setInTurn(true).build();
        context.sendAfter(Duration.ofMillis(wait), context.self(), again);
      }
    } else if (input instanceof Went) {
      limiter.went((Went) input, now);
    }
    remember(limiter.state());
  }

  private static Address whoAsks(Ask ask) {
    return new Address(Functions.named(ask.getType()), ask.getId());
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.breakwater.benchmark.respond;

import io.breakwater.fakes.Trouble;
import io.breakwater.fakes.Troubles;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/**
 * How many exposures go through their lives, and what goes wrong meanwhile.
 *
 * @param perSecond how many calls the job may make of each target
 * @param taskManagerKills together with the other one, how often processes of the job are killed
 * @param share of calls that meet each trouble
 * @param forbidden the share of tickets that their workflow does not let be closed
 */
public record RespondPlan(
    long seed,
    int exposures,
    int perSecond,
    int taskManagerKills,
    int jobManagerKills,
    Duration pauseBetweenKills,
    Map<Trouble, Double> share,
    double forbidden) {
  static final Duration SEARCH_LAG = Duration.ofSeconds(2);
  static final Duration TIMEOUT = Duration.ofSeconds(3);

  /** What the issue of tickets promises. */
  public static RespondPlan whole(long seed) {
    return new RespondPlan(
        seed, 10_000, 1_000, 9, 3, Duration.ofSeconds(15), share(0.01, 0.0003), 0.03);
  }

  /** Enough to see that it holds. */
  public static RespondPlan brief(long seed) {
    return new RespondPlan(seed, 150, 200, 2, 1, Duration.ofSeconds(2), share(0.02, 0.002), 0.05);
  }

  private static Map<Trouble, Double> share(double each, double throttled) {
    var share = new EnumMap<Trouble, Double>(Trouble.class);
    share.put(Trouble.THROTTLED, throttled);
    share.put(Trouble.ERROR_BEFORE, each);
    share.put(Trouble.ERROR_AFTER, each);
    share.put(Trouble.STALL_BEFORE, each / 4);
    share.put(Trouble.STALL_AFTER, each / 4);
    share.put(Trouble.LOST_ANSWER, each);
    share.put(Trouble.SLOW, each);
    return share;
  }

  Troubles troubles() {
    return Troubles.seeded(seed, share)
        .withRetryAfter(Duration.ofSeconds(1))
        .withDelay(Duration.ofMillis(1_500));
  }
}

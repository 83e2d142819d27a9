// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.web.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** How much one address may ask: some at once, and then so many a second. Thread-safe. */
final class RateLimit {
  private static final int ADDRESSES = 10_000;

  private final double perSecond;
  private final int atOnce;
  private final Clock clock;

  /** The last of many; who is forgotten begins anew. */
  private final Map<String, Left> left =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Left> eldest) {
          return size() > ADDRESSES;
        }
      };

  private record Left(double requests, Instant at) {}

  RateLimit(double perSecond, int atOnce, Clock clock) {
    this.perSecond = perSecond;
    this.atOnce = atOnce;
    this.clock = clock;
  }

  /**
   * Counts a request.
   *
   * @return how long to wait with it; empty when it may go on
   */
  synchronized Optional<Duration> take(String address) {
    double now = left(address);
    left.put(address, new Left(Math.max(0, now - 1), clock.instant()));
    return wait(now);
  }

  /** The same, without counting one. */
  synchronized Optional<Duration> look(String address) {
    return wait(left(address));
  }

  private double left(String address) {
    var before = left.get(address);
    if (before == null) {
      return atOnce;
    }
    double since = Duration.between(before.at, clock.instant()).toMillis() / 1000.0;
    return Math.min(atOnce, before.requests + Math.max(0, since) * perSecond);
  }

  private Optional<Duration> wait(double requests) {
    return requests >= 1
        ? Optional.empty()
        : Optional.of(Duration.ofMillis((long) Math.ceil((1 - requests) / perSecond * 1000)));
  }
}

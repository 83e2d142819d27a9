// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.web.feeds;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** How many a second, over the last ten. */
final class Rate {
  private static final Duration OVER = Duration.ofSeconds(10);

  private final Deque<Taken> taken = new ArrayDeque<>();

  private record Taken(Instant at, long records) {}

  void add(Instant now, long records) {
    taken.addLast(new Taken(now, records));
    forget(now);
  }

  double perSecond(Instant now) {
    forget(now);
    return (double) taken.stream().mapToLong(Taken::records).sum() / OVER.toSeconds();
  }

  private void forget(Instant now) {
    var from = now.minus(OVER);
    while (!taken.isEmpty() && !taken.peekFirst().at.isAfter(from)) {
      taken.removeFirst();
    }
  }
}

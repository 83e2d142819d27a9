// SPDX-License-Identifier: Apache-2.0
package io.breakwater.fakes.jira;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How often one issue may be written to: 20 times in 2 seconds and 100 times in 30. A write that is
 * refused does not count.
 *
 * @see <a href="https://developer.atlassian.com/cloud/jira/platform/rate-limiting/">Rate limiting
 *     in Jira Cloud</a>
 */
final class WriteLimit {
  private static final Window SHORT = new Window(20, Duration.ofSeconds(2));
  private static final Window LONG = new Window(100, Duration.ofSeconds(30));

  private record Window(int most, Duration length) {}

  private final Map<Long, Deque<Instant>> writes = new HashMap<>();

  /** Counts a write, unless it comes too soon: then how long to wait. */
  Optional<Duration> count(long issue, Instant now) {
    var times = writes.computeIfAbsent(issue, id -> new ArrayDeque<>());
    times.removeIf(time -> !time.isAfter(now.minus(LONG.length())));
    for (var window : new Window[] {LONG, SHORT}) {
      var within = times.stream().filter(time -> time.isAfter(now.minus(window.length()))).toList();
      if (within.size() >= window.most()) {
        var frees = within.get(within.size() - window.most()).plus(window.length());
        return Optional.of(Duration.between(now, frees));
      }
    }
    times.add(now);
    return Optional.empty();
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.breakwater.fakes.aws;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** How often one account may import in one Region: 10 times a second, 30 times in a burst. */
final class ImportRate {
  private static final double PER_SECOND = 10;
  private static final double BURST = 30;

  private record Bucket(double tokens, Instant at) {}

  private final Map<Caller, Bucket> buckets = new HashMap<>();

  /** Whether one more is allowed; if so, it counts. */
  boolean allows(Caller caller, Instant now) {
    var former = buckets.getOrDefault(caller, new Bucket(BURST, now));
    double seconds = Math.max(0, Duration.between(former.at(), now).toNanos() / 1e9);
    double tokens = Math.min(BURST, former.tokens() + seconds * PER_SECOND);
    boolean allowed = tokens >= 1;
    buckets.put(caller, new Bucket(allowed ? tokens - 1 : tokens, now));
    return allowed;
  }
}

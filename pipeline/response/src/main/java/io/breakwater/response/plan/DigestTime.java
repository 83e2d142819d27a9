// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.plan;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Objects;

/** At which time of the day people get what has come together, by the clock where they are. */
public final class DigestTime {
  private final ZoneId zone;
  private final LocalTime at;

  public DigestTime(ZoneId zone, LocalTime at) {
    this.zone = Objects.requireNonNull(zone);
    this.at = Objects.requireNonNull(at);
  }

  /** The next time after this one. */
  public Instant next(Instant now) {
    var today = now.atZone(zone).toLocalDate().atTime(at).atZone(zone).toInstant();
    return today.isAfter(now)
        ? today
        : now.atZone(zone).toLocalDate().plusDays(1).atTime(at).atZone(zone).toInstant();
  }
}

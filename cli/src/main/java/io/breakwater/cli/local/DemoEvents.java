// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.local;

import io.breakwater.demo.DemoEvent;
import io.breakwater.demo.Organisation;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** The events of the demo organisation one after the other: its opening first, then its life. */
final class DemoEvents {
  private final Organisation organisation;
  private final Clock clock;
  private final Deque<DemoEvent> opening = new ArrayDeque<>();
  private boolean opened;

  DemoEvents(long seed, Clock clock) {
    this.organisation = Organisation.seeded(seed);
    this.clock = clock;
  }

  /** Never ends; stamped with the time of the call. */
  DemoEvent next() {
    if (!opened) {
      opening.addAll(organisation.opening(clock.instant()));
      opened = true;
    }
    return opening.isEmpty() ? organisation.next(clock.instant()) : opening.poll();
  }

  /** Whether the next event still belongs to the opening. */
  boolean isOpening() {
    return !opened || !opening.isEmpty();
  }

  /** How many events come at once, before the rate holds. */
  static int openingSize(long seed) {
    return Organisation.seeded(seed).opening(Instant.EPOCH).size();
  }
}

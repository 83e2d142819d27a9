// SPDX-License-Identifier: Apache-2.0
package io.breakwater.demo;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Something that happens in the organisation, told event by event. */
final class Scene {
  /** What happens next; empty when it has become pointless meanwhile. */
  @FunctionalInterface
  interface Step {
    Optional<DemoEvent> at(Instant now);
  }

  private final Deque<Step> steps = new ArrayDeque<>();

  Scene then(Step step) {
    steps.add(step);
    return this;
  }

  /** The next event; empty when the scene is over. */
  Optional<DemoEvent> next(Instant now) {
    while (!steps.isEmpty()) {
      var event = steps.remove().at(now);
      if (event.isPresent()) {
        return event;
      }
    }
    return Optional.empty();
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.breakwater.demo.fleet;

import io.breakwater.demo.DemoEvent;
import io.breakwater.demo.estate.Resource;
import io.breakwater.demo.format.Occasion;
import java.time.Instant;
import java.util.function.Function;

/**
 * An event that is to come.
 *
 * @param about the resource that it is partitioned by
 */
record Telling(Instant at, Resource about, Function<Occasion, byte[]> event) {
  DemoEvent told(String eventId) {
    return new DemoEvent(about.arn(), event.apply(new Occasion(eventId, at)));
  }
}

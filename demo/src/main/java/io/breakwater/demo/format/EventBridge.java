// SPDX-License-Identifier: Apache-2.0
package io.breakwater.demo.format;

import io.breakwater.demo.estate.Place;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;

/**
 * What EventBridge writes around an event.
 *
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-events.html">Events</a>
 */
final class EventBridge {
  private EventBridge() {}

  static byte[] event(
      String source,
      String detailType,
      Place place,
      Occasion occasion,
      List<String> resources,
      Consumer<Json> detail) {
    return Json.document(
        event ->
            event
                .put("version", "0")
                .put("id", occasion.eventId())
                .put("detail-type", detailType)
                .put("source", source)
                .put("account", place.account().id())
                .put("time", occasion.time().truncatedTo(ChronoUnit.SECONDS).toString())
                .put("region", place.region())
                .texts("resources", resources)
                .object("detail", detail));
  }
}

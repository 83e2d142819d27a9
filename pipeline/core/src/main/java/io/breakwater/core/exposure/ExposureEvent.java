// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.exposure;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** An exposure as the event that patterns of suppressions are written against. */
public final class ExposureEvent {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private ExposureEvent() {}

  public static ObjectNode of(Exposure exposure) {
    var event = NODES.objectNode();
    var about =
        event
            .putObject("exposure")
            .put("uid", exposure.uid())
            .put("title", exposure.title())
            .put("type", exposure.rule().type())
            .put("rule", exposure.rule().id());
    var traits = about.putArray("trait");
    exposure.traits().forEach(trait -> traits.add(trait.trait().id()));
    var resource = exposure.resource();
    event
        .putObject("resource")
        .put("arn", resource.arn().toString())
        .put("type", resource.type().name())
        .put("account", resource.account())
        .put("region", resource.region());
    return event;
  }
}

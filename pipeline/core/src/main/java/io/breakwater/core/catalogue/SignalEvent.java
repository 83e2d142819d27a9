// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.catalogue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.core.severity.CvssVector;
import io.breakwater.core.signal.Known;
import io.breakwater.core.signal.OpenPath;
import io.breakwater.core.signal.Signal;
import io.breakwater.core.signal.Vulnerability;
import java.util.Locale;

/** A signal as the event that catalogue patterns are written against. */
final class SignalEvent {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private SignalEvent() {}

  static ObjectNode of(Signal signal) {
    var event = NODES.objectNode();
    event.put("product", signal.product());
    put(event, "kind", signal.kind());
    put(event, "control", signal.control());
    put(event, "title", signal.title());
    event.put("severity", signal.severity().label());
    event.putObject("resource").put("type", signal.resource().type().name());
    signal.vulnerability().ifPresent(v -> event.set("vulnerability", vulnerability(v)));
    signal.openPath().ifPresent(path -> event.set("openPath", openPath(path)));
    if (!signal.attributes().isEmpty()) {
      var attributes = event.putObject("attributes");
      signal.attributes().forEach(attributes::put);
    }
    return event;
  }

  private static ObjectNode vulnerability(Vulnerability vulnerability) {
    var vector = CvssVector.of(vulnerability.cvssVector());
    var node = NODES.objectNode();
    put(node, "id", vulnerability.id());
    put(node, "attackVector", vector.attackVector());
    put(node, "privilegesRequired", vector.privilegesRequired());
    put(node, "userInteraction", vector.userInteraction());
    vulnerability.cvssScore().ifPresent(score -> node.put("cvss", score));
    vulnerability.epss().ifPresent(epss -> node.put("epss", epss));
    put(node, "exploitAvailable", word(vulnerability.exploitAvailable()));
    put(node, "knownExploited", word(vulnerability.knownExploited()));
    put(node, "fixAvailable", word(vulnerability.fixAvailable()));
    return node;
  }

  private static ObjectNode openPath(OpenPath path) {
    var node = NODES.objectNode();
    node.put("origin", path.origin().name().toLowerCase(Locale.ROOT));
    node.put("firstPort", path.firstPort());
    node.put("lastPort", path.lastPort());
    put(node, "protocol", path.protocol());
    return node;
  }

  private static String word(Known known) {
    return known == Known.UNKNOWN ? "" : known.name().toLowerCase(Locale.ROOT);
  }

  private static void put(ObjectNode node, String name, String value) {
    if (!value.isEmpty()) {
      node.put(name, value);
    }
  }
}

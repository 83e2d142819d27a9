// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The faults found so far, each with its file and line. */
public final class Faults {
  /** Each once: a file of traits may be read for several types of resource. */
  private final Set<String> found = new LinkedHashSet<>();

  /** A fault of a file that could not be read as a document. */
  public void add(String where, String fault) {
    found.add(where + ": " + fault);
  }

  public void add(Document document, JsonNode node, String fault) {
    add(document.at(node), fault);
  }

  public List<String> found() {
    return List.copyOf(found);
  }

  /** Each named thing must be there. */
  public void unknown(Document document, JsonNode names, Set<String> known, String what) {
    for (var name : names) {
      if (!known.contains(name.asText())) {
        add(document, name, what + " '" + name.asText() + "'");
      }
    }
  }

  /** Empty, with a fault, for what is no positive duration. */
  public Optional<Duration> duration(Document document, JsonNode node, String what) {
    try {
      var duration = Duration.parse(node.asText());
      if (!duration.isNegative() && !duration.isZero()) {
        return Optional.of(duration);
      }
    } catch (DateTimeParseException e) {
      // Said below, like a duration that is not positive.
    }
    add(
        document,
        node,
        what + ": '" + node.asText() + "' is no positive ISO-8601 duration such as P90D");
    return Optional.empty();
  }
}

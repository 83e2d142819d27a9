// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The faults found so far, and values that are read with a fault where they are wrong. */
final class Faults {
  private final List<String> found = new ArrayList<>();

  void add(String fault) {
    found.add(fault);
  }

  List<String> found() {
    return found;
  }

  /** The text of a field; a fault when it is empty. */
  String text(String where, String path, JsonNode node) {
    var text = node.at(path).asText();
    if (text.isEmpty()) {
      add(where + " needs " + path.substring(1).replace('/', ' '));
    }
    return text;
  }

  <E> E oneOf(
      String where, String field, JsonNode node, Function<String, Optional<E>> read, E otherwise) {
    var text = node.path(field).asText();
    return read.apply(text)
        .orElseGet(
            () -> {
              add(where + ": '" + text + "' is no " + field);
              return otherwise;
            });
  }

  Duration duration(String where, String text) {
    try {
      var duration = Duration.parse(text);
      if (!duration.isNegative() && !duration.isZero()) {
        return duration;
      }
    } catch (DateTimeParseException e) {
      // Said below, like a duration that is not positive.
    }
    add(where + ": '" + text + "' is no positive ISO-8601 duration such as P90D");
    return Duration.ofDays(1);
  }
}

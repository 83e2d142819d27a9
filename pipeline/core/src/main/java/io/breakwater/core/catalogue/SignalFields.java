// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.catalogue;

import io.breakwater.core.signal.Attribute;
import io.breakwater.core.signal.OpenPath;
import io.breakwater.core.signal.Severity;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The fields of {@link SignalEvent} that patterns may ask for, and what may stand in them. */
final class SignalFields {
  private static final double LAST_PORT = 65_535;
  private static final List<String> YES_NO = List.of("yes", "no");
  private static final List<String> TRUE_FALSE = List.of("true", "false");

  private static final Map<String, Field> FIELDS = fields();

  private SignalFields() {}

  private static Map<String, Field> fields() {
    var fields = new TreeMap<String, Field>();
    fields.put("product", Field.text().always());
    fields.put("kind", Field.text());
    fields.put("control", Field.text());
    fields.put("title", Field.text());
    fields.put("severity", Field.of(severities()).always());
    fields.put("resource.type", Field.text().always());
    fields.put("vulnerability.id", Field.text());
    fields.put("vulnerability.attackVector", Field.of(List.of("N", "A", "L", "P")));
    fields.put("vulnerability.privilegesRequired", Field.of(List.of("N", "L", "H", "S", "M")));
    fields.put("vulnerability.userInteraction", Field.of(List.of("N", "R", "P", "A")));
    fields.put("vulnerability.cvss", Field.number(0, 10));
    fields.put("vulnerability.epss", Field.number(0, 1));
    fields.put("vulnerability.exploitAvailable", Field.of(YES_NO));
    fields.put("vulnerability.knownExploited", Field.of(YES_NO));
    fields.put("vulnerability.fixAvailable", Field.of(YES_NO));
    fields.put("openPath.origin", Field.of(origins()));
    fields.put("openPath.firstPort", Field.number(-1, LAST_PORT));
    fields.put("openPath.lastPort", Field.number(-1, LAST_PORT));
    fields.put("openPath.protocol", Field.text());
    for (var attribute : Attribute.names()) {
      fields.put("attributes." + attribute, Field.text());
    }
    fields.put("attributes." + Attribute.PUBLIC, Field.of(TRUE_FALSE));
    fields.put("attributes." + Attribute.SAMPLE, Field.of(TRUE_FALSE));
    fields.put("attributes." + Attribute.RESOURCE_ROLE, Field.of(List.of("TARGET", "ACTOR")));
    fields.put("attributes." + Attribute.ADDRESS, Field.of(List.of("public", "private")));
    fields.put("attributes." + Attribute.ADDRESS_IPV6, Field.of(List.of("public")));
    return fields;
  }

  private static List<String> severities() {
    return Arrays.stream(Severity.values()).map(Severity::label).collect(Collectors.toList());
  }

  private static List<String> origins() {
    return Arrays.stream(OpenPath.Origin.values())
        .map(origin -> origin.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.toList());
  }

  /** Empty for a path that no signal has. */
  static Optional<Field> field(String path) {
    return Optional.ofNullable(FIELDS.get(path));
  }

  /** Whether fields lie below the path. */
  static boolean isObject(String path) {
    return FIELDS.keySet().stream().anyMatch(field -> field.startsWith(path + "."));
  }

  /** What may stand in a field. */
  static final class Field {
    private final List<String> words;
    private final boolean number;
    private final double least;
    private final double most;
    private final boolean always;

    private Field(List<String> words, boolean number, double least, double most, boolean always) {
      this.words = words;
      this.number = number;
      this.least = least;
      this.most = most;
      this.always = always;
    }

    private static Field text() {
      return new Field(List.of(), false, 0, 0, false);
    }

    private static Field of(List<String> words) {
      return new Field(List.copyOf(words), false, 0, 0, false);
    }

    private static Field number(double least, double most) {
      return new Field(List.of(), true, least, most, false);
    }

    private Field always() {
      return new Field(words, number, least, most, true);
    }

    boolean isNumber() {
      return number;
    }

    double least() {
      return least;
    }

    double most() {
      return most;
    }

    /** Whether every signal has it. */
    boolean isAlwaysThere() {
      return always;
    }

    /** All that may stand in it; empty where anything may. */
    List<String> words() {
      return words;
    }
  }
}

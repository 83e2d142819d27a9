// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.severity;

import com.fasterxml.jackson.databind.JsonNode;
import io.breakwater.core.signal.Severity;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * Reads the severity model's data, whose form is checked already, and checks what a form cannot
 * say. All faults are reported with the node they are in, none thrown.
 */
public final class SeverityModelReader {
  private static final Level[] ABOVE_LOW = {Level.MODERATE, Level.HIGH, Level.VERY_HIGH};

  private final JsonNode root;
  private final BiConsumer<JsonNode, String> faults;
  private final Values values = new Values();
  private boolean sound = true;

  private SeverityModelReader(JsonNode root, BiConsumer<JsonNode, String> faults) {
    this.root = root;
    this.faults = faults;
  }

  /** Empty when there was a fault. */
  public static Optional<SeverityModel> read(JsonNode root, BiConsumer<JsonNode, String> faults) {
    return new SeverityModelReader(root, faults).read();
  }

  private Optional<SeverityModel> read() {
    values.version = root.path("version").asText();
    values.unknown = root.path("unknown").asInt();
    for (var factor : Factor.values()) {
      factor(factor);
    }
    rising(root.path("levels"), Level.values())
        .forEach((level, points) -> values.points.put(level, points.intValue()));
    values.likelihood = rising(root.path("likelihood"), ABOVE_LOW);
    values.epss = rising(root.path("epss"), ABOVE_LOW);
    values.cvssLevels = rising(root.at("/cvss/levels"), ABOVE_LOW);
    for (var exploit : Exploit.values()) {
      exploit(exploit);
    }
    root.at("/cvss/metrics")
        .properties()
        .forEach(metric -> cvss(metric.getKey(), metric.getValue()));
    root.path("ports").forEach(this::ports);
    matrix();
    return sound ? Optional.of(new SeverityModel(values)) : Optional.empty();
  }

  private void factor(Factor factor) {
    for (var node : root.path("factors")) {
      if (node.path("id").asText().equals(factor.key())) {
        values.names.put(factor, node.path("name").asText());
        values.weights.put(factor, node.path("weight").asInt());
        return;
      }
    }
    fault(root.path("factors"), "factors: '" + factor.key() + "' is missing");
  }

  /** Each level needs more than the one below it. */
  private EnumMap<Level, Double> rising(JsonNode node, Level... levels) {
    var result = new EnumMap<Level, Double>(Level.class);
    double last = Double.NEGATIVE_INFINITY;
    for (var level : levels) {
      var value = node.path(level.key());
      if (!value.isNumber()) {
        sound = false;
        continue;
      }
      if (value.asDouble() <= last) {
        fault(value, "'" + level.key() + "' must be above the level below it");
      }
      last = value.asDouble();
      result.put(level, last);
    }
    return result;
  }

  private void exploit(Exploit exploit) {
    Level.ofKey(root.path("exploit").path(exploit.key()).asText())
        .ifPresentOrElse(level -> values.exploit.put(exploit, level), () -> sound = false);
  }

  private void cvss(String metric, JsonNode points) {
    var byValue = new TreeMap<String, Double>();
    points.properties().forEach(point -> byValue.put(point.getKey(), point.getValue().asDouble()));
    values.cvssMetrics.put(metric, byValue);
  }

  private void ports(JsonNode node) {
    var ranges = new ArrayList<PortLevel.Range>();
    for (var port : node.path("ports")) {
      PortLevel.Range.parse(port.asText())
          .ifPresentOrElse(
              ranges::add,
              () -> fault(port, "'" + port.asText() + "' is no port and no range of ports"));
    }
    Level.ofKey(node.path("level").asText())
        .ifPresentOrElse(
            level -> values.ports.add(new PortLevel(level, ranges, node.path("why").asText())),
            () -> sound = false);
  }

  /** Neither a higher likelihood nor a higher impact may lower the severity. */
  private void matrix() {
    EnumMap<Impact, Severity> below = null;
    for (var level : Level.values()) {
      var row = new EnumMap<Impact, Severity>(Impact.class);
      Severity left = null;
      for (var impact : List.of(Impact.LOW, Impact.MEDIUM, Impact.HIGH)) {
        var cell =
            root.at("/matrix").path(level.key()).path(impact.label().toLowerCase(Locale.ROOT));
        var severity = Severity.ofLabel(cell.asText());
        if (severity == Severity.UNKNOWN) {
          sound = false;
          continue;
        }
        if (left != null && severity.compareTo(left) < 0) {
          fault(cell, "'" + cell.asText() + "' is below the severity of a lower impact");
        }
        if (below != null && severity.compareTo(below.getOrDefault(impact, severity)) < 0) {
          fault(cell, "'" + cell.asText() + "' is below the severity of a lower likelihood");
        }
        left = severity;
        row.put(impact, severity);
      }
      values.matrix.put(level, row);
      below = row;
    }
  }

  private void fault(JsonNode node, String message) {
    sound = false;
    faults.accept(node, message);
  }

  /** What was read, before it becomes a model. */
  static final class Values {
    String version = "";
    int unknown;
    final Map<Factor, String> names = new EnumMap<>(Factor.class);
    final Map<Factor, Integer> weights = new EnumMap<>(Factor.class);
    final Map<Level, Integer> points = new EnumMap<>(Level.class);
    EnumMap<Level, Double> likelihood;
    final Map<Exploit, Level> exploit = new EnumMap<>(Exploit.class);
    EnumMap<Level, Double> epss;
    final Map<String, Map<String, Double>> cvssMetrics = new HashMap<>();
    EnumMap<Level, Double> cvssLevels;
    final List<PortLevel> ports = new ArrayList<>();
    final Map<Level, Map<Impact, Severity>> matrix = new EnumMap<>(Level.class);
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.severity;

import com.fasterxml.jackson.databind.JsonNode;
import io.breakwater.core.signal.Known;
import io.breakwater.core.signal.Severity;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads and checks the severity model's data; all faults are reported, none thrown. */
public final class SeverityModelReader {
  private final JsonNode root;
  private final Consumer<String> faults;
  private final Values values = new Values();
  private boolean sound = true;

  private SeverityModelReader(JsonNode root, Consumer<String> faults) {
    this.root = root;
    this.faults = faults;
  }

  /** Empty when there was a fault. */
  public static Optional<SeverityModel> read(JsonNode root, Consumer<String> faults) {
    return new SeverityModelReader(root, faults).read();
  }

  private Optional<SeverityModel> read() {
    values.version = root.path("version").asText();
    if (values.version.isEmpty()) {
      fault("needs a version");
    }
    values.unknown = level(root.path("unknown").asText(), "/unknown");
    for (var factor : Factor.values()) {
      factor(factor);
    }
    values.levels = levels("/levels", Level.values());
    values.likelihood = levels("/likelihood", Level.MODERATE, Level.HIGH, Level.VERY_HIGH);
    values.epss = levels("/epss", Level.MODERATE, Level.HIGH, Level.VERY_HIGH);
    values.cvssLevels = levels("/cvss/levels", Level.MODERATE, Level.HIGH, Level.VERY_HIGH);
    exploit(Known.YES, "yes");
    exploit(Known.NO, "no");
    root.at("/cvss/metrics")
        .properties()
        .forEach(metric -> cvss(metric.getKey(), metric.getValue()));
    for (var level : Level.values()) {
      row(level);
    }
    return sound ? Optional.of(new SeverityModel(values)) : Optional.empty();
  }

  private void factor(Factor factor) {
    for (var node : root.path("factors")) {
      if (node.path("id").asText().equals(factor.key())) {
        var name = node.path("name").asText();
        if (name.isEmpty()) {
          fault("/factors: '" + factor.key() + "' needs a name");
        }
        values.names.put(factor, name);
        double weight = node.path("weight").asDouble(-1);
        if (weight < 0) {
          fault("/factors: '" + factor.key() + "' needs a weight of 0 or more");
        }
        values.weights.put(factor, weight);
        return;
      }
    }
    fault("/factors: '" + factor.key() + "' is missing");
  }

  private EnumMap<Level, Double> levels(String path, Level... expected) {
    var result = new EnumMap<Level, Double>(Level.class);
    double last = Double.NEGATIVE_INFINITY;
    for (var level : expected) {
      var node = root.at(path).path(level.key());
      if (!node.isNumber()) {
        fault(path + ": '" + level.key() + "' needs a number");
        continue;
      }
      if (node.asDouble() <= last) {
        fault(path + ": '" + level.key() + "' must be above the level below it");
      }
      last = node.asDouble();
      result.put(level, last);
    }
    return result;
  }

  private void exploit(Known known, String key) {
    values.exploitAvailable.put(
        known, level(root.at("/exploitAvailable").path(key).asText(), "/exploitAvailable/" + key));
  }

  private void cvss(String metric, JsonNode points) {
    var byValue = new HashMap<String, Double>();
    for (var point : points.properties()) {
      if (!point.getValue().isNumber()) {
        fault("/cvss/metrics/" + metric + ": '" + point.getKey() + "' needs a number");
      }
      byValue.put(point.getKey(), point.getValue().asDouble());
    }
    values.cvssMetrics.put(metric, byValue);
  }

  private void row(Level level) {
    var row = new EnumMap<Impact, Severity>(Impact.class);
    for (var impact : Impact.values()) {
      if (impact == Impact.UNKNOWN) {
        continue;
      }
      var cell =
          root.at("/matrix")
              .path(level.key())
              .path(impact.label().toLowerCase(Locale.ROOT))
              .asText();
      var severity = Severity.ofLabel(cell);
      if (severity == Severity.UNKNOWN) {
        fault(
            "/matrix/"
                + level.key()
                + ": '"
                + cell
                + "' is no severity for impact "
                + impact.label());
      }
      row.put(impact, severity);
    }
    values.matrix.put(level, row);
  }

  private Level level(String key, String path) {
    return Level.ofKey(key)
        .orElseGet(
            () -> {
              fault(path + ": '" + key + "' is none of low, moderate, high, very-high");
              return Level.MODERATE;
            });
  }

  private void fault(String message) {
    sound = false;
    faults.accept(message);
  }

  /** What was read, before it becomes a model. */
  static final class Values {
    String version = "";
    Level unknown = Level.MODERATE;
    final Map<Factor, String> names = new EnumMap<>(Factor.class);
    final Map<Factor, Double> weights = new EnumMap<>(Factor.class);
    EnumMap<Level, Double> levels;
    EnumMap<Level, Double> likelihood;
    final Map<Known, Level> exploitAvailable = new EnumMap<>(Known.class);
    EnumMap<Level, Double> epss;
    final Map<String, Map<String, Double>> cvssMetrics = new HashMap<>();
    EnumMap<Level, Double> cvssLevels;
    final Map<Level, Map<Impact, Severity>> matrix = new EnumMap<>(Level.class);
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.severity;

import io.breakwater.core.signal.Known;
import io.breakwater.core.signal.Severity;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * From factors to likelihood, and from likelihood and impact to severity. All numbers are data of
 * the catalogue.
 *
 * <p>Likelihood is the weighted mean of the factor levels. A factor that is unknown enters with the
 * model's value for unknown: it neither raises nor lowers as if somebody had measured it.
 */
public final class SeverityModel {
  private final String version;
  private final Level unknown;
  private final Map<Factor, String> names;
  private final Map<Factor, Double> weights;
  private final Map<Level, Double> levels;
  private final Map<Level, Double> likelihood;
  private final Map<Known, Level> exploitAvailable;
  private final Map<Level, Double> epss;
  private final Map<String, Map<String, Double>> cvssMetrics;
  private final Map<Level, Double> cvssLevels;
  private final Map<Level, Map<Impact, Severity>> matrix;

  SeverityModel(SeverityModelReader.Values values) {
    this.version = values.version;
    this.unknown = values.unknown;
    this.names = new EnumMap<>(values.names);
    this.weights = new EnumMap<>(values.weights);
    this.levels = new EnumMap<>(values.levels);
    this.likelihood = new EnumMap<>(values.likelihood);
    this.exploitAvailable = new EnumMap<>(values.exploitAvailable);
    this.epss = new EnumMap<>(values.epss);
    this.cvssMetrics = Map.copyOf(values.cvssMetrics);
    this.cvssLevels = new EnumMap<>(values.cvssLevels);
    this.matrix = new EnumMap<>(values.matrix);
  }

  public String version() {
    return version;
  }

  /** The name people know a factor by. */
  public String nameOf(Factor factor) {
    return names.get(factor);
  }

  public double weightOf(Factor factor) {
    return weights.get(factor);
  }

  /** The weighted mean of the levels, on the scale of the model. */
  public double score(Collection<FactorValue> factors) {
    double sum = 0;
    double weight = 0;
    for (var value : factors) {
      double share = weights.get(value.factor());
      sum += share * levels.get(value.level().orElse(unknown));
      weight += share;
    }
    return weight == 0 ? levels.get(unknown) : sum / weight;
  }

  public Level likelihood(double score) {
    return highestReached(likelihood, score).orElse(Level.LOW);
  }

  /** The level of awareness that an exploit (or the lack of one) stands for. */
  public Optional<Level> ofExploitAvailable(Known available) {
    return Optional.ofNullable(exploitAvailable.get(available));
  }

  /**
   * @param probability 0.0 to 1.0
   */
  public Level ofEpss(double probability) {
    return highestReached(epss, probability).orElse(Level.LOW);
  }

  /** How easy a CVSS vector (v2, v3.x, v4.0) says it is; empty for a text that is no vector. */
  public Optional<Level> ofCvss(CvssVector vector) {
    double points = 0;
    boolean any = false;
    for (var metric : cvssMetrics.entrySet()) {
      var value = metric.getValue().get(vector.metric(metric.getKey()));
      if (value != null) {
        points += value;
        any = true;
      }
    }
    return any
        ? Optional.of(highestReached(cvssLevels, points).orElse(Level.LOW))
        : Optional.empty();
  }

  /** The matrix cell; an unknown impact leaves the severity at what the likelihood says. */
  public Severity severity(Level likelihoodLevel, Impact impact) {
    return matrix.get(likelihoodLevel).get(impact == Impact.UNKNOWN ? Impact.MEDIUM : impact);
  }

  private static Optional<Level> highestReached(Map<Level, Double> thresholds, double value) {
    Level reached = null;
    for (var threshold : thresholds.entrySet()) {
      if (value >= threshold.getValue()) {
        reached = threshold.getKey();
      }
    }
    return Optional.ofNullable(reached);
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.severity;

import io.breakwater.core.signal.OpenPath;
import io.breakwater.core.signal.Severity;
import io.breakwater.core.signal.Vulnerability;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * From factors to likelihood, and from likelihood and impact to severity. All numbers are data of
 * the catalogue.
 *
 * <p>The score is the sum of the points of the four factors, each times its weight. A factor that
 * is unknown has points of its own: it neither raises nor lowers as if somebody had measured it.
 */
public final class SeverityModel {
  private final String version;
  private final int unknownPoints;
  private final Map<Factor, String> names;
  private final Map<Factor, Integer> weights;
  private final Map<Level, Integer> points;
  private final Map<Level, Double> likelihood;
  private final Map<Exploit, Level> exploit;
  private final Map<Level, Double> epss;
  private final Map<String, Map<String, Double>> cvssMetrics;
  private final Map<Level, Double> cvssLevels;
  private final List<PortLevel> ports;
  private final Map<Level, Map<Impact, Severity>> matrix;

  SeverityModel(SeverityModelReader.Values values) {
    this.version = values.version;
    this.unknownPoints = values.unknown;
    this.names = new EnumMap<>(values.names);
    this.weights = new EnumMap<>(values.weights);
    this.points = new EnumMap<>(values.points);
    this.likelihood = new EnumMap<>(values.likelihood);
    this.exploit = new EnumMap<>(values.exploit);
    this.epss = new EnumMap<>(values.epss);
    this.cvssMetrics = Map.copyOf(values.cvssMetrics);
    this.cvssLevels = new EnumMap<>(values.cvssLevels);
    this.ports = List.copyOf(values.ports);
    this.matrix = new EnumMap<>(values.matrix);
  }

  public String version() {
    return version;
  }

  /** The name people know a factor by. */
  public String nameOf(Factor factor) {
    return names.get(factor);
  }

  public int weightOf(Factor factor) {
    return weights.get(factor);
  }

  public int pointsOf(Level level) {
    return points.get(level);
  }

  /** Points of a factor that nothing is known of. */
  public int unknownPoints() {
    return unknownPoints;
  }

  /** Points of a level, or of unknown. */
  public int pointsOf(Optional<Level> level) {
    return level.map(points::get).orElse(unknownPoints);
  }

  /** The sum of the points of the factors, each times its weight. */
  public int score(Collection<FactorValue> factors) {
    int sum = 0;
    for (var value : factors) {
      sum += weights.get(value.factor()) * pointsOf(value.level());
    }
    return sum;
  }

  public Level likelihood(int score) {
    return highestReached(likelihood, score).orElse(Level.LOW);
  }

  /** The least score of a likelihood; empty for the lowest, which has none. */
  public Optional<Integer> leastScoreOf(Level level) {
    return Optional.ofNullable(likelihood.get(level)).map(Double::intValue);
  }

  /** The level of awareness that an exploit (or the lack of one) stands for. */
  public Optional<Level> ofExploit(Vulnerability vulnerability) {
    return Exploit.of(vulnerability).map(exploit::get);
  }

  public Level ofExploit(Exploit known) {
    return exploit.get(known);
  }

  /**
   * @param probability 0.0 to 1.0
   */
  public Level ofEpss(double probability) {
    return highestReached(epss, probability).orElse(Level.LOW);
  }

  /** The least probability of a level; empty for the lowest, which has none. */
  public Optional<Double> leastEpssOf(Level level) {
    return Optional.ofNullable(epss.get(level));
  }

  /** How easy a CVSS vector (v2, v3.x, v4.0) says it is; empty for a text that is no vector. */
  public Optional<Level> ofCvss(CvssVector vector) {
    double sum = 0;
    boolean any = false;
    for (var metric : cvssMetrics.entrySet()) {
      var value = metric.getValue().get(vector.metric(metric.getKey()));
      if (value != null) {
        sum += value;
        any = true;
      }
    }
    return any ? Optional.of(highestReached(cvssLevels, sum).orElse(Level.LOW)) : Optional.empty();
  }

  /** Points of the values of CVSS metrics. */
  public Map<String, Map<String, Double>> cvssMetrics() {
    return cvssMetrics;
  }

  /** The least sum of a level; empty for the lowest, which has none. */
  public Optional<Double> leastCvssOf(Level level) {
    return Optional.ofNullable(cvssLevels.get(level));
  }

  /** How easy the ports of an open path make it; empty when the model speaks of none of them. */
  public Optional<Level> ofPorts(OpenPath path) {
    return ports.stream()
        .filter(entry -> entry.meets(path))
        .map(PortLevel::level)
        .max(Level::compareTo);
  }

  /** In the order of the data. */
  public List<PortLevel> ports() {
    return ports;
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

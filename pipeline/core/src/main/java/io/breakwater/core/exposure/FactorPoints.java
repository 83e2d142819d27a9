// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.exposure;

import io.breakwater.core.catalogue.Trait;
import io.breakwater.core.severity.Factor;
import io.breakwater.core.severity.SeverityModel;
import io.breakwater.core.signal.Signal;
import java.util.Arrays;

/** The points of the four factors as one signal of one trait gives them, unknown ones marked. */
public final class FactorPoints {
  private static final Factor[] FACTORS = Factor.values();
  private static final int UNKNOWN = -1;

  /** Nothing known of any factor. */
  public static final FactorPoints NONE = unknown();

  private final int[] points;

  private FactorPoints(int[] points) {
    this.points = points;
  }

  /**
   * @param points of each factor, in the order of {@link Factor}; -1 for unknown
   * @throws IllegalArgumentException when there are more or fewer than factors
   */
  public static FactorPoints of(int... points) {
    if (points.length != FACTORS.length) {
      throw new IllegalArgumentException(
          "expected points of " + FACTORS.length + " factors, was " + Arrays.toString(points));
    }
    return new FactorPoints(points.clone());
  }

  /** In the order of {@link Factor}; -1 for unknown. */
  public int[] points() {
    return points.clone();
  }

  private static FactorPoints unknown() {
    var points = new int[FACTORS.length];
    Arrays.fill(points, UNKNOWN);
    return new FactorPoints(points);
  }

  /** As one signal of one trait gives them. */
  public static FactorPoints of(Trait trait, Signal signal, SeverityModel model) {
    var points = new int[FACTORS.length];
    for (int i = 0; i < FACTORS.length; i++) {
      var source = trait.factors().get(FACTORS[i]);
      var level = source == null ? null : source.level(signal, model).orElse(null);
      points[i] = level == null ? UNKNOWN : model.pointsOf(level);
    }
    return new FactorPoints(points);
  }

  /** Of each factor the higher. */
  public FactorPoints and(FactorPoints other) {
    var higher = points.clone();
    for (int i = 0; i < higher.length; i++) {
      higher[i] = Math.max(higher[i], other.points[i]);
    }
    return new FactorPoints(higher);
  }

  /** The score of a case with these factors, under what amplifies it. */
  public int score(SeverityModel model, FactorPoints amplified) {
    int sum = 0;
    for (int i = 0; i < FACTORS.length; i++) {
      int own = points[i] == UNKNOWN ? model.unknownPoints() : points[i];
      sum += model.weightOf(FACTORS[i]) * Math.max(own, amplified.points[i]);
    }
    return sum;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FactorPoints && Arrays.equals(points, ((FactorPoints) other).points);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(points);
  }

  @Override
  public String toString() {
    return Arrays.toString(points);
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink.account;

import java.util.Locale;
import java.util.Optional;

/**
 * Something that a live job measures, under the name that reaches CloudWatch.
 *
 * <p>Each name is a metric that is billed, so there is none for a resource, an account or a rule.
 * Histograms do not arrive there, which is why percentiles are gauges.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/managed-flink/latest/java/monitoring-metrics-custom.html">
 *     Custom metrics</a>
 */
public interface ReportedMetric {
  /** The group whose metrics Managed Service for Apache Flink forwards to CloudWatch. */
  String GROUP = "kinesisanalytics";

  /** As the code calls it, such as {@code RECORDS_READ}. */
  String name();

  /** Letters and digits only, as CloudWatch wants it. */
  default String metricName() {
    return camelCase(name());
  }

  Kind kind();

  /** What it counts, or a unit of time. */
  String unit();

  /** A phrase, for people. */
  String meaning();

  /** The alarm on it, by its section of the runbook; empty where there is none. */
  Optional<String> alarm();

  /** Such as {@code recordsDeadNotJson} of {@code records.dead:not-json}. */
  static String camelCase(String name) {
    var camel = new StringBuilder(name.length());
    boolean upper = false;
    for (char next : name.toLowerCase(Locale.ROOT).toCharArray()) {
      if (Character.isLetterOrDigit(next)) {
        camel.append(upper ? Character.toUpperCase(next) : next);
        upper = false;
      } else {
        upper = true;
      }
    }
    return camel.toString();
  }

  /** How a metric is to be read. */
  enum Kind {
    /** Grows only, but for restarts from an older checkpoint. */
    COUNTER,
    /** As it is at the moment. */
    GAUGE
  }
}

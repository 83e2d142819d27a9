// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink.account;

import io.breakwater.core.catalogue.Catalogue;
import java.util.function.Supplier;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.metrics.Gauge;

/** Which catalogue a job judges by, as a metric. */
public final class CatalogueInUse {
  private static final int FIELDS = 3;
  private static final long SHIFT = 100;

  private CatalogueInUse() {}

  /**
   * @param catalogue the one of the moment; asked from another thread
   */
  public static void register(RuntimeContext runtime, Supplier<Catalogue> catalogue) {
    runtime
        .getMetricGroup()
        .addGroup(JobMetric.GROUP)
        .gauge(
            JobMetric.CATALOGUE_VERSION.metricName(),
            (Gauge<Long>) () -> numberOf(catalogue.get().version()));
  }

  /** 2026.11.5 as 20261105; zero for a version that is not three numbers below a hundred. */
  static long numberOf(String version) {
    var fields = version.split("\\.", -1);
    if (fields.length != FIELDS) {
      return 0;
    }
    long number = 0;
    for (var field : fields) {
      if (!field.matches("[0-9]{1,4}") || (number > 0 && Integer.parseInt(field) >= SHIFT)) {
        return 0;
      }
      number = number * SHIFT + Integer.parseInt(field);
    }
    return number;
  }
}

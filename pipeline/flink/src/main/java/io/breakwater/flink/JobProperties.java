// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink;

import io.breakwater.flink.kinesis.KinesisSettings;
import io.breakwater.flink.setting.JobSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** What an operator set of the correlation job on a cluster, read and checked as a whole. */
public final class JobProperties {
  private final KinesisSettings kinesis;
  private final Settings correlation;

  private JobProperties(Map<String, String> properties) {
    var gathered = new CorrelationSettings();
    var faults = CorrelationSettings.ALL.gather(properties, gathered);
    correlation = built(gathered.live, faults);
    JobSettings.failIfFaulty(faults);
    kinesis = gathered.kinesis.build();
  }

  /** All that there is to be set. */
  public static JobSettings<?> all() {
    return CorrelationSettings.ALL;
  }

  /** Null when they do not go together. */
  private static Settings built(Settings.Builder live, List<String> faults) {
    try {
      return live.build();
    } catch (IllegalArgumentException e) {
      faults.add("Correlation." + e.getMessage());
      return null;
    }
  }

  /**
   * From the arguments, where there are any, else from the groups that the service holds.
   *
   * @throws IllegalArgumentException naming every fault
   * @throws IOException when the file cannot be read
   */
  static JobProperties of(String... args) throws IOException {
    return new JobProperties(PropertyGroups.of(args));
  }

  /**
   * From a file that has the groups as the service keeps them.
   *
   * @throws IllegalArgumentException naming every fault
   * @throws IOException when the file cannot be read, or has no groups in it
   */
  public static JobProperties in(Path file) throws IOException {
    return new JobProperties(PropertyGroups.in(file));
  }

  /**
   * From property groups.
   *
   * @throws IllegalArgumentException naming every fault
   */
  public static JobProperties of(Map<String, Properties> groups) {
    return new JobProperties(PropertyGroups.flat(groups));
  }

  KinesisSettings kinesis() {
    return kinesis;
  }

  Settings correlation() {
    return correlation;
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink;

import io.breakwater.flink.kinesis.KinesisSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * What an operator set of the job on a cluster, read and checked as a whole: see {@link JobSetting}
 * for what there is.
 */
public final class JobProperties {
  private final KinesisSettings kinesis;
  private final Settings correlation;

  private JobProperties(Map<String, String> properties) {
    var left = new TreeMap<>(properties);
    var faults = new ArrayList<String>();
    var streams = KinesisSettings.builder();
    var live = Settings.live();
    for (var setting : JobSetting.all()) {
      var text = left.remove(setting.name());
      if (text != null) {
        set(setting, text.strip(), streams, live, faults);
      }
    }
    streams.faults().forEach(fault -> faults.add(inGroup(fault)));
    left.keySet().forEach(name -> faults.add(name + " is no setting of this job"));
    correlation = built(live, faults);
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException(
          "the job cannot start, its settings are wrong:\n  " + String.join("\n  ", faults));
    }
    kinesis = streams.build();
  }

  /** What is wrong about streams is led by the names of settings, without their groups. */
  private static String inGroup(String fault) {
    for (var setting : JobSetting.all()) {
      if (fault.startsWith(setting.key() + " ")) {
        return setting.group() + "." + fault;
      }
    }
    return fault;
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

  private static void set(
      JobSetting setting,
      String text,
      KinesisSettings.Builder streams,
      Settings.Builder live,
      List<String> faults) {
    try {
      setting.set(text, streams, live);
    } catch (DateTimeException | IllegalArgumentException e) {
      faults.add(
          setting.name()
              + " cannot be '"
              + text
              + "', only "
              + setting.range()
              + " ("
              + setting.unit()
              + ")");
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

// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response;

import io.breakwater.flink.PropertyGroups;
import io.breakwater.flink.setting.JobSettings;
import io.breakwater.response.kinesis.ResponseStreams;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** What an operator set of the response job on a cluster, read and checked as a whole. */
public final class ResponseProperties {
  private final ResponseStreams streams;
  private final ResponseSettings settings;

  private ResponseProperties(Map<String, String> properties) {
    var gathered = new GatheredSettings();
    var faults = GatheredSettings.ALL.gather(properties, gathered);
    settings = gathered.settings(faults);
    JobSettings.failIfFaulty(faults);
    streams = ResponseStreams.of(gathered.streams());
  }

  /** All that there is to be set. */
  public static JobSettings<?> all() {
    return GatheredSettings.ALL;
  }

  /**
   * By group and key, such as {@code Source.region}.
   *
   * @throws IllegalArgumentException naming every fault, those of the plan among them
   */
  public static ResponseProperties of(Map<String, String> properties) {
    return new ResponseProperties(properties);
  }

  /**
   * From a file that has the groups as the service keeps them.
   *
   * @throws IllegalArgumentException naming every fault, those of the plan among them
   * @throws IOException when the file cannot be read, or has no groups in it
   */
  public static ResponseProperties in(Path file) throws IOException {
    return of(PropertyGroups.in(file));
  }

  ResponseStreams streams() {
    return streams;
  }

  ResponseSettings settings() {
    return settings;
  }
}

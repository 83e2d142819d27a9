// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink;

import com.amazonaws.services.kinesisanalytics.runtime.KinesisAnalyticsRuntime;
import io.breakwater.flink.kinesis.KinesisSettings;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.flink.api.java.utils.ParameterTool;

/**
 * What an operator sets of the job on a cluster: keys and values in groups.
 *
 * <ul>
 *   <li>{@code Source}: {@code input-stream}, {@code region}, and if need be {@code endpoint} and
 *       {@code start-position}; region and endpoint are those of the sinks, too
 *   <li>{@code Sinks}: {@code exposure-stream}, {@code certificate-stream}, {@code
 *       dead-letter-stream}, and if choke points are wanted {@code choke-point-stream}
 *   <li>{@code Correlation}: if need be {@code settle} and {@code lateness} (such as {@code PT5S}),
 *       {@code max-record-bytes}
 * </ul>
 */
final class JobProperties {
  private final Map<String, String> left;
  private final List<String> faults = new ArrayList<>();
  private final KinesisSettings kinesis;
  private final Settings correlation;

  private JobProperties(Map<String, String> properties) {
    left = new TreeMap<>(properties);
    var streams = KinesisSettings.builder();
    take("Source.input-stream").ifPresent(streams::inputStream);
    take("Source.region").ifPresent(streams::region);
    take("Source.endpoint").ifPresent(streams::endpoint);
    take("Source.start-position").ifPresent(streams::startPosition);
    take("Sinks.exposure-stream").ifPresent(streams::exposureStream);
    take("Sinks.certificate-stream").ifPresent(streams::certificateStream);
    take("Sinks.dead-letter-stream").ifPresent(streams::deadLetterStream);
    take("Sinks.choke-point-stream").ifPresent(streams::chokePointStream);
    faults.addAll(streams.faults());
    var live = Settings.live();
    read("Correlation.settle", text -> live.settle(Duration.parse(text)));
    read("Correlation.lateness", text -> live.lateness(Duration.parse(text)));
    read("Correlation.hops", text -> live.hops(Integer.parseInt(text)));
    read("Correlation.max-record-bytes", text -> live.maxRecordBytes(Integer.parseInt(text)));
    left.keySet().forEach(key -> faults.add(key + " is no setting of this job"));
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException(
          "the job cannot start, its settings are wrong:\n  " + String.join("\n  ", faults));
    }
    kinesis = streams.build();
    correlation = live.build();
  }

  /**
   * From the arguments, where there are any, else from the groups that the service holds.
   *
   * @throws IllegalArgumentException naming every fault
   */
  static JobProperties of(String... args) throws IOException {
    return args.length > 0
        ? new JobProperties(ParameterTool.fromArgs(args).toMap())
        : of(KinesisAnalyticsRuntime.getApplicationProperties());
  }

  static JobProperties of(Map<String, Properties> groups) {
    var properties = new TreeMap<String, String>();
    groups.forEach(
        (group, values) ->
            values
                .stringPropertyNames()
                .forEach(key -> properties.put(group + "." + key, values.getProperty(key))));
    return new JobProperties(properties);
  }

  private Optional<String> take(String key) {
    return Optional.ofNullable(left.remove(key));
  }

  private void read(String key, Consumer<String> setting) {
    take(key)
        .ifPresent(
            text -> {
              try {
                setting.accept(text);
              } catch (DateTimeException | IllegalArgumentException e) {
                faults.add(key + " cannot be '" + text + "': " + e.getMessage());
              }
            });
  }

  KinesisSettings kinesis() {
    return kinesis;
  }

  Settings correlation() {
    return correlation;
  }
}

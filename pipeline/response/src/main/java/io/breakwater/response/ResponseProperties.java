// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response;

import io.breakwater.flink.kinesis.KinesisPlace;
import io.breakwater.response.connect.PlanPlace;
import io.breakwater.response.kinesis.ResponseStreams;
import io.breakwater.response.plan.PlanException;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** What an operator set of the job on a cluster, read and checked as a whole. */
public final class ResponseProperties {
  private final ResponseStreams streams;
  private final ResponseSettings settings;

  private ResponseProperties(Map<String, String> properties) {
    var left = new TreeMap<>(properties);
    var builder = ResponseStreams.builder();
    take(left, "Source.exposure-stream", builder::exposures);
    take(left, "Source.certificate-stream", builder::certificates);
    take(left, "Source.control-stream", builder::controls);
    take(left, "Source.region", builder::region);
    take(left, "Source.endpoint", builder::endpoint);
    take(left, "Source.start-position", builder::start);
    take(left, "Sinks.report-stream", builder::reports);
    take(left, "Sinks.dead-letter-stream", builder::deadLetters);
    var faults = new ArrayList<>(builder.faults());
    settings =
        settings(
            left.remove("Response.plan"),
            left.remove("Response.plan-endpoint"),
            left.remove("Response.dry-run"),
            properties.get("Source.region"),
            faults);
    left.keySet().forEach(name -> faults.add(name + " is no setting of this job"));
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException(
          "the job cannot start, its settings are wrong:\n  " + String.join("\n  ", faults));
    }
    streams = builder.build();
  }

  private static void take(Map<String, String> left, String name, Consumer<String> setter) {
    var value = left.remove(name);
    if (value != null) {
      setter.accept(value.strip());
    }
  }

  /** Null when they are faulty. */
  private static ResponseSettings settings(
      String plan, String endpoint, String dryRun, String region, List<String> faults) {
    if (dryRun != null && !dryRun.equals("true") && !dryRun.equals("false")) {
      faults.add("Response.dry-run must be true or false, was '" + dryRun + "'");
    }
    if (plan == null) {
      faults.add("Response.plan is missing: the file, or the object of S3, that has the plan");
      return null;
    }
    if (!KinesisPlace.faults(region, endpoint).isEmpty()) {
      KinesisPlace.faults("us-east-1", endpoint)
          .forEach(fault -> faults.add("Response.plan-" + fault));
      return null;
    }
    try {
      var place = PlanPlace.of(plan, region, Optional.ofNullable(endpoint).map(URI::create));
      var read = ResponseSettings.of(plan, place.read());
      return "true".equals(dryRun) ? read.dryRun() : read;
    } catch (IllegalArgumentException e) {
      faults.add("Response.plan: " + e.getMessage());
    } catch (IOException e) {
      faults.add("Response.plan cannot be read: " + e.getMessage());
    } catch (PlanException e) {
      faults.add(e.getMessage());
    }
    return null;
  }

  /**
   * By group and key, such as {@code Source.region}.
   *
   * @throws IllegalArgumentException naming every fault, those of the plan among them
   */
  public static ResponseProperties of(Map<String, String> properties) {
    return new ResponseProperties(properties);
  }

  ResponseStreams streams() {
    return streams;
  }

  ResponseSettings settings() {
    return settings;
  }
}

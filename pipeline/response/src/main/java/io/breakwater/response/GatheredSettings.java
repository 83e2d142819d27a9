// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response;

import static io.breakwater.flink.setting.JobSetting.optional;
import static io.breakwater.flink.setting.JobSetting.required;

import io.breakwater.flink.kinesis.KinesisPlace;
import io.breakwater.flink.kinesis.StreamSettings;
import io.breakwater.flink.setting.JobSettings;
import io.breakwater.response.connect.PlanPlace;
import io.breakwater.response.kinesis.ResponseStreams;
import io.breakwater.response.plan.PlanException;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** What an operator sets of the response job, as far as it has been read. */
final class GatheredSettings implements StreamSettings.Holder {
  /** All there are. */
  static final JobSettings<GatheredSettings> ALL =
      JobSettings.of(
          "response",
          List.of(
              required("Source", "exposure-stream")
                  .meaning("the stream that exposures are read from")
                  .namesStream(),
              optional("Source", "certificate-stream")
                  .meaning(
                      "the stream that certificate alerts are read from; without it they are not"
                          + " answered to")
                  .namesStream(),
              optional("Source", "control-stream")
                  .meaning(
                      "the stream by which what was given up is tried again; without it that cannot"
                          + " be asked for")
                  .namesStream(),
              JobSettings.region(),
              JobSettings.endpoint(),
              JobSettings.startPosition(),
              required("Sinks", "report-stream")
                  .meaning("the stream that reports are written to")
                  .namesStream(),
              required("Sinks", "dead-letter-stream")
                  .meaning("the stream that dead letters are written to")
                  .namesStream(),
              required("Response", "plan")
                  .unit("place")
                  .range(
                      "s3://BUCKET/KEY, or the path of a file on the machine that puts the job"
                          + " together")
                  .meaning("the plan: who is told of what, and where tickets are kept")
                  .sets(GatheredSettings::plan),
              optional("Response", "plan-endpoint")
                  .unit("address")
                  .range("an http or https address without a path")
                  .meaning("a server in place of S3, which the plan is read from")
                  .sets(GatheredSettings::planEndpoint),
              optional("Response", "dry-run")
                  .fallback(false)
                  .unit("flag")
                  .range("true or false")
                  .meaning("whether everything is only said, and nothing done")
                  .sets(GatheredSettings::dryRun)));

  private final StreamSettings.Builder streams = ResponseStreams.builder();
  private String plan;
  private Optional<URI> planEndpoint = Optional.empty();
  private boolean isDryRun;

  @Override
  public StreamSettings.Builder streams() {
    return streams;
  }

  private void plan(String place) {
    PlanPlace.check(place);
    plan = place;
  }

  private void planEndpoint(String address) {
    planEndpoint = Optional.of(KinesisPlace.endpoint(address));
  }

  private void dryRun(String flag) {
    if (!flag.equals("true") && !flag.equals("false")) {
      throw new IllegalArgumentException(flag);
    }
    isDryRun = flag.equals("true");
  }

  /**
   * Reads the plan, where it is known from where. Null when it is faulty.
   *
   * @param faults gets those of the plan, and why it cannot be read
   */
  ResponseSettings settings(List<String> faults) {
    var place = streams.place();
    // Nobody is asked for a plan elsewhere than was meant.
    if (place.isEmpty() || faults.stream().anyMatch(fault -> fault.startsWith("Response.plan"))) {
      return null;
    }
    try {
      var text = PlanPlace.of(plan, place.get().region(), planEndpoint).read();
      var settings = ResponseSettings.of(plan, text);
      return isDryRun ? settings.dryRun() : settings;
    } catch (IOException e) {
      faults.add("Response.plan cannot be read: " + e.getMessage());
    } catch (PlanException e) {
      faults.add(e.getMessage());
    }
    return null;
  }
}

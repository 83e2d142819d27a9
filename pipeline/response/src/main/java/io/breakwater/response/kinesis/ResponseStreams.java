// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.kinesis;

import io.breakwater.flink.kinesis.KinesisPlace;
import io.breakwater.flink.kinesis.StartPosition;
import io.breakwater.flink.kinesis.StreamSettings;
import java.util.Optional;

/** Which streams the job reads and writes, and where they are. */
public final class ResponseStreams {
  private static final String EXPOSURES = "exposure-stream";
  private static final String CERTIFICATES = "certificate-stream";
  private static final String CONTROLS = "control-stream";
  private static final String REPORTS = "report-stream";
  private static final String DEAD_LETTERS = "dead-letter-stream";

  private final StreamSettings streams;

  private ResponseStreams(StreamSettings streams) {
    this.streams = streams;
  }

  /** Takes them by the keys of their settings, of which the job starts without two. */
  public static StreamSettings.Builder builder() {
    return StreamSettings.builder()
        .requires(EXPOSURES)
        .allows(CERTIFICATES)
        .allows(CONTROLS)
        .requires(REPORTS)
        .requires(DEAD_LETTERS);
  }

  /**
   * Of what {@link #builder} has taken.
   *
   * @throws IllegalArgumentException naming every fault
   */
  public static ResponseStreams of(StreamSettings.Builder builder) {
    return new ResponseStreams(builder.build());
  }

  String exposures() {
    return streams.required(EXPOSURES);
  }

  /** Empty where alerts about certificates are not answered to. */
  Optional<String> certificates() {
    return streams.optional(CERTIFICATES);
  }

  /** Empty where operators ask nothing of the job. */
  Optional<String> controls() {
    return streams.optional(CONTROLS);
  }

  String reports() {
    return streams.required(REPORTS);
  }

  String deadLetters() {
    return streams.required(DEAD_LETTERS);
  }

  KinesisPlace place() {
    return streams.place();
  }

  StartPosition start() {
    return streams.startPosition();
  }
}

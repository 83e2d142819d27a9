// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.kinesis;

import io.breakwater.flink.kinesis.KinesisPlace;
import io.breakwater.flink.kinesis.StartPosition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which streams the job reads and writes, and where they are. */
public final class ResponseStreams {
  private final String exposures;
  private final String certificates;
  private final String controls;
  private final String reports;
  private final String deadLetters;
  private final KinesisPlace place;
  private final StartPosition start;

  private ResponseStreams(Builder builder) {
    this.exposures = builder.exposures;
    this.certificates = builder.certificates;
    this.controls = builder.controls;
    this.reports = builder.reports;
    this.deadLetters = builder.deadLetters;
    this.place = KinesisPlace.of(builder.region, builder.endpoint);
    this.start =
        builder.start == null ? StartPosition.TRIM_HORIZON : StartPosition.parse(builder.start);
  }

  public static Builder builder() {
    return new Builder();
  }

  String exposures() {
    return exposures;
  }

  /** Empty where alerts about certificates are not answered to. */
  Optional<String> certificates() {
    return Optional.ofNullable(certificates);
  }

  /** Empty where operators ask nothing of the job. */
  Optional<String> controls() {
    return Optional.ofNullable(controls);
  }

  String reports() {
    return reports;
  }

  String deadLetters() {
    return deadLetters;
  }

  KinesisPlace place() {
    return place;
  }

  StartPosition start() {
    return start;
  }

  /** Takes texts, as they are set, and judges them together. */
  public static final class Builder {
    private String exposures;
    private String certificates;
    private String controls;
    private String reports;
    private String deadLetters;
    private String region;
    private String endpoint;
    private String start;

    private Builder() {}

    public Builder exposures(String stream) {
      exposures = stream;
      return this;
    }

    /** Without it alerts about certificates are not answered to. */
    public Builder certificates(String stream) {
      certificates = stream;
      return this;
    }

    /** Without it operators ask nothing of the job. */
    public Builder controls(String stream) {
      controls = stream;
      return this;
    }

    public Builder reports(String stream) {
      reports = stream;
      return this;
    }

    public Builder deadLetters(String stream) {
      deadLetters = stream;
      return this;
    }

    public Builder region(String name) {
      region = name;
      return this;
    }

    /** A server in place of the one that the region has. */
    public Builder endpoint(String address) {
      endpoint = address;
      return this;
    }

    /** TRIM_HORIZON, LATEST, or a time. */
    public Builder start(String position) {
      start = position;
      return this;
    }

    /** What is wrong, a sentence each, led by the name of the setting; empty for nothing. */
    public List<String> faults() {
      var faults = new ArrayList<String>();
      KinesisPlace.streamFault("exposure-stream", exposures).ifPresent(faults::add);
      if (certificates != null) {
        KinesisPlace.streamFault("certificate-stream", certificates).ifPresent(faults::add);
      }
      if (controls != null) {
        KinesisPlace.streamFault("control-stream", controls).ifPresent(faults::add);
      }
      KinesisPlace.streamFault("report-stream", reports).ifPresent(faults::add);
      KinesisPlace.streamFault("dead-letter-stream", deadLetters).ifPresent(faults::add);
      var names =
          Stream.of(exposures, certificates, controls, reports, deadLetters)
              .filter(Objects::nonNull)
              .collect(Collectors.toList());
      if (new HashSet<>(names).size() < names.size()) {
        faults.add("report-stream must be a stream of its own, like all the others");
      }
      faults.addAll(KinesisPlace.faults(region, endpoint));
      if (start != null) {
        try {
          StartPosition.parse(start);
        } catch (IllegalArgumentException e) {
          faults.add("start-position " + e.getMessage());
        }
      }
      return faults;
    }

    /**
     * Makes them.
     *
     * @throws IllegalArgumentException naming every fault
     */
    public ResponseStreams build() {
      var faults = faults();
      if (!faults.isEmpty()) {
        throw new IllegalArgumentException(String.join("; ", faults));
      }
      return new ResponseStreams(this);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink.kinesis;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Which streams the job reads and writes, and where they are. */
public final class KinesisSettings {
  public static final StartPosition DEFAULT_START_POSITION = StartPosition.TRIM_HORIZON;

  private final String inputStream;
  private final String exposureStream;
  private final String certificateStream;
  private final String deadLetterStream;
  private final String chokePointStream;
  private final String ruleStream;
  private final String ruleAnswerStream;
  private final KinesisPlace place;
  private final StartPosition startPosition;

  private KinesisSettings(Builder builder) {
    this.inputStream = builder.inputStream;
    this.exposureStream = builder.exposureStream;
    this.certificateStream = builder.certificateStream;
    this.deadLetterStream = builder.deadLetterStream;
    this.chokePointStream = builder.chokePointStream;
    this.ruleStream = builder.ruleStream;
    this.ruleAnswerStream = builder.ruleAnswerStream;
    this.place = KinesisPlace.of(builder.region, builder.endpoint);
    this.startPosition =
        builder.startPosition == null
            ? DEFAULT_START_POSITION
            : StartPosition.parse(builder.startPosition);
  }

  public static Builder builder() {
    return new Builder();
  }

  /** The name of the stream that findings are read from. */
  public String inputStream() {
    return inputStream;
  }

  /** The name of the stream that revisions of exposures are written to. */
  public String exposureStream() {
    return exposureStream;
  }

  /** The name of the stream that revisions of certificate alerts are written to. */
  public String certificateStream() {
    return certificateStream;
  }

  /** The name of the stream that dead letters are written to. */
  public String deadLetterStream() {
    return deadLetterStream;
  }

  /** The name of the stream that shared choke points are written to; empty for none. */
  public Optional<String> chokePointStream() {
    return Optional.ofNullable(chokePointStream);
  }

  /** The name of the stream that updates of rules are read from; empty for none. */
  public Optional<String> ruleStream() {
    return Optional.ofNullable(ruleStream);
  }

  /** The name of the stream that each of them is answered on; empty for none. */
  public Optional<String> ruleAnswerStream() {
    return Optional.ofNullable(ruleAnswerStream);
  }

  /** Of all streams. */
  public KinesisPlace place() {
    return place;
  }

  /** Where to begin when there is no checkpoint to go on from. */
  public StartPosition startPosition() {
    return startPosition;
  }

  /** Takes texts, as they are set, and judges them together. */
  public static final class Builder {
    private String inputStream;
    private String exposureStream;
    private String certificateStream;
    private String deadLetterStream;
    private String chokePointStream;
    private String ruleStream;
    private String ruleAnswerStream;
    private String region;
    private String endpoint;
    private String startPosition;

    private Builder() {}

    public Builder inputStream(String name) {
      inputStream = name;
      return this;
    }

    public Builder exposureStream(String name) {
      exposureStream = name;
      return this;
    }

    public Builder certificateStream(String name) {
      certificateStream = name;
      return this;
    }

    public Builder deadLetterStream(String name) {
      deadLetterStream = name;
      return this;
    }

    /** Without it choke points are written nowhere. */
    public Builder chokePointStream(String name) {
      chokePointStream = name;
      return this;
    }

    /** Without it the rules stay those that the job is started with. */
    public Builder ruleStream(String name) {
      ruleStream = name;
      return this;
    }

    /** Without it what became of updates is only counted. */
    public Builder ruleAnswerStream(String name) {
      ruleAnswerStream = name;
      return this;
    }

    public Builder region(String name) {
      region = name;
      return this;
    }

    /** An http or https address without a path. */
    public Builder endpoint(String address) {
      endpoint = address;
      return this;
    }

    /** TRIM_HORIZON, LATEST, or a time. */
    public Builder startPosition(String position) {
      startPosition = position;
      return this;
    }

    /** What is wrong, a sentence each, led by the name of the setting; empty for nothing. */
    public List<String> faults() {
      var faults = new ArrayList<String>();
      stream("input-stream", inputStream, faults);
      stream("exposure-stream", exposureStream, faults);
      stream("certificate-stream", certificateStream, faults);
      stream("dead-letter-stream", deadLetterStream, faults);
      if (chokePointStream != null) {
        stream("choke-point-stream", chokePointStream, faults);
      }
      if (ruleStream != null) {
        stream("rule-stream", ruleStream, faults);
      }
      if (ruleAnswerStream != null) {
        stream("rule-answer-stream", ruleAnswerStream, faults);
        if (ruleStream == null) {
          faults.add("rule-answer-stream is of no use without a rule-stream");
        }
      }
      ownStreams(faults);
      faults.addAll(KinesisPlace.faults(region, endpoint));
      if (startPosition != null) {
        try {
          StartPosition.parse(startPosition);
        } catch (IllegalArgumentException e) {
          faults.add("start-position " + e.getMessage());
        }
      }
      return faults;
    }

    private static void stream(String setting, String name, List<String> faults) {
      KinesisPlace.streamFault(setting, name).ifPresent(faults::add);
    }

    /** What is written must not be read again, and readers of exposures expect nothing else. */
    private void ownStreams(List<String> faults) {
      var names = new LinkedHashMap<String, String>();
      names.put("input-stream", inputStream);
      names.put("exposure-stream", exposureStream);
      names.put("certificate-stream", certificateStream);
      names.put("dead-letter-stream", deadLetterStream);
      names.put("choke-point-stream", chokePointStream);
      names.put("rule-stream", ruleStream);
      names.put("rule-answer-stream", ruleAnswerStream);
      names.values().removeIf(Objects::isNull);
      var streams = new HashSet<>(names.values());
      if (streams.size() < names.size()) {
        faults.add(
            String.join(", ", names.keySet())
                + " must be "
                + names.size()
                + " different streams, were '"
                + String.join("', '", names.values())
                + "'");
      }
    }

    /**
     * Makes the settings.
     *
     * @throws IllegalArgumentException naming every fault
     */
    public KinesisSettings build() {
      var faults = faults();
      if (!faults.isEmpty()) {
        throw new IllegalArgumentException(String.join("; ", faults));
      }
      return new KinesisSettings(this);
    }
  }
}

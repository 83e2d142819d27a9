// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink.kinesis;

import java.util.List;
import java.util.Optional;

/** Which streams the job reads and writes, and where they are. */
public final class KinesisSettings {
  private static final String INPUT = "input-stream";
  private static final String EXPOSURES = "exposure-stream";
  private static final String CERTIFICATES = "certificate-stream";
  private static final String DEAD_LETTERS = "dead-letter-stream";
  private static final String CHOKE_POINTS = "choke-point-stream";
  private static final String RULES = "rule-stream";
  private static final String RULE_ANSWERS = "rule-answer-stream";
  private static final String CONTROL = "control-stream";
  private static final String CONTROL_ANSWERS = "control-answer-stream";

  private final StreamSettings streams;

  private KinesisSettings(StreamSettings streams) {
    this.streams = streams;
  }

  public static Builder builder() {
    return new Builder();
  }

  /** The name of the stream that findings are read from. */
  public String inputStream() {
    return streams.required(INPUT);
  }

  /** The name of the stream that revisions of exposures are written to. */
  public String exposureStream() {
    return streams.required(EXPOSURES);
  }

  /** The name of the stream that revisions of certificate alerts are written to. */
  public String certificateStream() {
    return streams.required(CERTIFICATES);
  }

  /** The name of the stream that dead letters are written to. */
  public String deadLetterStream() {
    return streams.required(DEAD_LETTERS);
  }

  /** The name of the stream that shared choke points are written to; empty for none. */
  public Optional<String> chokePointStream() {
    return streams.optional(CHOKE_POINTS);
  }

  /** The name of the stream that updates of rules are read from; empty for none. */
  public Optional<String> ruleStream() {
    return streams.optional(RULES);
  }

  /** The name of the stream that each of them is answered on; empty for none. */
  public Optional<String> ruleAnswerStream() {
    return streams.optional(RULE_ANSWERS);
  }

  /** The name of the stream that actions of people are read from; empty for none. */
  public Optional<String> controlStream() {
    return streams.optional(CONTROL);
  }

  /** The name of the stream that each of them is answered on; empty for none. */
  public Optional<String> controlAnswerStream() {
    return streams.optional(CONTROL_ANSWERS);
  }

  /** Of all streams. */
  public KinesisPlace place() {
    return streams.place();
  }

  /** Where to begin when there is no checkpoint to go on from. */
  public StartPosition startPosition() {
    return streams.startPosition();
  }

  /** Takes texts, as they are set, and judges them together. */
  public static final class Builder {
    private final StreamSettings.Builder streams =
        StreamSettings.builder()
            .requires(INPUT)
            .requires(EXPOSURES)
            .requires(CERTIFICATES)
            .requires(DEAD_LETTERS)
            .allows(CHOKE_POINTS)
            .allows(RULES)
            .allowsWith(RULES, RULE_ANSWERS)
            .allows(CONTROL)
            .allowsWith(CONTROL, CONTROL_ANSWERS);

    private Builder() {}

    public Builder inputStream(String name) {
      streams.stream(INPUT, name);
      return this;
    }

    public Builder exposureStream(String name) {
      streams.stream(EXPOSURES, name);
      return this;
    }

    public Builder certificateStream(String name) {
      streams.stream(CERTIFICATES, name);
      return this;
    }

    public Builder deadLetterStream(String name) {
      streams.stream(DEAD_LETTERS, name);
      return this;
    }

    /** Without it choke points are written nowhere. */
    public Builder chokePointStream(String name) {
      streams.stream(CHOKE_POINTS, name);
      return this;
    }

    /** Without it the rules stay those that the job is started with. */
    public Builder ruleStream(String name) {
      streams.stream(RULES, name);
      return this;
    }

    /** Without it what became of updates is only counted. */
    public Builder ruleAnswerStream(String name) {
      streams.stream(RULE_ANSWERS, name);
      return this;
    }

    /** Without it nobody acts on the job. */
    public Builder controlStream(String name) {
      streams.stream(CONTROL, name);
      return this;
    }

    /** Without it what became of actions is only counted. */
    public Builder controlAnswerStream(String name) {
      streams.stream(CONTROL_ANSWERS, name);
      return this;
    }

    public Builder region(String name) {
      streams.region(name);
      return this;
    }

    /** An http or https address without a path. */
    public Builder endpoint(String address) {
      streams.endpoint(address);
      return this;
    }

    /** TRIM_HORIZON, LATEST, or a time. */
    public Builder startPosition(String position) {
      streams.startPosition(position);
      return this;
    }

    /** The same, by the keys of settings. */
    public StreamSettings.Builder streams() {
      return streams;
    }

    /** What is wrong, a sentence each, led by the name of the setting; empty for nothing. */
    public List<String> faults() {
      return streams.faults();
    }

    /**
     * Makes the settings.
     *
     * @throws IllegalArgumentException naming every fault
     */
    public KinesisSettings build() {
      return new KinesisSettings(streams.build());
    }
  }
}

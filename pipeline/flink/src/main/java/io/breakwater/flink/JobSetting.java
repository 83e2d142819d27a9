// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink;

import io.breakwater.flink.kinesis.KinesisSettings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * One thing that an operator sets of the job on a cluster, in a group for each concern: on Managed
 * Service for Apache Flink in a property group of that name, elsewhere in a file or as an argument.
 */
public final class JobSetting {
  private static final String STREAM = "1 to 128 letters, digits, '_', '.' and '-'";

  private static final List<JobSetting> ALL =
      List.of(
          required("Source", "input-stream")
              .unit("name of a stream")
              .range(STREAM)
              .meaning("the stream that findings are read from")
              .streams(KinesisSettings.Builder::inputStream),
          required("Source", "region")
              .unit("name of a region")
              .range("a region of AWS, such as eu-central-1")
              .meaning("where all streams are")
              .streams(KinesisSettings.Builder::region),
          optional("Source", "endpoint")
              .unit("address")
              .range("an http or https address without a path")
              .meaning("a server in place of the one that the region has")
              .streams(KinesisSettings.Builder::endpoint),
          optional("Source", "start-position")
              .fallback(KinesisSettings.DEFAULT_START_POSITION)
              .unit("position")
              .range("TRIM_HORIZON, LATEST, or a time such as 2026-11-24T00:00:00Z")
              .meaning("where to begin to read, when there is no checkpoint to go on from")
              .streams(KinesisSettings.Builder::startPosition),
          optional("Source", "rule-stream")
              .unit("name of a stream")
              .range(STREAM)
              .meaning(
                  "the stream that updates of rules are read from, from its beginning; without it"
                      + " the rules stay those of the release")
              .streams(KinesisSettings.Builder::ruleStream),
          required("Sinks", "exposure-stream")
              .unit("name of a stream")
              .range(STREAM)
              .meaning("the stream that exposures are written to")
              .streams(KinesisSettings.Builder::exposureStream),
          required("Sinks", "certificate-stream")
              .unit("name of a stream")
              .range(STREAM)
              .meaning("the stream that certificate alerts are written to")
              .streams(KinesisSettings.Builder::certificateStream),
          required("Sinks", "dead-letter-stream")
              .unit("name of a stream")
              .range(STREAM)
              .meaning("the stream that dead letters are written to")
              .streams(KinesisSettings.Builder::deadLetterStream),
          optional("Sinks", "choke-point-stream")
              .unit("name of a stream")
              .range(STREAM)
              .meaning(
                  "the stream that what several exposures rest on is written to; without it they"
                      + " are written nowhere")
              .streams(KinesisSettings.Builder::chokePointStream),
          optional("Sinks", "rule-answer-stream")
              .unit("name of a stream")
              .range(STREAM)
              .meaning(
                  "the stream that each update of rules is answered on; without it they are only"
                      + " counted")
              .streams(KinesisSettings.Builder::ruleAnswerStream),
          optional("Correlation", "settle")
              .fallback(Settings.DEFAULT_SETTLE)
              .unit("ISO 8601 duration")
              .range("PT0S to " + Settings.MOST_SETTLE)
              .meaning("how long changes wait for further ones, unless they raise the severity")
              .live((live, text) -> live.settle(Duration.parse(text))),
          optional("Correlation", "lateness")
              .fallback(Settings.DEFAULT_LATENESS)
              .unit("ISO 8601 duration")
              .range("PT0S to " + Settings.MOST_LATENESS)
              .meaning(
                  "how far the job keeps its clock behind the latest event, so that events which"
                      + " come late still count in their turn")
              .live((live, text) -> live.lateness(Duration.parse(text))),
          optional("Correlation", "hops")
              .fallback(Settings.DEFAULT_HOPS)
              .unit("edges")
              .range(
                  "1 to "
                      + Settings.MOST_HOPS
                      + ", and no fewer than the longest path of the catalogue has")
              .meaning("over how many edges a trait travels from one resource to another")
              .live((live, text) -> live.hops(Integer.parseInt(text))),
          optional("Correlation", "judged-again-per-second")
              .fallback(Settings.DEFAULT_JUDGED_AGAIN_PER_SECOND)
              .unit("resources a second and task")
              .range("1 to " + Settings.MOST_JUDGED_AGAIN_PER_SECOND)
              .meaning("how fast what is known is judged by new rules, while the stream goes on")
              .live((live, text) -> live.judgedAgainPerSecond(Integer.parseInt(text))),
          optional("Correlation", "max-record-bytes")
              .fallback(Settings.DEFAULT_MAX_RECORD_BYTES)
              .unit("bytes")
              .range(Settings.LEAST_RECORD_BYTES + " to " + Settings.MOST_RECORD_BYTES)
              .meaning("larger records are dead letters")
              .live((live, text) -> live.maxRecordBytes(Integer.parseInt(text))));

  private final String group;
  private final String key;
  private final boolean isRequired;
  private final String fallback;
  private final String unit;
  private final String range;
  private final String meaning;
  private final BiConsumer<KinesisSettings.Builder, String> streams;
  private final BiConsumer<Settings.Builder, String> live;

  private JobSetting(
      Draft draft,
      BiConsumer<KinesisSettings.Builder, String> streams,
      BiConsumer<Settings.Builder, String> live) {
    this.group = draft.group;
    this.key = draft.key;
    this.isRequired = draft.isRequired;
    this.fallback = draft.fallback;
    this.unit = draft.unit;
    this.range = draft.range;
    this.meaning = draft.meaning;
    this.streams = streams;
    this.live = live;
  }

  /** All there are, those of a group together. */
  public static List<JobSetting> all() {
    return ALL;
  }

  private static Draft required(String group, String key) {
    return new Draft(group, key, true);
  }

  private static Draft optional(String group, String key) {
    return new Draft(group, key, false);
  }

  public String group() {
    return group;
  }

  /** Its name in the group. */
  public String key() {
    return key;
  }

  /** Group and key, as an argument has it. */
  public String name() {
    return group + "." + key;
  }

  /** Whether the job does not start without it. */
  public boolean isRequired() {
    return isRequired;
  }

  /** What holds when it is not set; empty where that is nothing. */
  public Optional<String> fallback() {
    return Optional.ofNullable(fallback);
  }

  public String unit() {
    return unit;
  }

  /** What it may be, in words. */
  public String range() {
    return range;
  }

  /** A phrase, for people. */
  public String meaning() {
    return meaning;
  }

  /**
   * Sets it.
   *
   * @throws IllegalArgumentException or {@link java.time.DateTimeException} when it cannot be that;
   *     what is wrong about streams is found when they are looked at together
   */
  void set(String text, KinesisSettings.Builder kinesis, Settings.Builder correlation) {
    if (streams != null) {
      streams.accept(kinesis, text);
    } else {
      live.accept(correlation, text);
    }
  }

  @Override
  public String toString() {
    return name();
  }

  private static final class Draft {
    private final String group;
    private final String key;
    private final boolean isRequired;
    private String fallback;
    private String unit;
    private String range;
    private String meaning;

    Draft(String group, String key, boolean isRequired) {
      this.group = group;
      this.key = key;
      this.isRequired = isRequired;
    }

    Draft fallback(Object value) {
      fallback = value.toString();
      return this;
    }

    Draft unit(String name) {
      unit = name;
      return this;
    }

    Draft range(String words) {
      range = words;
      return this;
    }

    Draft meaning(String phrase) {
      meaning = phrase;
      return this;
    }

    JobSetting streams(BiConsumer<KinesisSettings.Builder, String> setter) {
      return new JobSetting(this, setter, null);
    }

    JobSetting live(BiConsumer<Settings.Builder, String> setter) {
      return new JobSetting(this, null, setter);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink.setting;

import io.breakwater.flink.kinesis.StreamSettings;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * One thing that an operator sets of a job on a cluster, in a group for each concern: on Managed
 * Service for Apache Flink in a property group of that name, elsewhere in a file or as an argument.
 *
 * @param <T> what the settings of the job are gathered in, before they are judged together
 */
public final class JobSetting<T> {
  private final String group;
  private final String key;
  private final boolean isRequired;
  private final String fallback;
  private final String unit;
  private final String range;
  private final String meaning;
  private final BiConsumer<T, String> setter;

  private JobSetting(Draft draft, BiConsumer<T, String> setter) {
    this.group = draft.group;
    this.key = draft.key;
    this.isRequired = draft.isRequired;
    this.fallback = draft.fallback;
    this.unit = Objects.requireNonNull(draft.unit);
    this.range = Objects.requireNonNull(draft.range);
    this.meaning = Objects.requireNonNull(draft.meaning);
    this.setter = Objects.requireNonNull(setter);
  }

  /** One without which the job does not start. */
  public static Draft required(String group, String key) {
    return new Draft(group, key, true);
  }

  public static Draft optional(String group, String key) {
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
   * @throws IllegalArgumentException or {@link java.time.DateTimeException} when it cannot be that
   */
  void set(T gathered, String text) {
    setter.accept(gathered, text);
  }

  @Override
  public String toString() {
    return name();
  }

  /** What is said of a setting, before it is known what it sets. */
  public static final class Draft {
    private final String group;
    private final String key;
    private final boolean isRequired;
    private String fallback;
    private String unit;
    private String range;
    private String meaning;

    private Draft(String group, String key, boolean isRequired) {
      this.group = group;
      this.key = key;
      this.isRequired = isRequired;
    }

    public Draft fallback(Object value) {
      fallback = value.toString();
      return this;
    }

    public Draft unit(String name) {
      unit = name;
      return this;
    }

    public Draft range(String words) {
      range = words;
      return this;
    }

    public Draft meaning(String phrase) {
      meaning = phrase;
      return this;
    }

    /**
     * @param setter throws {@link IllegalArgumentException} or {@link java.time.DateTimeException}
     *     for what the setting cannot be
     */
    public <T> JobSetting<T> sets(BiConsumer<T, String> setter) {
      return new JobSetting<>(this, setter);
    }

    /** The name of a stream of the job. What is wrong about it is found with all its streams. */
    public <T extends StreamSettings.Holder> JobSetting<T> namesStream() {
      var stream = key;
      return unit("name of a stream")
          .range("1 to 128 letters, digits, '_', '.' and '-'")
          .sets((gathered, text) -> gathered.streams().stream(stream, text));
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink.kinesis;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The streams of a job, each by the key of the setting that names it, and where they are. What a
 * job calls its streams is its own affair; that each is another one is the same for all jobs.
 */
public final class StreamSettings {
  public static final StartPosition DEFAULT_START_POSITION = StartPosition.TRIM_HORIZON;

  private final Map<String, String> names;
  private final KinesisPlace place;
  private final StartPosition startPosition;

  private StreamSettings(Builder builder) {
    this.names = Map.copyOf(builder.given());
    this.place = KinesisPlace.of(builder.region, builder.endpoint);
    this.startPosition =
        builder.startPosition == null
            ? DEFAULT_START_POSITION
            : StartPosition.parse(builder.startPosition);
  }

  public static Builder builder() {
    return new Builder();
  }

  /**
   * The name of a stream that has to be set.
   *
   * @param key of its setting
   */
  public String required(String key) {
    return optional(key).orElseThrow(() -> new IllegalArgumentException(key + " is not set"));
  }

  /**
   * The name of a stream; empty where it is not set.
   *
   * @param key of its setting
   */
  public Optional<String> optional(String key) {
    return Optional.ofNullable(names.get(key));
  }

  /** Of all streams. */
  public KinesisPlace place() {
    return place;
  }

  /** Where to begin when there is no checkpoint to go on from. */
  public StartPosition startPosition() {
    return startPosition;
  }

  /** Whoever gathers, among other things, what is set of the streams of a job. */
  public interface Holder {
    StreamSettings.Builder streams();
  }

  /** Takes texts, as they are set, and judges them together. */
  public static final class Builder {
    /** By key, in the order in which they are to be told; null for what is not set. */
    private final Map<String, String> names = new LinkedHashMap<>();

    private final Set<String> required = new HashSet<>();

    /** The key of a stream that is of no use without another one. */
    private final Map<String, String> others = new LinkedHashMap<>();

    private String region;
    private String endpoint;
    private String startPosition;

    private Builder() {}

    /** The key of a stream without which the job does not start. */
    public Builder requires(String key) {
      required.add(key);
      return allows(key);
    }

    /** The key of a stream that the job can do without. */
    public Builder allows(String key) {
      names.put(key, null);
      return this;
    }

    /** The key of a stream that the job can do without, and which is of no use without another. */
    public Builder allowsWith(String other, String key) {
      others.put(key, other);
      return allows(key);
    }

    /**
     * Sets the name of a stream.
     *
     * @throws IllegalArgumentException for a key that the job does not have
     */
    public Builder stream(String key, String name) {
      if (!names.containsKey(key)) {
        throw new IllegalArgumentException("the job has no stream by the setting " + key);
      }
      names.put(key, name);
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

    /** Where the streams are; empty where that is faulty. */
    public Optional<KinesisPlace> place() {
      return KinesisPlace.faults(region, endpoint).isEmpty()
          ? Optional.of(KinesisPlace.of(region, endpoint))
          : Optional.empty();
    }

    private Map<String, String> given() {
      var given = new LinkedHashMap<>(names);
      given.values().removeIf(Objects::isNull);
      return given;
    }

    /** What is wrong, a sentence each, led by the key of the setting; empty for nothing. */
    public List<String> faults() {
      var faults = new ArrayList<String>();
      names.forEach(
          (key, name) -> {
            if (name != null || required.contains(key)) {
              KinesisPlace.streamFault(key, name).ifPresent(faults::add);
            }
          });
      others.forEach(
          (key, other) -> {
            if (names.get(key) != null && names.get(other) == null) {
              faults.add(key + " is of no use without a " + other);
            }
          });
      eachItsOwn().ifPresent(faults::add);
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

    /** What is written must not be read again, and readers of a stream expect nothing else. */
    private Optional<String> eachItsOwn() {
      var given = given();
      if (new HashSet<>(given.values()).size() == given.size()) {
        return Optional.empty();
      }
      return Optional.of(
          String.join(", ", given.keySet())
              + " must be "
              + given.size()
              + " different streams, were '"
              + String.join("', '", given.values())
              + "'");
    }

    /**
     * Makes them.
     *
     * @throws IllegalArgumentException naming every fault
     */
    public StreamSettings build() {
      var faults = faults();
      if (!faults.isEmpty()) {
        throw new IllegalArgumentException(String.join("; ", faults));
      }
      return new StreamSettings(this);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.decode;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What one record was understood as. */
public final class Decoded {
  private final Format format;
  private final Instant eventTime;
  private final String source;
  private final String replayName;
  private final List<Part> parts;

  private Decoded(
      Format format, Instant eventTime, String source, String replayName, List<Part> parts) {
    this.format = format;
    this.eventTime = eventTime;
    this.source = source;
    this.replayName = replayName;
    this.parts = List.copyOf(parts);
  }

  public Format format() {
    return format;
  }

  /** One for each finding that the record carries, in its order; never empty. */
  public List<Part> parts() {
    return parts;
  }

  /** The best outcome among the parts: it is what the record counts as. */
  public Part best() {
    return parts.stream().min(Comparator.comparing(Part::decision)).orElseThrow();
  }

  /** EventBridge's time, else the latest update time of a bare finding; empty when neither. */
  public Optional<Instant> eventTime() {
    return Optional.ofNullable(eventTime);
  }

  /** Who sent the event, such as {@code aws.securityhub}; empty for a bare finding. */
  public String source() {
    return source;
  }

  /** The same record, with other parts. */
  public Decoded withParts(List<Part> others) {
    return new Decoded(format, eventTime, source, replayName, others);
  }

  /** The name of the replay that the event came from, or empty. */
  public String replayName() {
    return replayName;
  }

  /** Gathers parts while a record is read. */
  public static final class Builder {
    private Format format = Format.UNREADABLE;
    private Instant eventTime;
    private String source = "";
    private String replayName = "";
    private final List<Part> parts = new ArrayList<>(1);

    Builder() {}

    public Builder format(Format value) {
      format = value;
      return this;
    }

    public Builder add(Part part) {
      parts.add(part);
      return this;
    }

    Builder addAll(Builder other) {
      format = other.format;
      parts.addAll(other.parts);
      return this;
    }

    Builder envelope(Envelope envelope) {
      eventTime = envelope.time;
      source = envelope.source;
      replayName = envelope.replayName;
      return this;
    }

    boolean isEmpty() {
      return parts.isEmpty();
    }

    Decoded build() {
      var time =
          Optional.ofNullable(eventTime)
              .or(
                  () ->
                      parts.stream()
                          .flatMap(part -> part.signals().stream())
                          .map(signal -> signal.updatedAt())
                          .max(Comparator.naturalOrder()));
      return new Decoded(format, time.orElse(null), source, replayName, parts);
    }
  }
}

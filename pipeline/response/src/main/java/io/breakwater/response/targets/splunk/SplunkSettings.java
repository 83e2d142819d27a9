// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.targets.splunk;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Where the events of messages go in Splunk, and as what. */
public final class SplunkSettings {
  private final URI collector;
  private final String host;
  private final String source;
  private final String sourcetype;
  private final Optional<String> index;
  private final boolean withFinding;

  private SplunkSettings(Builder builder) {
    this.collector = builder.collector;
    this.host = builder.host;
    this.source = builder.source;
    this.sourcetype = builder.sourcetype;
    this.index = builder.index;
    this.withFinding = builder.withFinding;
  }

  /**
   * @param collector such as {@code https://splunk.example.com:8088}
   */
  public static Builder of(URI collector) {
    return new Builder(collector);
  }

  URI collector() {
    return collector;
  }

  String host() {
    return host;
  }

  String source() {
    return source;
  }

  String sourcetype() {
    return sourcetype;
  }

  /** Empty for the one that the token says. */
  Optional<String> index() {
    return index;
  }

  boolean withFinding() {
    return withFinding;
  }

  /** Starts from the defaults. */
  public static final class Builder {
    private final URI collector;
    private String host = "breakwater";
    private String source = "breakwater";
    private String sourcetype = "breakwater:exposure";
    private Optional<String> index = Optional.empty();
    private boolean withFinding = true;

    private Builder(URI collector) {
      this.collector = Objects.requireNonNull(collector);
    }

    public Builder host(String value) {
      host = value;
      return this;
    }

    public Builder source(String value) {
      source = value;
      return this;
    }

    public Builder sourcetype(String value) {
      sourcetype = value;
      return this;
    }

    public Builder index(String value) {
      index = Optional.of(value);
      return this;
    }

    /**
     * Whether an event has the record of the stream in it. Splunk cuts events of a source type at
     * 10,000 bytes unless its {@code TRUNCATE} says otherwise.
     */
    public Builder withFinding(boolean value) {
      withFinding = value;
      return this;
    }

    /**
     * @throws IllegalArgumentException naming all that is at fault
     */
    public SplunkSettings build() {
      var faults = faults();
      if (!faults.isEmpty()) {
        throw new IllegalArgumentException("Splunk: " + String.join("; ", faults));
      }
      return new SplunkSettings(this);
    }

    private List<String> faults() {
      var faults = new ArrayList<String>();
      if (collector.getHost() == null
          || collector.getScheme() == null
          || !collector.getScheme().matches("https?")
          || collector.getRawUserInfo() != null
          || !collector.getRawPath().matches("/?")) {
        faults.add("the collector is an address such as https://splunk.example.com:8088");
      }
      if (host.isBlank() || source.isBlank() || sourcetype.isBlank()) {
        faults.add("host, source and source type are not blank");
      }
      if (index.isPresent() && !index.get().matches("[a-z0-9_][a-z0-9_-]*")) {
        faults.add(
            "an index has small letters, digits, underscores and hyphens, not " + index.get());
      }
      return faults;
    }
  }
}

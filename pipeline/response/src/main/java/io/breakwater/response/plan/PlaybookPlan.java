// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.plan;

import com.fasterxml.jackson.databind.JsonNode;
import io.breakwater.response.limit.Limits;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** A remote function that is asked about exposures, as the plan has it. */
public final class PlaybookPlan {
  private static final int DEFAULT_BATCH = 20;
  private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(10);
  private static final Duration DEFAULT_GIVE_UP_AFTER = Duration.ofHours(24);

  private final String name;
  private final URI endpoint;
  private final String namespace;
  private final String type;
  private final int batch;
  private final Duration timeout;
  private final Duration giveUpAfter;
  private final Limits limits;
  private final Map<String, JsonNode> headers;

  private PlaybookPlan(Builder builder) {
    this.name = builder.name;
    this.endpoint = builder.endpoint;
    this.namespace = builder.namespace;
    this.type = builder.type;
    this.batch = builder.batch;
    this.timeout = builder.timeout;
    this.giveUpAfter = builder.giveUpAfter;
    this.limits = builder.limits;
    this.headers = Collections.unmodifiableMap(new LinkedHashMap<>(builder.headers));
  }

  /**
   * @param function such as {@code payments/enrich}
   */
  public static Builder of(String name, URI endpoint, String function) {
    return new Builder(name, endpoint, function);
  }

  public String name() {
    return name;
  }

  public URI endpoint() {
    return endpoint;
  }

  /** Of the function, before the slash. */
  public String namespace() {
    return namespace;
  }

  /** Of the function, after the slash. */
  public String type() {
    return type;
  }

  /** How many calls a request has at most. */
  public int batch() {
    return batch;
  }

  /** For a request from its beginning to its answer. */
  public Duration timeout() {
    return timeout;
  }

  /** How long a call is tried that fails, until it is a dead letter. */
  public Duration giveUpAfter() {
    return giveUpAfter;
  }

  public Limits limits() {
    return limits;
  }

  /** Where the credentials are kept that go along with each request, by the name of the header. */
  public Map<String, JsonNode> headers() {
    return headers;
  }

  /** Starts from the defaults. */
  public static final class Builder {
    private final String name;
    private final URI endpoint;
    private final String namespace;
    private final String type;
    private final Map<String, JsonNode> headers = new LinkedHashMap<>();
    private int batch = DEFAULT_BATCH;
    private Duration timeout = DEFAULT_TIMEOUT;
    private Duration giveUpAfter = DEFAULT_GIVE_UP_AFTER;
    private Limits limits = new Limits(10, 10);

    private Builder(String name, URI endpoint, String function) {
      this.name = Objects.requireNonNull(name);
      this.endpoint = Objects.requireNonNull(endpoint);
      int slash = function.lastIndexOf('/');
      if (slash < 1 || slash == function.length() - 1) {
        throw new IllegalArgumentException(
            "a function is named namespace/name, was '" + function + "'");
      }
      this.namespace = function.substring(0, slash);
      this.type = function.substring(slash + 1);
    }

    public Builder batch(int value) {
      batch = value;
      return this;
    }

    public Builder timeout(Duration value) {
      timeout = Objects.requireNonNull(value);
      return this;
    }

    public Builder giveUpAfter(Duration value) {
      giveUpAfter = Objects.requireNonNull(value);
      return this;
    }

    public Builder limits(Limits value) {
      limits = Objects.requireNonNull(value);
      return this;
    }

    public Builder header(String header, JsonNode where) {
      headers.put(header, where);
      return this;
    }

    public PlaybookPlan build() {
      return new PlaybookPlan(this);
    }
  }
}

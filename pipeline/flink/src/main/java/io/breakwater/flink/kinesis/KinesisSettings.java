// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink.kinesis;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which streams the job reads and writes, and how it reaches them.
 *
 * <p>Credentials are no setting: they come from the default chain, which on the service is the role
 * of the application. Only a server on this machine gets made-up ones, as it checks none.
 */
public final class KinesisSettings {
  public static final StartPosition DEFAULT_START_POSITION = StartPosition.TRIM_HORIZON;

  private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.[0-9]+){3}|\\[::1]");

  private final String inputStream;
  private final String exposureStream;
  private final String certificateStream;
  private final String deadLetterStream;
  private final String chokePointStream;
  private final String ruleStream;
  private final String ruleAnswerStream;
  private final String region;
  private final URI endpoint;
  private final StartPosition startPosition;

  private KinesisSettings(Builder builder) {
    this.inputStream = builder.inputStream;
    this.exposureStream = builder.exposureStream;
    this.certificateStream = builder.certificateStream;
    this.deadLetterStream = builder.deadLetterStream;
    this.chokePointStream = builder.chokePointStream;
    this.ruleStream = builder.ruleStream;
    this.ruleAnswerStream = builder.ruleAnswerStream;
    this.region = builder.region;
    this.endpoint = builder.endpoint == null ? null : URI.create(builder.endpoint);
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
  public String region() {
    return region;
  }

  /** In place of the one that the region has; empty for that one. */
  public Optional<URI> endpoint() {
    return Optional.ofNullable(endpoint);
  }

  /** Where to begin when there is no checkpoint to go on from. */
  public StartPosition startPosition() {
    return startPosition;
  }

  /** Whether the endpoint is on this machine. */
  public boolean isLocal() {
    return endpoint != null && isLocal(endpoint);
  }

  /** Whether an address is on this machine: the only ones that get made-up credentials. */
  public static boolean isLocal(URI address) {
    return LOOPBACK.matcher(address.getHost()).matches();
  }

  /** Takes texts, as they are set, and judges them together. */
  public static final class Builder {
    /**
     * @see <a href="https://docs.aws.amazon.com/kinesis/latest/APIReference/API_CreateStream.html">
     *     CreateStream</a>
     */
    private static final Pattern STREAM = Pattern.compile("[a-zA-Z0-9_.-]{1,128}");

    private static final Pattern REGION = Pattern.compile("[a-z]{2,4}(-[a-z]+)+-[0-9]+");

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
      if (region == null) {
        faults.add("region is missing: a region such as us-east-1");
      } else if (!REGION.matcher(region).matches()) {
        faults.add("region must be a region such as us-east-1, was '" + region + "'");
      }
      if (endpoint != null && !isEndpoint(endpoint)) {
        faults.add(
            "endpoint must be an address such as https://kinesis.example.com, was '"
                + endpoint
                + "'");
      }
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
      if (name == null) {
        faults.add(setting + " is missing: the name of a stream");
      } else if (!STREAM.matcher(name).matches()) {
        faults.add(
            setting
                + " must be a name of up to 128 letters, digits, '_', '.' and '-', was '"
                + name
                + "'");
      }
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

    private static boolean isEndpoint(String address) {
      try {
        var uri = URI.create(address);
        return uri.getHost() != null
            && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
            && (uri.getPath().isEmpty() || uri.getPath().equals("/"));
      } catch (IllegalArgumentException e) {
        return false;
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

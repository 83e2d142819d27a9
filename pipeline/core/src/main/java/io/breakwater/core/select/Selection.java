// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.select;

import io.breakwater.core.certificate.CertificateEvent;
import io.breakwater.core.decode.Decision;
import io.breakwater.core.decode.Decoded;
import io.breakwater.core.decode.IgnoredReason;
import io.breakwater.core.decode.Part;
import io.breakwater.core.resource.ResourceType;
import io.breakwater.core.signal.Signal;
import io.breakwater.core.time.TimeRange;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which events a replay takes: those of a span of time, and of these what is said of certain
 * resources, or by certain sources. What is left out becomes an ignored part with that reason.
 *
 * <p>Several values of one kind are alternatives; values of several kinds have to hold together.
 */
public final class Selection implements Serializable {
  /** Leaves nothing out. */
  public static final Selection ALL = builder().build();

  private static final long serialVersionUID = 1L;

  private final TimeRange range;
  private final TreeSet<String> accounts;
  private final TreeSet<String> regions;
  private final TreeSet<String> sources;
  private final TreeSet<String> types;
  private final TreeSet<String> arnPrefixes;

  private Selection(Builder builder) {
    this.range = builder.range;
    this.accounts = builder.accounts;
    this.regions = builder.regions;
    this.sources = builder.sources;
    this.types = builder.types;
    this.arnPrefixes = builder.arnPrefixes;
  }

  public static Builder builder() {
    return new Builder();
  }

  /** Of the times of events. */
  public TimeRange range() {
    return range;
  }

  /**
   * What is left of a record. A record without a time is of every range: nothing says that it is
   * not.
   */
  public Decoded of(Decoded decoded) {
    if (decoded.eventTime().filter(time -> !range.contains(time)).isPresent()) {
      return decoded.withParts(
          decoded.parts().stream()
              .map(part -> Part.ignored(IgnoredReason.OUTSIDE_RANGE, ""))
              .collect(Collectors.toList()));
    }
    if (takesEverySubject()) {
      return decoded;
    }
    return decoded.withParts(
        decoded.parts().stream()
            .map(part -> of(part, decoded.source()))
            .collect(Collectors.toList()));
  }

  private boolean takesEverySubject() {
    return accounts.isEmpty()
        && regions.isEmpty()
        && sources.isEmpty()
        && types.isEmpty()
        && arnPrefixes.isEmpty();
  }

  private Part of(Part part, String source) {
    if (part.decision() == Decision.IGNORED || part.decision() == Decision.DEAD_LETTER) {
      return part;
    }
    if (part.certificate().isPresent()) {
      return takes(part.certificate().get(), source) ? part : notSelected();
    }
    List<Signal> taken =
        part.signals().stream()
            .filter(signal -> takes(signal, source))
            .collect(Collectors.toList());
    return taken.isEmpty() ? notSelected() : part.withSignals(taken);
  }

  private static Part notSelected() {
    return Part.ignored(IgnoredReason.NOT_SELECTED, "");
  }

  private boolean takes(CertificateEvent event, String source) {
    return takes(accounts, event.account())
        && takes(regions, event.region())
        && takes(sources, source)
        && takes(types, ResourceType.CERTIFICATE.name())
        && takesArn(event.arn().toString());
  }

  private boolean takes(Signal signal, String source) {
    var resource = signal.resource();
    return takes(accounts, resource.account())
        && takes(regions, resource.region())
        && (takes(sources, source) || takes(sources, signal.product()))
        && takes(types, resource.type().name())
        && takesArn(resource.arn().toString());
  }

  private static boolean takes(Set<String> values, String value) {
    return values.isEmpty() || values.contains(value);
  }

  private boolean takesArn(String arn) {
    return arnPrefixes.isEmpty() || arnPrefixes.stream().anyMatch(arn::startsWith);
  }

  /** Starts from all there is. */
  public static final class Builder {
    private TimeRange range = TimeRange.ALWAYS;
    private final TreeSet<String> accounts = new TreeSet<>();
    private final TreeSet<String> regions = new TreeSet<>();
    private final TreeSet<String> sources = new TreeSet<>();
    private final TreeSet<String> types = new TreeSet<>();
    private final TreeSet<String> arnPrefixes = new TreeSet<>();

    private Builder() {}

    public Builder range(TimeRange value) {
      range = Objects.requireNonNull(value);
      return this;
    }

    /**
     * The account that owns the resource.
     *
     * @param value twelve digits
     */
    public Builder account(String value) {
      if (!value.matches("\\d{12}")) {
        throw new IllegalArgumentException("an account has twelve digits, was " + value);
      }
      accounts.add(value);
      return this;
    }

    /** The region of the resource, such as {@code eu-central-1}. */
    public Builder region(String value) {
      regions.add(notEmpty("a region", value));
      return this;
    }

    /**
     * Who sent the event or who found what it says.
     *
     * @param value a source of EventBridge, such as {@code aws.securityhub}, or a {@link
     *     io.breakwater.core.signal.Product}
     */
    public Builder source(String value) {
      sources.add(notEmpty("a source", value).toLowerCase(Locale.ROOT));
      return this;
    }

    /** The type of the resource by its CloudFormation name, such as {@code AWS::EC2::Instance}. */
    public Builder type(String value) {
      types.add(notEmpty("a type", value));
      return this;
    }

    /** How the ARN of the resource begins. */
    public Builder arnPrefix(String value) {
      if (!value.startsWith("arn:")) {
        throw new IllegalArgumentException("an ARN begins with arn:, was " + value);
      }
      arnPrefixes.add(value);
      return this;
    }

    private static String notEmpty(String what, String value) {
      if (value.isBlank()) {
        throw new IllegalArgumentException(what + " must not be empty");
      }
      return value;
    }

    public Selection build() {
      return new Selection(this);
    }
  }
}

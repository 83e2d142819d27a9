// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.signal;

import io.breakwater.core.relation.Relation;
import io.breakwater.core.resource.Resource;
import io.breakwater.core.resource.Tags;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One finding about one resource, in one form whatever the format it came in.
 *
 * <p>Identity is (product, finding uid, resource). Of several versions the last writer wins; see
 * {@link SignalVersion}.
 */
public final class Signal {
  /** The {@linkplain #kind kind} of the signals of configuration items. */
  public static final String CONFIGURATION = "ConfigurationItem";

  private final String product;
  private final String findingUid;
  private final Resource resource;
  private final Severity severity;
  private final SignalState state;
  private final Instant updatedAt;
  private final Instant observedAt;
  private final Instant createdAt;
  private final String title;
  private final String kind;
  private final String control;
  private final Vulnerability vulnerability;
  private final OpenPath openPath;
  private final SortedMap<String, String> attributes;
  private final List<Relation> relations;
  private final Tags tags;
  private final String owner;
  private final boolean replayed;

  private Signal(Builder builder) {
    this.product = required("product", builder.product);
    this.findingUid = required("finding uid", builder.findingUid);
    this.resource = Objects.requireNonNull(builder.resource, "a signal needs a resource");
    this.severity = builder.severity;
    this.state = builder.state;
    this.updatedAt = Objects.requireNonNull(builder.updatedAt, "a signal needs an update time");
    this.observedAt = builder.observedAt == null ? builder.updatedAt : builder.observedAt;
    this.createdAt = builder.createdAt == null ? builder.updatedAt : builder.createdAt;
    this.title = builder.title;
    this.kind = builder.kind;
    this.control = builder.control;
    this.vulnerability = builder.vulnerability;
    this.openPath = builder.openPath;
    this.attributes = Collections.unmodifiableSortedMap(builder.attributes);
    this.relations = List.copyOf(builder.relations);
    this.tags = builder.tags;
    this.owner = builder.owner;
    this.replayed = builder.replayed;
  }

  private static String required(String what, String value) {
    if (value == null || value.isEmpty()) {
      throw new IllegalArgumentException("a signal needs a " + what);
    }
    return value;
  }

  public static Builder builder() {
    return new Builder();
  }

  /** One of {@link Product}, or {@code company/product}. */
  public String product() {
    return product;
  }

  /** The provider's own identifier of the finding. */
  public String findingUid() {
    return findingUid;
  }

  public Resource resource() {
    return resource;
  }

  /** The provider's severity, not ours. */
  public Severity severity() {
    return severity;
  }

  public SignalState state() {
    return state;
  }

  /** When the provider last changed the finding. */
  public Instant updatedAt() {
    return updatedAt;
  }

  /** EventBridge's time; the update time for a finding that came without an envelope. */
  public Instant observedAt() {
    return observedAt;
  }

  /** When the provider first saw it; the update time when it does not say. */
  public Instant createdAt() {
    return createdAt;
  }

  public String title() {
    return title;
  }

  /**
   * What sort of finding it is, in the provider's words: Inspector's {@code PACKAGE_VULNERABILITY},
   * a GuardDuty or Macie finding type, the first type of an ASFF finding. May be empty.
   */
  public String kind() {
    return kind;
  }

  /** A Security Hub control such as {@code EC2.8}, or a Config rule name. May be empty. */
  public String control() {
    return control;
  }

  public Optional<Vulnerability> vulnerability() {
    return Optional.ofNullable(vulnerability);
  }

  public Optional<OpenPath> openPath() {
    return Optional.ofNullable(openPath);
  }

  /** Whatever else patterns may ask for, by the names listed in {@link Attribute}. */
  public SortedMap<String, String> attributes() {
    return attributes;
  }

  /**
   * All that the configuration of the resource says about relations: only of a signal that is such
   * an account, and then complete. Evidence does without.
   */
  public List<Relation> relations() {
    return relations;
  }

  /**
   * All tags of the resource, which may be none; empty where nothing is said of tags. Evidence does
   * without.
   */
  public Optional<Tags> tags() {
    return Optional.ofNullable(tags);
  }

  /** Whose the resource is, where that is said apart from its tags; may be empty. */
  public String owner() {
    return owner;
  }

  /** Whether it is the account that Config gives of the resource's own configuration. */
  public boolean isConfiguration() {
    return product.equals(Product.CONFIG) && kind.equals(CONFIGURATION);
  }

  /** Whether it came from an EventBridge replay. */
  public boolean replayed() {
    return replayed;
  }

  /**
   * The same signal, last changed at another time. A creation time that merely stands in moves
   * along: it must not depend on which of several versions came first.
   */
  public Signal updatedAt(Instant time) {
    return toBuilder()
        .updatedAt(time)
        .createdAt(createdAt.equals(updatedAt) ? time : createdAt)
        .build();
  }

  /** Whether traits may be recognised in it, by whatever rules. */
  public boolean mayGiveTraits() {
    return state == SignalState.ACTIVE || state == SignalState.SUPPRESSED;
  }

  /** The same, which says nothing of what is known of the resource besides. */
  public Signal byItself() {
    return relations.isEmpty() && tags == null && owner.isEmpty()
        ? this
        : toBuilder().relations(List.of()).tags(null).owner("").build();
  }

  /** A builder that holds the same. */
  public Builder toBuilder() {
    return builder()
        .product(product)
        .findingUid(findingUid)
        .resource(resource)
        .severity(severity)
        .state(state)
        .updatedAt(updatedAt)
        .observedAt(observedAt)
        .createdAt(createdAt)
        .title(title)
        .kind(kind)
        .control(control)
        .vulnerability(vulnerability)
        .openPath(openPath)
        .attributes(attributes)
        .relations(relations)
        .tags(tags)
        .owner(owner)
        .replayed(replayed);
  }

  @Override
  public boolean equals(Object other) {
    if (!(other instanceof Signal)) {
      return false;
    }
    var that = (Signal) other;
    return product.equals(that.product)
        && findingUid.equals(that.findingUid)
        && resource.equals(that.resource)
        && resource.type().equals(that.resource.type())
        && severity == that.severity
        && state == that.state
        && updatedAt.equals(that.updatedAt)
        && observedAt.equals(that.observedAt)
        && createdAt.equals(that.createdAt)
        && title.equals(that.title)
        && kind.equals(that.kind)
        && control.equals(that.control)
        && Objects.equals(vulnerability, that.vulnerability)
        && Objects.equals(openPath, that.openPath)
        && attributes.equals(that.attributes)
        && relations.equals(that.relations)
        && Objects.equals(tags, that.tags)
        && owner.equals(that.owner)
        && replayed == that.replayed;
  }

  @Override
  public int hashCode() {
    return Objects.hash(product, findingUid, resource, updatedAt);
  }

  @Override
  public String toString() {
    return product + " " + findingUid + " " + state + " on " + resource;
  }

  /** Collects what a reader finds, in any order. */
  public static final class Builder {
    private String product = "";
    private String findingUid = "";
    private Resource resource;
    private Severity severity = Severity.UNKNOWN;
    private SignalState state = SignalState.ACTIVE;
    private Instant updatedAt;
    private Instant observedAt;
    private Instant createdAt;
    private String title = "";
    private String kind = "";
    private String control = "";
    private Vulnerability vulnerability;
    private OpenPath openPath;
    private final TreeMap<String, String> attributes = new TreeMap<>();
    private List<Relation> relations = List.of();
    private Tags tags;
    private String owner = "";
    private boolean replayed;

    private Builder() {}

    public Builder product(String value) {
      product = value;
      return this;
    }

    public Builder findingUid(String value) {
      findingUid = value;
      return this;
    }

    public Builder resource(Resource value) {
      resource = value;
      return this;
    }

    public Builder severity(Severity value) {
      severity = value;
      return this;
    }

    public Builder state(SignalState value) {
      state = value;
      return this;
    }

    public Builder updatedAt(Instant value) {
      updatedAt = value;
      return this;
    }

    public Builder observedAt(Instant value) {
      observedAt = value;
      return this;
    }

    public Builder createdAt(Instant value) {
      createdAt = value;
      return this;
    }

    public Builder title(String value) {
      title = value;
      return this;
    }

    public Builder kind(String value) {
      kind = value;
      return this;
    }

    public Builder control(String value) {
      control = value;
      return this;
    }

    /** Null takes it away. */
    public Builder vulnerability(Vulnerability value) {
      vulnerability = value;
      return this;
    }

    /** Null takes it away. */
    public Builder openPath(OpenPath value) {
      openPath = value;
      return this;
    }

    /** An empty value is no attribute. */
    public Builder attribute(String name, String value) {
      if (!value.isEmpty()) {
        attributes.put(name, value);
      }
      return this;
    }

    public Builder attributes(Map<String, String> values) {
      values.forEach(this::attribute);
      return this;
    }

    public Builder relations(List<Relation> values) {
      relations = values;
      return this;
    }

    /** All tags of the resource; null says nothing of them. */
    public Builder tags(Tags value) {
      tags = value;
      return this;
    }

    /** Tags of a source that may not know of any: none says nothing. */
    public Builder tagsIfAny(Tags value) {
      return tags(value.isEmpty() ? null : value);
    }

    /** Whose the resource is; an empty text says nothing. */
    public Builder owner(String value) {
      owner = value;
      return this;
    }

    public Builder replayed(boolean value) {
      replayed = value;
      return this;
    }

    /** Another builder that holds the same; the two do not share anything that changes. */
    public Builder copy() {
      var copy =
          new Builder()
              .product(product)
              .findingUid(findingUid)
              .resource(resource)
              .severity(severity)
              .state(state)
              .updatedAt(updatedAt)
              .observedAt(observedAt)
              .createdAt(createdAt)
              .title(title)
              .kind(kind)
              .control(control)
              .vulnerability(vulnerability)
              .openPath(openPath)
              .relations(relations)
              .tags(tags)
              .owner(owner)
              .replayed(replayed);
      copy.attributes.putAll(attributes);
      return copy;
    }

    /**
     * The signal, complete.
     *
     * @throws IllegalArgumentException when product or finding uid is missing
     * @throws NullPointerException when resource or update time is missing
     */
    public Signal build() {
      return new Signal(this);
    }
  }
}

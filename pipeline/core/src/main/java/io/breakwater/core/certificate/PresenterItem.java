// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.certificate;

import io.breakwater.core.relation.RelationType;
import io.breakwater.core.resource.Arn;
import io.breakwater.core.resource.Resource;
import io.breakwater.core.resource.ResourceType;
import io.breakwater.core.signal.Attribute;
import io.breakwater.core.signal.Known;
import io.breakwater.core.signal.Product;
import io.breakwater.core.signal.Signal;
import io.breakwater.core.signal.SignalState;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What one configuration item says of a resource that presents certificates. A load balancer has
 * several: its own, and those of its listeners, which name the certificates.
 */
public final class PresenterItem {
  /** The later one counts; of two of the same time, always the same one. */
  static final Comparator<PresenterItem> BY_VERSION =
      Comparator.<PresenterItem, Instant>comparing(item -> item.updatedAt)
          .thenComparing(PresenterItem::toString);

  private static final String LISTENER = "AWS::ElasticLoadBalancingV2::Listener";
  private static final Set<String> TYPES =
      Set.of(
          LISTENER,
          "AWS::ElasticLoadBalancingV2::LoadBalancer",
          "AWS::ElasticLoadBalancing::LoadBalancer",
          "AWS::CloudFront::Distribution",
          "AWS::ApiGateway::DomainName");

  private final Resource presenter;
  private final Arn item;
  private final List<Arn> certificates;
  private final Known internet;
  private final String owner;
  private final boolean deleted;
  private final Instant updatedAt;
  private final Instant at;
  private final boolean replayed;

  /**
   * @param presenter who presents the certificates
   * @param item the resource that the item is of
   * @param certificates that it names, in the order of their ARNs; none of one that was deleted
   * @param internet whether the presenter is reached from the internet, as far as the item says
   * @param owner by its tags; may be empty
   * @param deleted whether it says that its resource is gone
   * @param updatedAt when it was recorded
   * @param at event time
   */
  public PresenterItem(
      Resource presenter,
      Arn item,
      List<Arn> certificates,
      Known internet,
      String owner,
      boolean deleted,
      Instant updatedAt,
      Instant at,
      boolean replayed) {
    this.presenter = Objects.requireNonNull(presenter);
    this.item = Objects.requireNonNull(item);
    this.certificates = List.copyOf(certificates);
    this.internet = Objects.requireNonNull(internet);
    this.owner = Objects.requireNonNull(owner);
    this.deleted = deleted;
    this.updatedAt = Objects.requireNonNull(updatedAt);
    this.at = Objects.requireNonNull(at);
    this.replayed = replayed;
  }

  /** Empty for a signal that is no configuration item of such a resource. */
  public static Optional<PresenterItem> of(Signal signal) {
    var resource = signal.resource();
    if (!signal.product().equals(Product.CONFIG)
        || !TYPES.contains(resource.type().name())
        || !(signal.isConfiguration() || signal.state() == SignalState.DELETED)) {
      return Optional.empty();
    }
    return Optional.of(
        new PresenterItem(
            presenter(resource),
            resource.arn(),
            signal.relations().stream()
                .filter(relation -> relation.type() == RelationType.PRESENTS)
                .map(relation -> relation.to().arn())
                .sorted()
                .collect(Collectors.toList()),
            internet(signal),
            signal.attributes().getOrDefault(Attribute.OWNER, ""),
            signal.state() == SignalState.DELETED,
            signal.updatedAt(),
            signal.observedAt(),
            signal.replayed()));
  }

  /** {@code listener/app/web/50dc/f2f7} is a listener of {@code loadbalancer/app/web/50dc}. */
  private static Resource presenter(Resource resource) {
    if (!resource.type().name().equals(LISTENER)) {
      return resource;
    }
    var path = resource.arn().resource();
    int end = path.lastIndexOf('/');
    int start = path.indexOf('/');
    return end <= start
        ? resource
        : Resource.of(
            resource.arn().withResource("loadbalancer" + path.substring(start, end)),
            ResourceType.named("AWS::ElasticLoadBalancingV2::LoadBalancer"),
            resource.account(),
            resource.region());
  }

  private static Known internet(Signal signal) {
    var address = signal.attributes().get(Attribute.ADDRESS);
    return address == null ? Known.UNKNOWN : Known.of(address.equals("public"));
  }

  public Resource presenter() {
    return presenter;
  }

  public Arn item() {
    return item;
  }

  public List<Arn> certificates() {
    return certificates;
  }

  public Known internet() {
    return internet;
  }

  public String owner() {
    return owner;
  }

  public boolean isDeleted() {
    return deleted;
  }

  /** Whether it is of the presenter itself and not of a part of it. */
  boolean isOfItself() {
    return presenter.arn().equals(item);
  }

  public Instant updatedAt() {
    return updatedAt;
  }

  public Instant at() {
    return at;
  }

  public boolean replayed() {
    return replayed;
  }

  @Override
  public boolean equals(Object other) {
    if (!(other instanceof PresenterItem)) {
      return false;
    }
    var that = (PresenterItem) other;
    return presenter.equals(that.presenter)
        && item.equals(that.item)
        && certificates.equals(that.certificates)
        && internet == that.internet
        && owner.equals(that.owner)
        && deleted == that.deleted
        && updatedAt.equals(that.updatedAt)
        && at.equals(that.at)
        && replayed == that.replayed;
  }

  @Override
  public int hashCode() {
    return Objects.hash(item, updatedAt, certificates);
  }

  @Override
  public String toString() {
    return item
        + (deleted ? " is gone" : " " + internet + " " + owner + " presents " + certificates);
  }
}

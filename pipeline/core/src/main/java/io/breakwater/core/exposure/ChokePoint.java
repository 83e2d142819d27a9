// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.exposure;

import io.breakwater.core.catalogue.Trait;
import io.breakwater.core.relation.TravelledPath;
import io.breakwater.core.resource.Resource;
import io.breakwater.core.signal.Severity;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A contributing trait of an exposure: what its end would do, and where it would have to end. */
public final class ChokePoint {
  private final Trait trait;
  private final Severity after;
  private final List<Origin> origins;
  private final int originsInAll;

  ChokePoint(Trait trait, Severity after, List<Origin> origins, int originsInAll) {
    this.trait = Objects.requireNonNull(trait);
    this.after = after;
    this.origins = List.copyOf(origins);
    this.originsInAll = originsInAll;
  }

  public Trait trait() {
    return trait;
  }

  /** The severity that is left without the trait; empty when no exposure is. */
  public Optional<Severity> after() {
    return Optional.ofNullable(after);
  }

  /** Whether the exposure closes without the trait. */
  public boolean closes() {
    return closes(after());
  }

  /** The resources that the trait comes from, by ARN: the first {@link ChokePoints#MAX_ORIGINS}. */
  public List<Origin> origins() {
    return origins;
  }

  /** How many there are, listed or not. */
  public int originsInAll() {
    return originsInAll;
  }

  /** Whether an exposure of which this severity is left closes: nothing informational is open. */
  public static boolean closes(Optional<Severity> after) {
    return after.filter(left -> left != Severity.INFORMATIONAL).isEmpty();
  }

  @Override
  public String toString() {
    return trait.id() + " leaves " + (after == null ? "nothing" : after) + ", from " + origins;
  }

  /** A resource that a trait comes from: where somebody can put an end to it. */
  public static final class Origin {
    private final Resource resource;
    private final TravelledPath path;
    private final Severity after;
    private final int leftBehind;

    Origin(Resource resource, TravelledPath path, Severity after, int leftBehind) {
      this.resource = Objects.requireNonNull(resource);
      this.path = path;
      this.after = after;
      this.leftBehind = leftBehind;
    }

    public Resource resource() {
      return resource;
    }

    /** How the trait comes from there; empty where it is the primary resource's own. */
    public Optional<TravelledPath> path() {
      return Optional.ofNullable(path);
    }

    /** The severity that is left once the trait ends here and nowhere else; empty for none. */
    public Optional<Severity> after() {
      return Optional.ofNullable(after);
    }

    /** Whether the exposure closes once the trait ends here. */
    public boolean closes() {
      return ChokePoint.closes(after());
    }

    /**
     * Findings of the same sort that were left behind on the way, at least: of those of other
     * resources some would come in the place of these, and leave more.
     */
    public int leftBehind() {
      return leftBehind;
    }

    @Override
    public String toString() {
      return resource.arn() + " leaving " + (after == null ? "nothing" : after);
    }
  }
}

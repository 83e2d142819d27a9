// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.exposure;

import io.breakwater.core.catalogue.ResourceRules;
import io.breakwater.core.catalogue.Trait;
import io.breakwater.core.catalogue.TraitType;
import io.breakwater.core.relation.TravelledPath;
import io.breakwater.core.resource.Resource;
import io.breakwater.core.resource.ResourceType;
import io.breakwater.core.trait.Evidence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The resources that can be reached from a primary one by access to data or by acting as somebody
 * else: how many of which type, and the worst.
 */
public final class BlastRadius {
  /** Resources that are listed, the worst first. */
  static final int MOST_LISTED = 10;

  private static final Comparator<Reached> WORST_FIRST =
      Comparator.<Reached>comparingInt(reached -> reached.sensitive ? 0 : 1)
          .thenComparing(reached -> reached.resource.type())
          .thenComparing(reached -> reached.resource.arn());

  private final List<Reached> listed;
  private final SortedMap<ResourceType, Integer> counts;
  private final boolean atLeast;
  private final int sensitive;

  private BlastRadius(Gathered gathered) {
    var all = new ArrayList<>(gathered.reached.values());
    all.sort(WORST_FIRST);
    this.listed = List.copyOf(all.subList(0, Math.min(all.size(), MOST_LISTED)));
    this.counts = new TreeMap<>(gathered.counts());
    this.atLeast = !gathered.more.isEmpty();
    this.sensitive = (int) all.stream().filter(Reached::isSensitive).count();
  }

  /**
   * @param premises that resources are there, by the paths that lead to them
   * @param findings what may tell of sensitive data in some of them
   */
  static BlastRadius of(
      ResourceRules rules, Collection<Evidence> premises, Collection<Evidence> findings) {
    var gathered = new Gathered();
    premises.forEach(gathered::take);
    for (var finding : findings) {
      if (finding.path().isPresent() && tellsOfSensitiveData(rules, finding)) {
        gathered.sensitive(finding);
      }
    }
    return new BlastRadius(gathered);
  }

  private static boolean tellsOfSensitiveData(ResourceRules rules, Evidence finding) {
    return finding.traits().stream()
        .flatMap(given -> rules.trait(given.id()).stream())
        .map(Trait::type)
        .anyMatch(TraitType.SENSITIVE_DATA::equals);
  }

  /** The worst: with sensitive data first, then by type and ARN. */
  public List<Reached> listed() {
    return listed;
  }

  /** How many are known, by type. */
  public SortedMap<ResourceType, Integer> counts() {
    return counts;
  }

  /** How many are known in all. */
  public int size() {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** How many of those that are known hold sensitive data. */
  public int sensitive() {
    return sensitive;
  }

  /** Whether some were left behind on the way, so that there are that many at least. */
  public boolean isAtLeast() {
    return atLeast;
  }

  @Override
  public String toString() {
    return (atLeast ? "at least " : "") + counts + " " + listed;
  }

  /** One resource that can be reached. */
  public static final class Reached {
    private final Resource resource;
    private TravelledPath path;
    private boolean sensitive;

    private Reached(Resource resource) {
      this.resource = resource;
    }

    public Resource resource() {
      return resource;
    }

    /** The shortest way, from the resource to the primary one. */
    public TravelledPath path() {
      return path;
    }

    /** Whether a finding tells of sensitive data in it. */
    public boolean isSensitive() {
      return sensitive;
    }

    private void by(TravelledPath way) {
      if (path == null || TravelledPath.SHORTEST_FIRST.compare(way, path) < 0) {
        path = way;
      }
    }

    @Override
    public String toString() {
      return resource + (sensitive ? " with sensitive data" : "") + " by " + path;
    }
  }

  /** What is reached, and how many are left behind on ways of each form. */
  private static final class Gathered {
    private final Map<Resource, Reached> reached = new HashMap<>();
    private final Map<String, ResourceType> types = new LinkedHashMap<>();
    private final Map<String, Set<Resource>> came = new HashMap<>();
    private final Map<String, Integer> more = new HashMap<>();

    void take(Evidence premise) {
      premise.path().ifPresent(path -> take(path, premise.more()));
    }

    private void take(TravelledPath path, int leftBehind) {
      var form = formOf(path);
      types.put(form, path.origin().type());
      came.computeIfAbsent(form, none -> new HashSet<>()).add(path.origin());
      if (leftBehind > 0) {
        more.merge(form, leftBehind, Math::max);
      }
      reached(path);
    }

    void sensitive(Evidence finding) {
      reached(finding.path().orElseThrow()).sensitive = true;
    }

    private Reached reached(TravelledPath path) {
      var one = reached.computeIfAbsent(path.origin(), Reached::new);
      one.by(path);
      return one;
    }

    /** Those left behind on one way may be known by another: the most that one way tells. */
    Map<ResourceType, Integer> counts() {
      var counts = new HashMap<ResourceType, Integer>();
      reached.keySet().forEach(resource -> counts.merge(resource.type(), 1, Integer::sum));
      came.forEach(
          (form, known) ->
              counts.merge(types.get(form), known.size() + more.getOrDefault(form, 0), Math::max));
      return counts;
    }

    private static String formOf(TravelledPath path) {
      return path.resources().stream()
          .map(resource -> resource.type().name())
          .collect(Collectors.joining(" "));
    }
  }
}

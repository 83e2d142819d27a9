// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.rules;

import io.breakwater.core.catalogue.Catalogue;
import io.breakwater.core.catalogue.CatalogueException;
import io.breakwater.core.catalogue.CatalogueText;
import io.breakwater.core.catalogue.ExploitationData;
import io.breakwater.core.catalogue.Suppressions;
import io.breakwater.core.graph.Routes;
import io.breakwater.core.hash.Sha256;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Judges updates one after the other, and numbers those that are accepted. For one thread. */
public final class RuleBook {
  private final Compiled first;
  private final int hops;
  private final Map<RuleKind, RulesInForce> inForce = new EnumMap<>(RuleKind.class);
  private Compiled catalogue;

  /**
   * @param first the catalogue that the job began with: edges are kept as far as it needs them
   * @param hops over how many edges a trait travels at most
   * @param accepted what was accepted before
   */
  public RuleBook(CatalogueText first, int hops, Collection<RulesInForce> accepted) {
    this.first = new Compiled(first.catalogue(), first.digest());
    this.hops = hops;
    accepted.forEach(rules -> inForce.put(rules.kind(), rules));
    this.catalogue =
        Optional.ofNullable(inForce.get(RuleKind.CATALOGUE))
            .flatMap(
                rules ->
                    CatalogueUpdate.accepted(rules)
                        .map(known -> new Compiled(known, rules.digest())))
            .orElse(this.first);
  }

  /** Of each kind the last that was accepted. */
  public List<RulesInForce> inForce() {
    return List.copyOf(inForce.values());
  }

  /** Judges an update. What is accepted is {@linkplain #inForce in force} from now on. */
  public RuleAnswer judge(RuleUpdate update, Instant now) {
    try {
      switch (update.kind()) {
        case CATALOGUE:
          return catalogue(update);
        case SUPPRESSIONS:
          return suppressions(update, now);
        default:
          return exploitation(update);
      }
    } catch (CatalogueException e) {
      return refused(update, e.faults());
    } catch (RuntimeException e) {
      // The stream still has it after a restart: what fails here would fail for good.
      return refused(update, List.of("cannot be read: " + e.getMessage()));
    }
  }

  /** What is no update at all. */
  public RuleAnswer refuse(MalformedUpdate malformed) {
    return RuleAnswer.refused(
        malformed.id(), malformed.kind(), List.of(malformed.getMessage()), null);
  }

  private RuleAnswer refused(RuleUpdate update, List<String> reasons) {
    return RuleAnswer.refused(
        update.id(), update.kind().key(), reasons, inForce.get(update.kind()));
  }

  private RuleAnswer catalogue(RuleUpdate update) {
    var read =
        CatalogueUpdate.read(update.document())
            .map(text -> new Compiled(text.catalogue(), text.digest()));
    var next = read.orElse(first);
    var ways = Routes.of(next.catalogue);
    var faults = new ArrayList<String>();
    ways.longerThan(hops).forEach(way -> faults.add(way + ", and the job follows " + hops));
    faults.addAll(ways.notWithin(Routes.of(first.catalogue)));
    faults.addAll(Routes.otherWays(catalogue.catalogue, next.catalogue));
    if (!faults.isEmpty()) {
      faults.add(
          "relations that the job does not keep cannot be followed while it runs: start it anew"
              + " with this catalogue");
      return refused(update, faults);
    }
    var digest = read.isEmpty() ? RulesInForce.BUILT_IN : next.digest;
    var answer = accept(update, next.catalogue.version(), digest, List.of());
    if (answer.outcome() == RuleAnswer.Outcome.ACCEPTED) {
      catalogue = next;
    }
    return answer;
  }

  private RuleAnswer suppressions(RuleUpdate update, Instant now) {
    var next = Suppressions.of(RuleKind.SUPPRESSIONS.key(), update.document());
    var warnings = new ArrayList<String>();
    for (var one : next.all()) {
      if (one.end().isEmpty()) {
        warnings.add(
            "suppression '" + one.id() + "' suppresses nothing: '" + one.expires() + "' is no day");
      } else if (!one.isInForce(now)) {
        warnings.add(
            "suppression '" + one.id() + "' suppresses nothing: it ended " + one.expires());
      }
    }
    return accept(update, next.version(), digest(update), warnings);
  }

  private RuleAnswer exploitation(RuleUpdate update) {
    var next = ExploitationData.of(RuleKind.EXPLOITATION.key(), update.document());
    return accept(update, next.version(), digest(update), List.of());
  }

  private static String digest(RuleUpdate update) {
    return Sha256.identity(update.document());
  }

  private RuleAnswer accept(
      RuleUpdate update, String version, String digest, List<String> warnings) {
    var before = inForce.get(update.kind());
    if (before != null && before.digest().equals(digest)) {
      return RuleAnswer.unchanged(update, before);
    }
    if (saysSomethingElse(update.kind(), version, digest)) {
      return refused(
          update,
          List.of(
              "version "
                  + version
                  + " is in force and says something else: findings name the version, so other"
                  + " rules need another one"));
    }
    var now =
        new RulesInForce(
            update.kind(), lastNumber() + 1, update.id(), version, digest, update.document());
    inForce.put(update.kind(), now);
    return RuleAnswer.accepted(now, warnings);
  }

  private boolean saysSomethingElse(RuleKind kind, String version, String digest) {
    if (kind == RuleKind.CATALOGUE) {
      return catalogue.catalogue.version().equals(version)
          && !digest.equals(RulesInForce.BUILT_IN)
          && !digest.equals(catalogue.digest);
    }
    var now = inForce.get(kind);
    return now != null && now.version().equals(version) && !now.digest().equals(digest);
  }

  private long lastNumber() {
    return inForce.values().stream().mapToLong(RulesInForce::number).max().orElse(0);
  }

  /** A catalogue that stays compiled, whatever else this process compiles. */
  private static final class Compiled {
    private final Catalogue catalogue;
    private final String digest;

    Compiled(Catalogue catalogue, String digest) {
      this.catalogue = catalogue;
      this.digest = digest;
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink.operators;

import io.breakwater.core.catalogue.Catalogue;
import io.breakwater.core.exposure.Announced;
import io.breakwater.core.exposure.Assessment;
import io.breakwater.core.exposure.Assessor;
import io.breakwater.core.exposure.Ceiling;
import io.breakwater.core.exposure.Lifecycle;
import io.breakwater.core.graph.Recognition;
import io.breakwater.core.trait.Evidence;
import io.breakwater.core.trait.TraitChange;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.state.ValueState;

/**
 * The evidence on the resource of a key, and what it adds up to by the rules of now.
 *
 * <p>Where the rules change while the job runs, each key keeps by which it was judged.
 */
final class AssessedEvidence {
  /** So much evidence that reading it all for each further finding would be felt. */
  private static final int MANY = 32;

  private final HeldEvidence evidence;
  private final ValueState<Ceiling> ceiling;
  private final ValueState<Long> judgedBy;

  private Catalogue catalogue;
  private Assessor assessor;

  /** Null where the rules never change. */
  private Recognition recognition;

  private long rules;

  private AssessedEvidence(
      HeldEvidence evidence, ValueState<Ceiling> ceiling, ValueState<Long> judgedBy) {
    this.evidence = evidence;
    this.ceiling = ceiling;
    this.judgedBy = judgedBy;
  }

  static AssessedEvidence in(KeyState state) {
    return new AssessedEvidence(
        HeldEvidence.in(state),
        state.value(Assess.CEILING, Ceiling.class),
        state.value(Assess.JUDGED_BY, Long.class));
  }

  /** From now on it adds up by this catalogue. */
  void judgeBy(Catalogue now) {
    catalogue = now;
    assessor = new Assessor(now);
  }

  /**
   * As {@link #judgeBy}, and what was judged by other rules is to be judged again.
   *
   * @param digest of all rules by which keys are judged
   */
  void follow(Catalogue now, long digest) {
    judgeBy(now);
    recognition = new Recognition(now);
    rules = digest;
    evidence.mayBeJudgedAgain();
  }

  /** Whether there is something that was judged by others than the rules of now. */
  boolean isJudgedByOthers() throws Exception {
    if (recognition == null) {
      return false;
    }
    var before = judgedBy.value();
    return (before == null || before != rules) && !evidence.isEmpty();
  }

  /**
   * Judges all of it by the rules of now.
   *
   * @return whether some of it gives less than before
   */
  boolean judgeAgain() throws Exception {
    judgedBy.update(rules);
    boolean fewer = evidence.judgeAgain(recognition);
    ceiling.clear();
    return fewer;
  }

  /** Whether this tells nothing new where {@linkplain #judgeAgain other rules} told it before. */
  boolean mayBeKnown(TraitChange change) {
    return recognition != null && change.kind() == TraitChange.Kind.GIVEN;
  }

  /**
   * Takes a change in.
   *
   * @return empty where it makes no difference to what it adds up to
   */
  Optional<TakenEvidence> take(TraitChange change) throws Exception {
    long key = change.signalKey();
    switch (change.kind()) {
      case GIVEN:
        var known = evidence.get(key);
        if (recognition != null && known.equals(change.evidence())) {
          return Optional.empty();
        }
        return Optional.of(new TakenEvidence(change.gives() ? give(change) : withdraw(key), known));
      case SEEN_AGAIN:
        evidence.seenAgain(key, change.version().updatedAt());
        return Optional.empty();
      case WITHDRAWN:
        return Optional.of(new TakenEvidence(withdraw(key), Optional.empty()));
    }
    throw new IllegalStateException("no change of evidence is " + change.kind());
  }

  private List<Evidence> give(TraitChange change) throws Exception {
    var given = change.evidence().orElseThrow();
    evidence.give(change.signalKey(), given);
    if (recognition != null && judgedBy.value() == null && !change.isOfLabel()) {
      judgedBy.update(rules);
    }
    return List.of(given);
  }

  private List<Evidence> withdraw(long key) throws Exception {
    return evidence.withdraw(key).filter(assessor::isPremise).map(List::of).orElse(List.of());
  }

  List<Evidence> all() throws Exception {
    return evidence.all();
  }

  /** What it adds up to. */
  Assessment assess() throws Exception {
    var all = evidence.all();
    if (all.stream().allMatch(Evidence::isLabel)) {
      ceiling.clear();
      judgedBy.clear();
    }
    return assess(all);
  }

  /** What {@link #all} adds up to. */
  Assessment assess(List<Evidence> all) {
    return assessor.assess(all);
  }

  /**
   * Whether what came may make the exposure more severe. Costs the same however much evidence there
   * is, once there is so much that it matters.
   */
  boolean mayBeUrgent(List<Evidence> given, Optional<Announced> told) throws Exception {
    var known = ceiling.value();
    if (known == null || !known.isOf(catalogue) || given.stream().anyMatch(assessor::isPremise)) {
      return true;
    }
    var raised = known;
    for (var item : given) {
      raised = raised.and(item, catalogue);
    }
    if (!raised.equals(known)) {
      ceiling.update(raised);
    }
    var most = raised.severity(given.get(0).resource().type(), catalogue);
    return Lifecycle.mayBeUrgent(told, most);
  }

  /** Remembers how severe {@link #all} can be at most, where that saves more than it costs. */
  void keepCeiling(List<Evidence> all) throws Exception {
    if (all.size() >= MANY) {
      ceiling.update(Ceiling.of(assessor.weighed(all), catalogue));
    }
  }
}

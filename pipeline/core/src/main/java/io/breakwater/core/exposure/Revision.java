// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.exposure;

import io.breakwater.core.catalogue.Suppression;
import io.breakwater.core.control.Decided;
import io.breakwater.core.finding.Activity;
import io.breakwater.core.hash.Sha256;
import io.breakwater.core.resource.Resource;
import io.breakwater.core.trait.Withdrawal;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** One version of an exposure, as readers get to see it. */
public final class Revision {
  private final Activity activity;
  private final Announced announced;
  private final Exposure exposure;
  private final Decided decided;
  private final Withdrawal withdrawal;
  private final Closed previous;
  private final Instant time;
  private final boolean replayed;

  private Revision(
      Activity activity,
      Announced announced,
      Exposure exposure,
      Decided decided,
      Withdrawal withdrawal,
      Closed previous,
      Instant time,
      boolean replayed) {
    this.activity = activity;
    this.announced = Objects.requireNonNull(announced);
    this.exposure = exposure;
    this.decided = Objects.requireNonNull(decided);
    this.withdrawal = withdrawal;
    this.previous = previous;
    this.time = Objects.requireNonNull(time);
    this.replayed = replayed;
  }

  static Revision create(
      Exposure exposure,
      Decided decided,
      Announced announced,
      Optional<Closed> previous,
      Pending pending) {
    return new Revision(
        Activity.CREATE,
        announced,
        exposure,
        decided,
        null,
        previous.orElse(null),
        pending.time(),
        pending.replayed());
  }

  static Revision update(Exposure exposure, Decided decided, Announced announced, Pending pending) {
    return new Revision(
        Activity.UPDATE,
        announced,
        exposure,
        decided,
        pending.withdrawal().orElse(null),
        null,
        pending.time(),
        pending.replayed());
  }

  static Revision close(Announced announced, Withdrawal why, Pending pending) {
    return new Revision(
        Activity.CLOSE,
        announced,
        null,
        Decided.NOTHING,
        why,
        null,
        pending.time(),
        pending.replayed());
  }

  public Activity activity() {
    return activity;
  }

  public Resource resource() {
    return announced.resource();
  }

  public String exposureUid() {
    return Exposure.uidOf(resource());
  }

  /**
   * A pure function of the exposure and its material content, so that a reader who sees a revision
   * twice after a recovery can tell.
   */
  public String uid() {
    var episode = Integer.toString(announced.episode());
    return activity == Activity.CLOSE
        ? Sha256.identity(
            exposureUid(),
            episode,
            withdrawal.code(),
            announced.severity().label(),
            announced.likelihood().label(),
            announced.impact().label(),
            announced.title(),
            announced.ruleId())
        : Sha256.identity(exposureUid(), episode, announced.fingerprint());
  }

  /** What is announced; for a close, what was. */
  public Announced announced() {
    return announced;
  }

  /** Empty for a close. */
  public Optional<Exposure> exposure() {
    return Optional.ofNullable(exposure);
  }

  /** By which somebody decided to live with it for now; empty for none, and for a close. */
  public Optional<Suppression> suppression() {
    return decided.suppression();
  }

  /** What people decided about it; nothing for a close. */
  public Decided decided() {
    return decided;
  }

  /** Why evidence went away: always present for a close, never for a create. */
  public Optional<Withdrawal> withdrawal() {
    return Optional.ofNullable(withdrawal);
  }

  /** How the episode before this one ended; only for a create, empty for that of the first. */
  public Optional<Closed> previous() {
    return Optional.ofNullable(previous);
  }

  /** How this episode ended; empty unless it is a close. */
  public Optional<Closed> closed() {
    return activity == Activity.CLOSE
        ? Optional.of(new Closed(announced.episode(), time, withdrawal))
        : Optional.empty();
  }

  /** Event time of the change that led to it. */
  public Instant time() {
    return time;
  }

  /** Whether it comes from replayed events: nothing that reaches people may act on it. */
  public boolean replayed() {
    return replayed;
  }

  @Override
  public String toString() {
    return activity + " " + announced + " (" + resource() + ")";
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.breakwater.demo;

import io.breakwater.demo.Scene.Step;
import io.breakwater.demo.chance.Dice;
import io.breakwater.demo.estate.Resource;
import io.breakwater.demo.finding.Finding;
import io.breakwater.demo.finding.Status;
import io.breakwater.demo.finding.Weakness;
import io.breakwater.demo.finding.Weakness.FailedControl;
import io.breakwater.demo.format.ItemStatus;
import io.breakwater.demo.format.Occasion;
import io.breakwater.demo.format.Publisher;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What scenes are made of: changes of the posture, each with the event that tells of it. */
final class Steps {
  private final Posture posture;
  private final Dice dice;

  Steps(Posture posture, Dice dice) {
    this.posture = posture;
    this.dice = dice;
  }

  /** A product finds something. */
  Step opens(Resource subject, Weakness weakness) {
    return opens(subject, List.of(), weakness);
  }

  /**
   * A product finds something.
   *
   * @param also what else it names
   */
  Step opens(Resource subject, List<? extends Resource> also, Weakness weakness) {
    return now ->
        posture.exists(subject)
            ? told(posture.open(subject, List.copyOf(also), weakness, now), now)
            : Optional.empty();
  }

  /** What was found gets worse. */
  <W extends Weakness> Step worsens(
      Resource subject, Class<W> kind, W before, UnaryOperator<W> change) {
    var finding = Finding.opened("", subject, List.of(), before, Instant.EPOCH);
    return now ->
        told(
            posture.change(
                finding,
                current -> current.changed(change.apply(kind.cast(current.weakness())), now)),
            now);
  }

  /** What was found is fixed, or set aside. */
  Step closes(Resource subject, Weakness weakness, Status status) {
    return closes(Finding.opened("", subject, List.of(), weakness, Instant.EPOCH), status);
  }

  Step closes(Finding finding, Status status) {
    return now -> told(posture.change(finding, current -> current.as(status, now)), now);
  }

  /** A product says again what it said before. */
  Optional<DemoEvent> repeats(Finding finding, Instant now) {
    return told(posture.change(finding, current -> current.seenAgain(now)), now);
  }

  /** The Config rule behind a control speaks before Security Hub does. */
  Step rules(Resource subject, FailedControl failed, boolean compliant) {
    var verdict =
        Finding.opened("", subject, List.of(), failed, Instant.EPOCH)
            .as(compliant ? Status.FIXED : Status.OPEN, Instant.EPOCH);
    return now -> event(subject, Publisher.compliance(verdict, failed.control(), occasion(now)));
  }

  /** The configuration of a resource changes. */
  Step configures(Resource resource, ItemStatus status) {
    return now ->
        posture.exists(resource) || status == ItemStatus.DELETED
            ? event(resource, Publisher.configuration(resource, status, occasion(now)))
            : Optional.empty();
  }

  /** Something that no rule should have let through, or that broke on its way. */
  DemoEvent noise(Instant now) {
    var instance = dice.oneOf(posture.instances());
    var scanned = Publisher.scanned(instance, occasion(now));
    var json =
        switch (dice.below(5)) {
          case 0 -> Publisher.broken(scanned);
          case 1, 2 -> scanned;
          default -> Publisher.instanceStateChange(instance, "running", occasion(now));
        };
    return new DemoEvent(instance.arn(), json);
  }

  private Optional<DemoEvent> told(Optional<Finding> finding, Instant now) {
    return finding.flatMap(
        changed -> event(changed.subject(), Publisher.finding(changed, occasion(now))));
  }

  private static Optional<DemoEvent> event(Resource about, byte[] json) {
    return Optional.of(new DemoEvent(about.arn(), json));
  }

  private Occasion occasion(Instant now) {
    return new Occasion(dice.uuid(), now);
  }
}

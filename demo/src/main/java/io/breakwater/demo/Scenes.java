// SPDX-License-Identifier: Apache-2.0
package io.breakwater.demo;

import io.breakwater.demo.chance.Dice;
import io.breakwater.demo.estate.Function;
import io.breakwater.demo.estate.Instance;
import io.breakwater.demo.estate.NetworkInterface;
import io.breakwater.demo.estate.Policy;
import io.breakwater.demo.estate.Resource;
import io.breakwater.demo.estate.Surveyor;
import io.breakwater.demo.finding.Control;
import io.breakwater.demo.finding.Finding;
import io.breakwater.demo.finding.Flaw;
import io.breakwater.demo.finding.Flaws;
import io.breakwater.demo.finding.Inspection;
import io.breakwater.demo.finding.Status;
import io.breakwater.demo.finding.Weakness.FailedControl;
import io.breakwater.demo.finding.Weakness.OpenPort;
import io.breakwater.demo.finding.Weakness.PackageFlaw;
import io.breakwater.demo.format.ItemStatus;
import java.util.Optional;

/** Thinks of what happens next in the organisation. */
final class Scenes {
  private static final FailedControl ADMIN = new FailedControl(Control.NO_FULL_ADMIN);
  private static final FailedControl SSH = new FailedControl(Control.SSH_CLOSED);
  private static final FailedControl INVOCABLE = new FailedControl(Control.NOT_PUBLICLY_INVOCABLE);

  private final Posture posture;
  private final Steps steps;
  private final Dice dice;
  private final Inspection inspection;
  private final Surveyor surveyor;

  Scenes(Posture posture, Steps steps, Dice dice) {
    this.posture = posture;
    this.steps = steps;
    this.dice = dice;
    this.inspection = new Inspection(dice);
    this.surveyor = new Surveyor(dice);
  }

  /** The more is open, the likelier it is that somebody cleans up. */
  Scene next() {
    int eager = Math.min(60, posture.open().size() / 3);
    if (dice.below(100) < eager) {
      return dice.chance(0.75) ? maintenance() : cleanUp();
    }
    return switch (dice.below(11)) {
      case 0 -> disclosure();
      case 1, 2 -> escalation();
      case 3 -> carelessHost();
      case 4 -> carelessFunction();
      case 5 -> openedGroup();
      case 6 -> replacement();
      case 7 -> broadPolicy();
      default -> discovery();
    };
  }

  /** A product finds this and that. */
  private Scene discovery() {
    var scene = new Scene();
    int count = dice.between(1, 3);
    for (int i = 0; i < count; i++) {
      scene.then(found(somebody()));
    }
    return scene;
  }

  Scene.Step found(Resource resource) {
    return steps.opens(resource, inspection.of(resource));
  }

  private Resource somebody() {
    var estate = posture.estate();
    int draw = dice.below(100);
    if (draw < 45) {
      return dice.oneOf(posture.instances());
    }
    if (draw < 72) {
      return dice.oneOf(estate.functions());
    }
    if (draw < 84) {
      return dice.oneOf(estate.buckets());
    }
    return draw < 93 ? dice.oneOf(estate.users()) : dice.oneOf(estate.roles());
  }

  /** A vulnerability is published: several instances have the package. */
  private Scene disclosure() {
    var scene = new Scene();
    var flaw = dice.oneOf(Flaws.OF_SYSTEMS);
    int count = dice.between(2, 4);
    for (int i = 0; i < count; i++) {
      scene.then(steps.opens(dice.oneOf(posture.instances()), inspection.packageFlaw(flaw)));
    }
    return scene;
  }

  /** A vulnerability gets likelier to be exploited, and then it is. */
  private Scene escalation() {
    var scene = new Scene();
    var flaws =
        posture.open().stream().filter(finding -> finding.weakness() instanceof PackageFlaw);
    var open = flaws.toList();
    if (open.isEmpty()) {
      return disclosure();
    }
    var flaw = ((PackageFlaw) dice.oneOf(open).weakness()).flaw();
    double likelier = Inspection.rounded(dice.between(0.05, 0.4));
    double exploited = Inspection.rounded(dice.between(0.5, 0.95));
    var affected = open.stream().filter(finding -> isOf(finding, flaw)).limit(4).toList();
    for (var finding : affected) {
      var found = (PackageFlaw) finding.weakness();
      scene.then(
          steps.worsens(
              finding.subject(), PackageFlaw.class, found, now -> now.likelier(likelier)));
    }
    for (var finding : affected) {
      var found = (PackageFlaw) finding.weakness();
      scene.then(
          steps.worsens(
              finding.subject(), PackageFlaw.class, found, now -> now.exploitedWith(exploited)));
    }
    return scene;
  }

  private static boolean isOf(Finding finding, Flaw flaw) {
    return finding.weakness() instanceof PackageFlaw found && found.flaw().equals(flaw);
  }

  /**
   * An instance that has it all: reachable, exploitable, and an administrator. Then it is fixed.
   */
  Scene carelessHost() {
    var instance = dice.oneOf(posture.instances());
    var remote = Flaws.OF_SYSTEMS.stream().filter(Flaw::isRemote).toList();
    var flaw =
        new PackageFlaw(dice.oneOf(remote), Inspection.rounded(dice.between(0.0004, 0.05)), false);
    var port = new OpenPort(22);
    var policy = Policy.of(instance.role());
    double exploited = Inspection.rounded(dice.between(0.3, 0.95));
    return new Scene()
        .then(steps.opens(instance, flaw))
        .then(steps.configures(instance.group().opened(22), ItemStatus.CHANGED))
        .then(steps.opens(instance, port))
        .then(steps.worsens(instance, PackageFlaw.class, flaw, f -> f.exploitedWith(exploited)))
        .then(steps.configures(policy.allowingEverything(), ItemStatus.CHANGED))
        .then(steps.opens(instance.role(), ADMIN))
        .then(steps.configures(policy, ItemStatus.CHANGED))
        .then(steps.rules(instance.role(), ADMIN, true))
        .then(steps.closes(instance.role(), ADMIN, Status.FIXED))
        .then(steps.configures(instance.group(), ItemStatus.CHANGED))
        .then(steps.closes(instance, port, Status.FIXED))
        .then(steps.closes(instance, flaw, Status.FIXED));
  }

  /** A function that everyone may invoke, with a dependency that is exploited. Then it is fixed. */
  Scene carelessFunction() {
    var function = dice.oneOf(posture.estate().functions());
    var remote = Flaws.of(function.runtime()).stream().filter(Flaw::isRemote).toList();
    var flaw =
        new PackageFlaw(dice.oneOf(remote), Inspection.rounded(dice.between(0.0004, 0.05)), false);
    double exploited = Inspection.rounded(dice.between(0.3, 0.95));
    return new Scene()
        .then(steps.configures(function, ItemStatus.CHANGED))
        .then(steps.opens(function, flaw))
        .then(steps.opens(function, INVOCABLE))
        .then(steps.worsens(function, PackageFlaw.class, flaw, f -> f.exploitedWith(exploited)))
        .then(steps.rules(function, INVOCABLE, true))
        .then(steps.closes(function, INVOCABLE, Status.FIXED))
        .then(steps.configures(function, ItemStatus.CHANGED))
        .then(steps.closes(function, flaw, Status.FIXED));
  }

  /** Somebody opens port 22 of a security group: every instance behind it can be reached. */
  private Scene openedGroup() {
    var group = dice.oneOf(posture.estate().groups());
    var behind = posture.instances().stream().filter(each -> each.group().equals(group)).toList();
    var port = new OpenPort(22);
    var scene =
        new Scene()
            .then(steps.configures(group.opened(22), ItemStatus.CHANGED))
            .then(steps.rules(group, SSH, false))
            .then(steps.opens(group, SSH));
    behind.forEach(instance -> scene.then(steps.opens(instance, port)));
    scene.then(steps.configures(group, ItemStatus.CHANGED)).then(steps.rules(group, SSH, true));
    scene.then(steps.closes(group, SSH, Status.FIXED));
    behind.forEach(instance -> scene.then(steps.closes(instance, port, Status.FIXED)));
    return scene;
  }

  /** A role may read a bucket with personal data for a while; whoever carries it can get at it. */
  Scene broadPolicy() {
    var instance = dice.oneOf(posture.instances());
    var there =
        posture.estate().buckets().stream()
            .filter(bucket -> bucket.place().account().equals(instance.place().account()))
            .toList();
    if (there.isEmpty()) {
      return discovery();
    }
    var bucket = dice.oneOf(there);
    var policy = Policy.of(instance.role());
    return new Scene()
        .then(steps.opens(bucket, Inspection.CUSTOMERS))
        .then(steps.configures(policy.reading(bucket), ItemStatus.CHANGED))
        .then(found(instance))
        .then(found(somebody()))
        .then(steps.configures(policy, ItemStatus.CHANGED))
        .then(steps.closes(bucket, Inspection.CUSTOMERS, Status.FIXED));
  }

  /** An instance is terminated, and another takes its place. Inspector closes what it had open. */
  private Scene replacement() {
    var old = dice.oneOf(posture.instances());
    var next = surveyor.replacementOf(old);
    var scene =
        new Scene()
            .then(steps.configures(old, ItemStatus.DELETED))
            .then(steps.configures(new NetworkInterface(old), ItemStatus.DELETED));
    posture.openOn(old).forEach(finding -> scene.then(steps.closes(finding, Status.FIXED)));
    scene.then(
        now -> {
          if (!posture.exists(old)) {
            return Optional.empty();
          }
          posture.replace(old, next);
          return steps.configures(next, ItemStatus.DISCOVERED).at(now);
        });
    return scene
        .then(steps.configures(new NetworkInterface(next), ItemStatus.DISCOVERED))
        .then(found(next));
  }

  /** Somebody patches an instance or deploys a function anew: all that was found on it is fixed. */
  private Scene maintenance() {
    var candidates =
        posture.open().stream()
            .map(Finding::subject)
            .filter(subject -> subject instanceof Instance || subject instanceof Function)
            .toList();
    if (candidates.isEmpty()) {
      return discovery();
    }
    var subject = dice.oneOf(candidates);
    var scene = new Scene();
    posture.openOn(subject).forEach(finding -> scene.then(fixed(finding)));
    return scene;
  }

  /** Somebody works off a few findings of any kind. */
  private Scene cleanUp() {
    var scene = new Scene();
    for (int i = 0; i < 3; i++) {
      scene.then(fixed(dice.oneOf(posture.open())));
    }
    return scene;
  }

  private Scene.Step fixed(Finding finding) {
    int draw = dice.below(20);
    var status = draw == 0 ? Status.SUPPRESSED : draw == 1 ? Status.ARCHIVED : Status.FIXED;
    return steps.closes(finding, status);
  }
}

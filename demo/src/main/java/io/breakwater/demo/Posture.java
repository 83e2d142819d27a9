// SPDX-License-Identifier: Apache-2.0
package io.breakwater.demo;

import io.breakwater.demo.chance.Dice;
import io.breakwater.demo.estate.Estate;
import io.breakwater.demo.estate.Instance;
import io.breakwater.demo.estate.Resource;
import io.breakwater.demo.finding.Finding;
import io.breakwater.demo.finding.Status;
import io.breakwater.demo.finding.Weakness;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What exists, and what is wrong with it right now. Remembers closed findings: a weakness that
 * comes back is the finding it was.
 */
final class Posture {
  private final Dice dice;
  private final Estate estate;
  private final List<Instance> instances;
  private final Map<String, Finding> findings = new LinkedHashMap<>();

  Posture(Estate estate, Dice dice) {
    this.estate = estate;
    this.dice = dice;
    this.instances = new ArrayList<>(estate.instances());
  }

  /** As it was at first; instances come and go since. */
  Estate estate() {
    return estate;
  }

  List<Instance> instances() {
    return List.copyOf(instances);
  }

  void replace(Instance old, Instance next) {
    instances.set(instances.indexOf(old), next);
    findings.values().removeIf(finding -> finding.subject().equals(old));
  }

  boolean exists(Resource resource) {
    return !(resource instanceof Instance) || instances.contains(resource);
  }

  List<Finding> open() {
    return findings.values().stream().filter(Finding::isOpen).toList();
  }

  List<Finding> openOn(Resource resource) {
    return open().stream().filter(finding -> finding.subject().equals(resource)).toList();
  }

  /** Empty when it is open already. */
  Optional<Finding> open(Resource subject, List<Resource> also, Weakness weakness, Instant now) {
    var key = key(subject, weakness);
    var known = findings.get(key);
    if (known != null && known.isOpen()) {
      return Optional.empty();
    }
    var finding =
        known == null
            ? Finding.opened(dice.hex(32), subject, also, weakness, now)
            : known.changed(weakness, now).as(Status.OPEN, now);
    findings.put(key, finding);
    return Optional.of(finding);
  }

  /** Empty when it is not open any more. */
  Optional<Finding> change(Finding earlier, UnaryOperator<Finding> change) {
    var key = key(earlier.subject(), earlier.weakness());
    var current = findings.get(key);
    if (current == null || !current.isOpen()) {
      return Optional.empty();
    }
    var next = change.apply(current);
    findings.put(key, next);
    return Optional.of(next);
  }

  private static String key(Resource subject, Weakness weakness) {
    return subject.arn() + " " + weakness.identity();
  }
}

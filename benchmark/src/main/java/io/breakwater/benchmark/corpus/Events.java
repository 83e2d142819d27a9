// SPDX-License-Identifier: Apache-2.0
package io.breakwater.benchmark.corpus;

import io.breakwater.demo.chance.Dice;
import io.breakwater.demo.estate.Certificate;
import io.breakwater.demo.estate.Estate;
import io.breakwater.demo.estate.Resource;
import io.breakwater.demo.finding.Finding;
import io.breakwater.demo.finding.Inspection;
import io.breakwater.demo.finding.Status;
import io.breakwater.demo.finding.Weakness;
import io.breakwater.demo.finding.Weakness.PackageFlaw;
import io.breakwater.demo.format.ItemStatus;
import io.breakwater.demo.format.Occasion;
import io.breakwater.demo.format.Publisher;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The events of a corpus, one after the other: what an organisation with many resources sends.
 *
 * <p>Of a hundred events some six are configuration items, two are of no use, and one in a thousand
 * is broken. The rest are findings; those that are no repeats appear, get worse or are closed.
 */
final class Events {
  private static final Instant FIRST = Instant.parse("2026-11-01T00:00:00Z");
  private static final long MILLIS_APART = 10;

  private final Mix mix;
  private final Instant first;
  private final long millisApart;
  private final Dice dice;
  private final Inspection inspection;
  private final List<Resource> resources;
  private final List<Finding> findings = new ArrayList<>();
  private final List<Integer> subjects = new ArrayList<>();
  private final Map<String, Integer> known = new HashMap<>();
  private long told;

  Events(Mix mix) {
    this(mix, FIRST, MILLIS_APART);
  }

  /**
   * @param first when the first of them is sent
   * @param millisApart how long after it the next one is
   */
  Events(Mix mix, Instant first, long millisApart) {
    this.mix = mix;
    this.first = first;
    this.millisApart = millisApart;
    this.dice = Dice.seeded(mix.seed());
    this.inspection = new Inspection(dice);
    this.resources = Estate.drawn(dice, size(mix.resources())).resources().toList();
  }

  private static Estate.Size size(int resources) {
    int groups = resources * 2 / 100;
    int roles = resources * 5 / 100;
    int functions = resources * 25 / 100;
    int buckets = resources * 14 / 100;
    int users = resources * 10 / 100;
    int certificates = resources / 100;
    int instances = resources - groups - roles - functions - buckets - users - certificates;
    return new Estate.Size(groups, roles, instances, functions, buckets, users, certificates);
  }

  /** When the next event is sent. */
  Instant nextTime() {
    return first.plusMillis(told * millisApart);
  }

  Event next() {
    var occasion = new Occasion(dice.uuid(), nextTime());
    told++;
    if (!findings.isEmpty() && dice.chance(mix.repeats())) {
      int index = dice.below(findings.size());
      return update(index, findings.get(index).seenAgain(occasion.time()), occasion);
    }
    int draw = dice.below(1000);
    int resource = dice.below(resources.size());
    var subject = resources.get(resource);
    if (draw < 120) {
      return new Event(resource, Publisher.configuration(subject, ItemStatus.CHANGED, occasion));
    }
    if (draw < 160) {
      return new Event(resource, Publisher.scanned(subject, occasion));
    }
    if (draw < 162) {
      return new Event(resource, Publisher.broken(Publisher.scanned(subject, occasion)));
    }
    if (subject instanceof Certificate certificate) {
      return new Event(resource, Publisher.approachingExpiration(certificate, 12, occasion));
    }
    if (draw < 600 || findings.isEmpty()) {
      return found(resource, subject, occasion);
    }
    int index = dice.below(findings.size());
    return update(index, changed(findings.get(index), draw < 800, occasion.time()), occasion);
  }

  private Event found(int resource, Resource subject, Occasion occasion) {
    var weakness = inspection.of(subject);
    var key = resource + " " + weakness.identity();
    var index = known.get(key);
    if (index != null) {
      return update(index, changed(findings.get(index), true, occasion.time()), occasion);
    }
    known.put(key, findings.size());
    subjects.add(resource);
    findings.add(Finding.opened(dice.hex(32), subject, List.of(), weakness, occasion.time()));
    return update(findings.size() - 1, findings.get(findings.size() - 1), occasion);
  }

  private Finding changed(Finding finding, boolean worse, Instant now) {
    if (!finding.isOpen()) {
      return finding.as(Status.OPEN, now);
    }
    return worse ? finding.changed(worse(finding.weakness()), now) : finding.as(Status.FIXED, now);
  }

  private Weakness worse(Weakness weakness) {
    if (!(weakness instanceof PackageFlaw flaw)) {
      return weakness;
    }
    double epss = Inspection.rounded(dice.between(0.01, 0.9));
    return dice.chance(0.2) ? flaw.exploitedWith(epss) : flaw.likelier(epss);
  }

  private Event update(int index, Finding finding, Occasion occasion) {
    findings.set(index, finding);
    return new Event(subjects.get(index), Publisher.finding(finding, occasion));
  }
}

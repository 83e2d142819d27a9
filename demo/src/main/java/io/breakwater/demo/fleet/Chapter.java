// SPDX-License-Identifier: Apache-2.0
package io.breakwater.demo.fleet;

import io.breakwater.demo.chance.Dice;
import io.breakwater.demo.estate.Certificate;
import io.breakwater.demo.estate.Certificate.Kind;
import io.breakwater.demo.estate.Surveyor;
import io.breakwater.demo.finding.Control;
import io.breakwater.demo.finding.Finding;
import io.breakwater.demo.finding.Status;
import io.breakwater.demo.finding.Weakness.FailedControl;
import io.breakwater.demo.format.ItemStatus;
import io.breakwater.demo.format.Occasion;
import io.breakwater.demo.format.Publisher;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * All that is told of one issue of a certificate, up to what begins the next one. At most some
 * sixty events.
 *
 * @see <a href="https://docs.aws.amazon.com/acm/latest/userguide/supported-events.html">When ACM
 *     sends which event</a>
 */
final class Chapter {
  private static final FailedControl CONTROL = new FailedControl(Control.RENEWED_IN_TIME);
  private static final int CONTROL_FAILS = 30;
  private static final List<Integer> ACTION_DAYS = List.of(30, 15, 3, 1);
  private static final List<Integer> NOTICE_DAYS = List.of(30, 15, 7, 3, 1);

  private static final Duration LATER = Duration.ofMinutes(10);

  private final Certificate certificate;
  private final Surroundings around;
  private final Dice dice;

  /** By how much more than whole days is left when the events of a day come. */
  private final Duration hours;

  private final List<Telling> tellings = new ArrayList<>();
  private Instant end;
  private Certificate next;

  Chapter(Certificate certificate, Surroundings around, Dice dice) {
    this.certificate = certificate;
    this.around = around;
    this.dice = dice;
    this.hours = Duration.ofMinutes(dice.between(60, 660));
    this.end = certificate.expires();
  }

  static Chapter of(Story story, Certificate certificate, Surroundings around, Dice dice) {
    var chapter = new Chapter(certificate, around, dice);
    story.tell(chapter);
    chapter.tellings.sort(Comparator.comparing(Telling::at));
    return chapter;
  }

  /** In the order of their times; never empty. */
  List<Telling> tellings() {
    return tellings;
  }

  /** As it is when the next chapter begins. */
  Certificate next() {
    return next;
  }

  Certificate certificate() {
    return certificate;
  }

  Dice dice() {
    return dice;
  }

  /** How many days before the end a renewal begins; below 198 days an assumption. */
  int renewalStarts() {
    int validity = certificate.validityDays();
    if (validity >= 300) {
      return 60;
    }
    if (validity >= 150) {
      return 45;
    }
    return validity >= 75 ? 30 : 15;
  }

  /** ACM announces the end once a day, until so many days are left. */
  Chapter countDownTo(int last) {
    boolean early = certificate.kind() == Kind.PRIVATE || certificate.kind() == Kind.IMPORTED;
    int first = Math.min(early ? 45 : 30, certificate.validityDays() - 1);
    for (int left = first; left >= last; left--) {
      int days = left;
      tell(at(days), it -> Publisher.approachingExpiration(certificate, days, it));
    }
    return this;
  }

  /** ACM needs somebody, until so many days are left; AWS Health often says the same. */
  Chapter waitUntil(int last, String reason) {
    boolean noticed = dice.chance(0.5);
    for (int left : days(ACTION_DAYS, last)) {
      tell(at(left).plus(LATER), it -> Publisher.renewalActionRequired(certificate, reason, it));
    }
    var notices = noticed ? days(NOTICE_DAYS, last) : List.<Integer>of();
    for (int left : notices) {
      var since = at(notices.get(0));
      tell(
          at(left).plus(LATER).plus(LATER),
          it -> Publisher.renewalNotice(certificate, reason, since, it));
    }
    return this;
  }

  /** Those after the renewal began, and for private ones a first one before them all. */
  private List<Integer> days(List<Integer> usual, int last) {
    var days = new ArrayList<>(usual);
    if (certificate.kind() == Kind.PRIVATE) {
      days.add(0, 45);
    }
    days.removeIf(left -> left > renewalStarts() || left <= last);
    return days;
  }

  /**
   * Renewed or imported anew.
   *
   * @param left days; below zero after its end
   */
  void renew(int left) {
    var time = at(left).plus(LATER);
    next = certificate.issuedAt(time);
    var renewed = next;
    tell(time, it -> Publisher.renewed(renewed, it));
    record(renewed, ItemStatus.CHANGED, time.plus(LATER));
    control(time, Status.FIXED);
  }

  /** The same, but only AWS Config tells, some days later. */
  void renewUnheard(int left) {
    next = certificate.issuedAt(at(left));
    var renewed = next;
    tell(
        at(left).plus(Duration.ofDays(dice.between(8, 14))),
        it -> Publisher.configuration(renewed, ItemStatus.CHANGED, it));
  }

  void rotate(int left) {
    next = certificate.issuedAt(at(left));
    var rotated = next;
    tell(at(left), it -> Publisher.rotated(rotated, it));
    record(rotated, ItemStatus.CHANGED, at(left).plus(LATER));
  }

  /** Of an imported one ACM says nothing at its end. */
  Chapter expire() {
    if (certificate.kind() != Kind.IMPORTED) {
      tell(certificate.expires(), it -> Publisher.expired(certificate, it));
    }
    return this;
  }

  Chapter revoke(int left) {
    end = at(left);
    tell(end, it -> Publisher.revoked(certificate, it));
    return this;
  }

  /** So many days after its end another one takes its place, and it is deleted. */
  void replaceAfter(int least, int most) {
    var time = end.plus(Duration.ofDays(dice.between(least, most))).plus(hours);
    next = new Surveyor(dice).replacementOf(certificate, time);
    var issued = next;
    tellings.add(new Telling(time, issued, it -> Publisher.issued(issued, it)));
    record(issued, ItemStatus.DISCOVERED, time.plus(LATER));
    var deleted = time.plus(LATER).plus(LATER);
    tell(deleted, it -> Publisher.configuration(certificate, ItemStatus.DELETED, it));
    control(deleted, Status.ARCHIVED);
  }

  /**
   * Config records a resource again whenever anything of it changes: here all of them with the
   * certificate, so that none is forgotten.
   */
  private void record(Certificate changed, ItemStatus status, Instant time) {
    for (var resource : around.recorded(changed)) {
      var how = resource instanceof Certificate ? status : ItemStatus.CHANGED;
      tellings.add(new Telling(time, resource, it -> Publisher.configuration(resource, how, it)));
    }
  }

  /** Security Hub's control fails from a month before the end on, if it is not over by then. */
  private void control(Instant time, Status over) {
    var fails = at(CONTROL_FAILS).plus(LATER);
    if (around.controlled() && fails.isBefore(time)) {
      var id = certificate.id().replace("-", "");
      var failed = Finding.opened(id, certificate, List.of(), CONTROL, fails);
      var passed = failed.as(over, time.plus(LATER));
      tell(fails, it -> Publisher.finding(failed, it));
      tell(passed.updated(), it -> Publisher.finding(passed, it));
    }
  }

  private Instant at(int left) {
    return certificate.expires().minus(Duration.ofDays(left)).minus(hours);
  }

  private void tell(Instant time, Function<Occasion, byte[]> event) {
    tellings.add(new Telling(time, certificate, event));
  }
}

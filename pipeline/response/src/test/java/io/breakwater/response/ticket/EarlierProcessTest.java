// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.response.limit.Backoff;
import io.breakwater.response.message.Category;
import io.breakwater.response.message.Move;
import io.breakwater.response.message.Notice;
import io.breakwater.response.message.Remark;
import io.breakwater.response.message.Report;
import io.breakwater.response.message.Report.What;
import io.breakwater.response.message.Status;
import io.breakwater.response.message.Step;
import io.breakwater.response.message.TicketOrder;
import io.breakwater.response.notice.Goal;
import io.breakwater.response.simulation.Notices;
import io.breakwater.response.targets.Found;
import io.breakwater.response.targets.Marker;
import io.breakwater.response.targets.Outcome;
import io.breakwater.response.targets.Remote;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A process reads the ticket before the stream has come to where an earlier one was. */
final class EarlierProcessTest {
  private static final Instant START = Instant.parse("2026-11-02T08:00:00Z");
  private static final long NOW = START.plus(Duration.ofHours(1)).toEpochMilli();
  private static final long LATER = NOW + Duration.ofMinutes(5).toMillis();
  private static final Remark OWNER =
      Remark.newBuilder().setKey("80000001").setOwner("team-a").build();
  private static final Status TO_DO =
      Status.newBuilder().setId("1").setName("To Do").setCategory(Category.TO_DO).build();
  private static final Status DONE =
      Status.newBuilder().setId("2").setName("Done").setCategory(Category.DONE).build();

  private static final Status IN_PROGRESS =
      Status.newBuilder()
          .setId("4")
          .setName("In Progress")
          .setCategory(Category.IN_PROGRESS)
          .build();
  private static final Status WONT_DO =
      Status.newBuilder().setId("3").setName("Won't do").setCategory(Category.DONE).build();

  private static final List<Move> WAYS =
      List.of(
          Move.newBuilder().setId("11").setName("Start").setTo(IN_PROGRESS).build(),
          Move.newBuilder().setId("21").setName("Close").setTo(DONE).build());

  private final Notices exposure =
      new Notices(Clock.fixed(START.plus(Duration.ofMinutes(30)), ZoneOffset.UTC), "i-1");

  @Test
  void what_it_has_closed_was_not_closed_by_people() {
    var open = exposure.create();
    var close = exposure.close();
    var reopen = exposure.reopen();

    var next = afterItIsMadeOf(open);
    read(next, DONE, marker(close, Goal.DONE));
    order(next, close);
    read(next, DONE, marker(close, Goal.DONE));
    order(next, reopen);
    read(next, DONE, marker(close, Goal.DONE));

    assertThat(next.reports()).extracting(Report::getWhat).doesNotContain(What.LEFT_TO_PEOPLE);
    assertThat(next.handover()).isEmpty();
    assertThat(next.next(NOW).step()).isEqualTo(Step.WRITE);
  }

  /** Nobody of ours was further than this: whoever closed it did so by hand. */
  @Test
  void what_nobody_has_closed_was_closed_by_people() {
    var next = afterItIsMadeOf(exposure.create());
    read(next, DONE, marker(exposure.anotherTrait(), Goal.OPEN));

    assertThat(next.reports()).extracting(Report::getWhat).contains(What.LEFT_TO_PEOPLE);
  }

  /** Reopened tickets stand in progress in many workflows, where people put others. */
  @Test
  void what_it_has_opened_again_was_not_moved_by_people() {
    var open = exposure.create();
    exposure.close();
    var reopen = exposure.reopen();
    var next = afterItIsMadeOf(open);
    read(next, IN_PROGRESS, marker(reopen, Goal.OPEN).in(IN_PROGRESS.getId()));

    assertThat(next.reports()).extracting(Report::getWhat).doesNotContain(What.LEFT_TO_PEOPLE);
  }

  @Test
  void what_stands_elsewhere_than_it_left_it_was_moved_by_people() {
    var open = exposure.create();
    var close = exposure.close();
    var reopen = exposure.reopen();
    var next = afterItIsMadeOf(open);
    read(next, DONE, marker(reopen, Goal.OPEN).in(IN_PROGRESS.getId()));
    order(next, close);

    assertThat(next.reports()).extracting(Report::getWhat).contains(What.LEFT_TO_PEOPLE);
  }

  /** Between what it tells of the opening and the move that follows, it can be lost. */
  @Test
  void what_it_had_closed_and_was_about_to_open_is_opened() {
    var open = exposure.create();
    var close = exposure.close();
    var reopen = exposure.reopen();
    var next = afterItIsMadeOf(open);
    read(next, DONE, marker(reopen, Goal.OPEN).in(DONE.getId()));
    order(next, close);
    order(next, reopen);
    read(next, DONE, marker(reopen, Goal.OPEN).in(DONE.getId()));

    assertThat(next.reports()).extracting(Report::getWhat).doesNotContain(What.LEFT_TO_PEOPLE);
    assertThat(next.handover()).isEmpty();
    assertThat(next.next(NOW).step()).isEqualTo(Step.MOVE);
  }

  @Test
  void nothing_follows_on_a_ticket_before_the_stream_has_come_so_far() {
    var open = exposure.create();
    var close = exposure.close();
    var next = afterItIsMadeOf(open);
    read(next, WONT_DO, marker(exposure.anotherTrait(), Goal.OPEN));
    read(next, WONT_DO, marker(close, Goal.DONE));

    assertThat(next.handover()).isEmpty();
  }

  @Test
  void what_people_closed_is_left_as_it_was_said_when_another_follows() {
    var open = exposure.create();
    var close = exposure.close();
    var reopen = exposure.reopen();
    var next = afterItIsMadeOf(open);
    read(next, DONE, marker(close, Goal.DONE));
    order(next, close);
    order(next, reopen);
    next.reports();
    read(next, WONT_DO, marker(close, Goal.DONE));

    assertThat(next.handover()).isPresent();
    assertThat(next.state().getWanted()).isEqualTo(close);
    assertThat(next.reports()).isNotEmpty().extracting(Report::getUid).containsOnly("i-1");
  }

  /** The playbook answers while the ticket that an earlier process has made is looked for. */
  @Test
  void an_owner_that_it_did_not_know_of_is_written_into_what_it_has_made() {
    var open = exposure.create();
    var next = TicketLedger.blank("jira", "bw-i-1-1", terms(START.plus(Duration.ofMinutes(50))));
    order(next, open);
    next.remark(OWNER);
    next.ended(
        next.begin(Step.FIND, NOW),
        Outcome.done(List.of(new Found("1", "SEC-1", "https://example.com/SEC-1"))),
        NOW);
    read(next, TO_DO, marker(open, Goal.OPEN));

    assertThat(next.next(LATER).step()).isEqualTo(Step.WRITE);
    assertThat(next.writesFields()).isTrue();
    assertThat(next.draft().notice().getSubject().getOwner()).isEqualTo("team-a");
  }

  @Test
  void so_it_is_where_the_stream_comes_later_to_what_it_has_told() {
    var open = exposure.create();
    var second = exposure.anotherTrait();
    var next = afterItIsMadeOf(open);
    next.remark(OWNER);
    read(next, TO_DO, marker(second, Goal.OPEN));
    order(next, owned(second));
    read(next, TO_DO, marker(second, Goal.OPEN));

    assertThat(next.next(LATER).step()).isEqualTo(Step.WRITE);
    assertThat(next.writesFields()).isTrue();
  }

  @Test
  void one_that_it_has_written_is_not_written_again() {
    var open = exposure.create();
    var second = exposure.anotherTrait();
    var known =
        new Marker(second.getPosition(), second.getRevision(), Goal.OPEN, List.of(OWNER.getKey()));
    var next = afterItIsMadeOf(open);
    next.remark(OWNER);
    read(next, TO_DO, known);
    order(next, owned(second));
    read(next, TO_DO, known);

    assertThat(next.next(LATER).isStep()).isFalse();
  }

  private static Notice owned(Notice notice) {
    var owned = notice.toBuilder();
    owned.getSubjectBuilder().setOwner(OWNER.getOwner());
    return owned.build();
  }

  /** Made by one process; another goes on from what that one remembered. */
  private static TicketLedger afterItIsMadeOf(Notice open) {
    var before = TicketLedger.blank("jira", "bw-i-1-1", terms(START));
    order(before, open);
    before.ended(before.begin(Step.FIND, NOW), Outcome.done(new ArrayList<>()), NOW);
    before.ended(
        before.begin(Step.MAKE, NOW),
        Outcome.done(new Found("1", "SEC-1", "https://example.com/SEC-1")),
        NOW);
    read(before, TO_DO, marker(open, Goal.OPEN));
    return TicketLedger.of(before.state(), terms(START.plus(Duration.ofMinutes(50))));
  }

  private static void order(TicketLedger ledger, Notice notice) {
    ledger.order(TicketOrder.newBuilder().setNotice(notice).setTell(true).build(), NOW);
  }

  private static void read(TicketLedger ledger, Status status, Marker marker) {
    ledger.ended(ledger.begin(Step.READ, NOW), Outcome.done(new Remote(status, WAYS, marker)), NOW);
  }

  private static Marker marker(Notice notice, Goal goal) {
    return new Marker(notice.getPosition(), notice.getRevision(), goal, List.of());
  }

  private static Terms terms(Instant started) {
    return new Terms(
        TicketPolicy.builder().build(),
        started,
        Duration.ofMinutes(5),
        new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(5)),
        () -> 0.5,
        severity -> Optional.empty());
  }
}

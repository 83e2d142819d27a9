// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.response.limit.Backoff;
import io.breakwater.response.message.Category;
import io.breakwater.response.message.Notice;
import io.breakwater.response.message.Remark;
import io.breakwater.response.message.Status;
import io.breakwater.response.message.Step;
import io.breakwater.response.message.TicketOrder;
import io.breakwater.response.message.TicketState;
import io.breakwater.response.notice.Goal;
import io.breakwater.response.simulation.Notices;
import io.breakwater.response.targets.Done;
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

/** What is told by its key and what by its position, by a process that takes over from another. */
final class RemarksTest {
  private static final Instant START = Instant.parse("2026-11-02T08:00:00Z");
  private static final long NOW = START.plus(Duration.ofHours(1)).toEpochMilli();
  private static final Status TO_DO =
      Status.newBuilder().setId("1").setName("To Do").setCategory(Category.TO_DO).build();

  private final Notices exposure =
      new Notices(Clock.fixed(START.plus(Duration.ofMinutes(30)), ZoneOffset.UTC), "i-1");
  private final TicketLedger ledger = TicketLedger.blank("jira", "bw-i-1-1", terms(START));

  @Test
  void a_ticket_carries_the_keys_of_what_it_was_told_with_what_it_is_told() {
    made(ledger, exposure.create());
    ledger.remark(remark("80000001"));
    var draft = ledger.draft();
    written(ledger);
    ledger.remark(remark("80000002"));

    assertThat(draft.marker().remarks()).containsExactly("80000001");
    assertThat(ledger.draft().marker().remarks()).containsExactly("80000001", "80000002");
    assertThat(ledger.tellings()).containsExactly("about 80000002");
  }

  @Test
  void it_carries_the_last_eight() {
    made(ledger, exposure.create());
    for (int i = 0; i < 10; i++) {
      ledger.remark(remark("8000000" + i));
      written(ledger);
    }

    assertThat(ledger.draft().marker().remarks())
        .hasSize(8)
        .startsWith("80000002")
        .endsWith("80000009");
  }

  @Test
  void what_is_said_again_is_not_told_again() {
    made(ledger, exposure.create());
    ledger.remark(remark("80000001"));
    ledger.remark(remark("80000001"));
    var once = ledger.tellings();
    written(ledger);
    ledger.remark(remark("80000001"));

    assertThat(once).containsExactly("about 80000001");
    assertThat(ledger.tellings()).isEmpty();
  }

  @Test
  void what_another_process_has_told_is_not_told_again_whenever_it_is_heard() {
    var create = exposure.create();
    made(ledger, create);
    ledger.remark(remark("80000001"));
    var next = takeOver(ledger.state(), marker(create, List.of("80000001", "80000002")));
    next.remark(remark("80000002"));
    next.remark(remark("80000003"));

    assertThat(next.tellings()).containsExactly("about 80000003");
  }

  @Test
  void nor_are_changes_that_it_has_told_and_that_come_late() {
    var create = exposure.create();
    var second = exposure.anotherTrait();
    var third = exposure.anotherTrait();
    var fourth = exposure.anotherTrait();
    made(ledger, create);
    var next = takeOver(ledger.state(), marker(third, List.of()));
    for (var notice : List.of(second, third, fourth)) {
      next.order(TicketOrder.newBuilder().setNotice(notice).setTell(true).build(), NOW);
    }

    assertThat(next.tellings()).containsExactly("New: weakness 4 of i-1 in episode 1.");
  }

  @Test
  void an_owner_is_written_into_the_ticket_and_not_told() {
    made(ledger, exposure.create());
    ledger.remark(Remark.newBuilder().setKey("80000001").setOwner("team-a").build());

    assertThat(ledger.next(NOW + 60_000).step()).isEqualTo(Step.READ);
    read(ledger);
    assertThat(ledger.next(NOW + 60_000).step()).isEqualTo(Step.WRITE);
    assertThat(ledger.writesFields()).isTrue();
    assertThat(ledger.tellings()).isEmpty();
    assertThat(ledger.draft().notice().getSubject().getOwner()).isEqualTo("team-a");
  }

  @Test
  void several_texts_of_one_remark_are_told_together_and_once() {
    made(ledger, exposure.create());
    var remark = remark("80000001").toBuilder().addFurther("and more").build();
    ledger.remark(remark);
    var tellings = ledger.tellings();
    var draft = ledger.draft();
    written(ledger);
    ledger.remark(remark);

    assertThat(tellings).containsExactly("about 80000001", "and more");
    assertThat(draft.marker().remarks()).containsExactly("80000001");
    assertThat(ledger.tellings()).isEmpty();
  }

  @Test
  void what_could_not_be_told_goes_to_the_ticket_that_follows() {
    made(ledger, exposure.create());
    ledger.order(TicketOrder.newBuilder().setNotice(exposure.close()).setTell(true).build(), NOW);
    written(ledger);
    ledger.order(TicketOrder.newBuilder().setNotice(exposure.reopen()).setTell(true).build(), NOW);
    ledger.remark(remark("80000001").toBuilder().addFurther("and more").build());
    var taken = ledger.begin(Step.READ, NOW);
    var done = Status.newBuilder().setId("9").setName("Done").setCategory(Category.DONE).build();
    ledger.ended(
        taken,
        Outcome.done(new Remote(done, List.of(), new Marker("1", "r", Goal.OPEN, List.of()))),
        NOW);

    assertThat(ledger.handover())
        .hasValueSatisfying(
            order ->
                assertThat(order.getRemarksList())
                    .containsExactly(
                        remark("80000001").toBuilder().addFurther("and more").build()));
    assertThat(ledger.tellings()).isEmpty();
  }

  private static Remark remark(String key) {
    return Remark.newBuilder().setKey(key).setText("about " + key).build();
  }

  private static Marker marker(Notice notice, List<String> remarks) {
    return new Marker(notice.getPosition(), notice.getRevision(), Goal.OPEN, remarks);
  }

  private static void made(TicketLedger ledger, Notice notice) {
    ledger.order(TicketOrder.newBuilder().setNotice(notice).setTell(true).build(), NOW);
    ledger.ended(ledger.begin(Step.FIND, NOW), Outcome.done(new ArrayList<>()), NOW);
    var taken = ledger.begin(Step.MAKE, NOW);
    ledger.ended(taken, Outcome.done(new Found("1", "SEC-1", "https://example.com/SEC-1")), NOW);
    read(ledger);
  }

  private static void read(TicketLedger ledger) {
    var marker = marker(ledger.state().getSaid(), List.of());
    ledger.ended(
        ledger.begin(Step.READ, NOW), Outcome.done(new Remote(TO_DO, List.of(), marker)), NOW);
  }

  private static void written(TicketLedger ledger) {
    ledger.ended(ledger.begin(Step.WRITE, NOW), Outcome.done(Done.DONE), NOW);
  }

  /** Another process goes on from there, and reads what was written meanwhile. */
  private static TicketLedger takeOver(TicketState state, Marker marker) {
    var next = TicketLedger.of(state, terms(START.plus(Duration.ofMinutes(50))));
    next.ended(next.begin(Step.READ, NOW), Outcome.done(new Remote(TO_DO, List.of(), marker)), NOW);
    return next;
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

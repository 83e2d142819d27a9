// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.response.limit.Backoff;
import io.breakwater.response.message.Notice;
import io.breakwater.response.message.Report;
import io.breakwater.response.message.Report.What;
import io.breakwater.response.message.Step;
import io.breakwater.response.message.StepTaken;
import io.breakwater.response.message.TicketOrder;
import io.breakwater.response.simulation.Notices;
import io.breakwater.response.targets.Found;
import io.breakwater.response.targets.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What ends while its ticket is being made. */
final class RecoveredBeforeTest {
  private static final Instant START = Instant.parse("2026-11-02T08:00:00Z");
  private static final long NOW = START.plus(Duration.ofHours(1)).toEpochMilli();

  private final Notices exposure =
      new Notices(Clock.fixed(START.plus(Duration.ofMinutes(30)), ZoneOffset.UTC), "i-1");
  private final TicketLedger ledger =
      TicketLedger.blank(
          "jira",
          "bw-i-1-1",
          new Terms(
              TicketPolicy.builder().build(),
              START,
              Duration.ofMinutes(5),
              new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(5)),
              () -> 0.5,
              severity -> Optional.empty()));

  @Test
  void a_ticket_that_could_not_be_made_by_then_is_not_needed() {
    var making = closedWhileBeingMade();
    ledger.ended(making, Outcome.notDone("connection refused"), NOW);

    assertThat(whatIsReported()).containsExactly(What.RECOVERED_BEFORE);
    assertThat(ledger.next(NOW).isStep()).isFalse();
    assertThat(ledger.next(NOW).isWait()).isFalse();
  }

  @Test
  void one_that_was_refused_is_no_dead_letter() {
    var making = closedWhileBeingMade();
    ledger.ended(making, Outcome.refused("a field is mandatory"), NOW);

    assertThat(whatIsReported()).containsExactly(What.RECOVERED_BEFORE);
  }

  @Test
  void one_that_may_be_there_is_looked_for_until_that_is_certain() {
    var making = closedWhileBeingMade();
    ledger.ended(making, Outcome.unclear("the answer did not come"), NOW);
    var meanwhile = whatIsReported();
    long certain = NOW + Duration.ofMinutes(6).toMillis();
    ledger.ended(ledger.begin(Step.FIND, certain), Outcome.done(new ArrayList<>()), certain);

    assertThat(meanwhile).isEmpty();
    assertThat(whatIsReported()).containsExactly(What.RECOVERED_BEFORE);
  }

  @Test
  void one_that_was_made_after_all_is_closed() {
    var making = closedWhileBeingMade();
    var found = new Found("1", "SEC-1", "https://example.com/SEC-1");
    ledger.ended(making, Outcome.done(found), NOW);

    assertThat(whatIsReported()).containsExactly(What.MADE);
    assertThat(ledger.next(NOW).step()).isEqualTo(Step.READ);
  }

  private StepTaken closedWhileBeingMade() {
    order(exposure.create());
    ledger.ended(ledger.begin(Step.FIND, NOW), Outcome.done(new ArrayList<>()), NOW);
    var making = ledger.begin(Step.MAKE, NOW);
    order(exposure.close());
    return making;
  }

  private void order(Notice notice) {
    ledger.order(TicketOrder.newBuilder().setNotice(notice).setTell(true).build(), NOW);
  }

  private List<What> whatIsReported() {
    return ledger.reports().stream().map(Report::getWhat).toList();
  }
}

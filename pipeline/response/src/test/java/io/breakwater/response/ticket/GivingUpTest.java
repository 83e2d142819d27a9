// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.response.limit.Backoff;
import io.breakwater.response.message.Category;
import io.breakwater.response.message.Notice;
import io.breakwater.response.message.Report.What;
import io.breakwater.response.message.Status;
import io.breakwater.response.message.Step;
import io.breakwater.response.message.TicketOrder;
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
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What never succeeds, while it goes well each time to look how things are. */
final class GivingUpTest {
  private static final Instant START = Instant.parse("2026-11-02T08:00:00Z");
  private static final long BEGIN = START.plus(Duration.ofHours(1)).toEpochMilli();
  private static final int MOST_STEPS = 5_000;

  private final Notices exposure =
      new Notices(Clock.fixed(Instant.ofEpochMilli(BEGIN), ZoneOffset.UTC), "i-1");
  private final Map<Step, Outcome<?>> ends = new EnumMap<>(Step.class);
  private final Map<Step, Integer> taken = new EnumMap<>(Step.class);
  private final TicketLedger ledger =
      TicketLedger.blank(
          "jira",
          "bw-i-1-1",
          new Terms(
              TicketPolicy.builder().giveUpAfter(Duration.ofHours(4)).build(),
              START,
              Duration.ofMinutes(5),
              new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(5)),
              () -> 0.5,
              severity -> Optional.empty()));
  private long now = BEGIN;

  GivingUpTest() {
    var status = Status.newBuilder().setId("1").setCategory(Category.TO_DO).build();
    ends.put(Step.FIND, Outcome.done(List.<Found>of()));
    ends.put(Step.MAKE, Outcome.done(new Found("1", "SEC-1", "https://example.com/SEC-1")));
    ends.put(
        Step.READ,
        Outcome.done(
            new Remote(status, List.of(), new Marker("1", "", Goal.OPEN, List.<String>of()))));
    ends.put(Step.WRITE, Outcome.done(Done.DONE));
  }

  @Test
  void a_ticket_that_cannot_be_made_is_given_up_in_time_though_searches_go_well() {
    ends.put(Step.MAKE, Outcome.unclear("answered 500"));

    order(exposure.create());

    assertThat(isGivenUp()).isTrue();
    assertThat(now - BEGIN).isBetween(hours(4), hours(5));
  }

  @Test
  void one_that_cannot_be_written_is_given_up_in_time_and_less_and_less_often_tried() {
    order(exposure.create());
    ends.put(Step.WRITE, Outcome.unclear("answered 500"));
    order(exposure.anotherTrait());

    assertThat(isGivenUp()).isTrue();
    assertThat(now - BEGIN).isBetween(hours(4), hours(5));
    assertThat(taken.get(Step.WRITE)).isLessThan(100);
  }

  @Test
  void what_went_well_in_the_end_does_not_shorten_the_next_time() {
    order(exposure.create());
    ends.put(Step.WRITE, Outcome.unclear("answered 500"));
    orderAndTake(exposure.anotherTrait(), 6);
    ends.put(Step.WRITE, Outcome.done(Done.DONE));
    takeAll();
    now += hours(48);
    ends.put(Step.WRITE, Outcome.unclear("answered 500"));
    orderAndTake(exposure.anotherTrait(), 6);

    assertThat(isGivenUp()).isFalse();
  }

  private void order(Notice notice) {
    orderAndTake(notice, MOST_STEPS);
  }

  private void orderAndTake(Notice notice, int steps) {
    ledger.order(TicketOrder.newBuilder().setNotice(notice).setTell(true).build(), now);
    take(steps);
  }

  private void takeAll() {
    take(MOST_STEPS);
  }

  private void take(int steps) {
    for (int i = 0; i < steps; i++) {
      var next = ledger.next(now);
      if (next.isWait()) {
        now = next.at();
      } else if (next.isStep()) {
        taken.merge(next.step(), 1, Integer::sum);
        ledger.ended(ledger.begin(next.step(), now), ends.get(next.step()), now);
      } else {
        return;
      }
    }
  }

  private boolean isGivenUp() {
    return ledger.reports().stream().anyMatch(report -> report.getWhat() == What.GIVEN_UP);
  }

  private static long hours(int hours) {
    return Duration.ofHours(hours).toMillis();
  }
}

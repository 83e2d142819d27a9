// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.fakes.jira.Issue;
import io.breakwater.fakes.servicenow.Incident;
import io.breakwater.response.message.Notice;
import io.breakwater.response.message.Report;
import io.breakwater.response.message.Report.What;
import io.breakwater.response.message.Severity;
import io.breakwater.response.simulation.Notices;
import io.breakwater.response.simulation.Ordeal;
import io.breakwater.response.simulation.ServiceNowSimulation;
import io.breakwater.response.simulation.Simulation;
import io.breakwater.response.ticket.TicketPolicy;
import io.breakwater.response.ticket.TicketPolicy.Reopening;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tickets of exposures that no route gives one, as somebody asked for it. */
final class RequestedTicketTest {
  private static final String WHO = "kim@example.com";
  private static final String ASKED_FOR = "This ticket was asked for by kim@example.com.";
  private static final String CRITICAL_ONLY =
      """
      [{"name": "critical", "when": {"severity": ["Critical"]}, "tickets": ["jira"]}]
      """;
  private static final int EXPOSURES = 40;

  private final Simulation simulation = Simulation.builder().routes(CRITICAL_ONLY).build();
  private final Notices exposure = simulation.exposure("i-1");

  @Test
  void an_exposure_that_takes_no_route_gets_a_ticket_once_somebody_asks_for_one() {
    simulation.hear(exposure.create());
    var before = simulation.jira().issues();
    simulation.hear(exposure.ticketRequested(WHO));

    assertThat(before).isEmpty();
    assertThat(simulation.ticket().summary()).startsWith("Medium: ");
    assertThat(simulation.ticket().description()).contains(ASKED_FOR);
    assertThat(simulation.job().reports())
        .filteredOn(report -> report.getWhat() == What.MADE)
        .singleElement()
        .satisfies(
            report -> {
              assertThat(report.getRoute()).isEqualTo("requested");
              assertThat(report.getDetail()).isEqualTo(ASKED_FOR);
            });
  }

  @Test
  void one_that_has_a_ticket_already_keeps_it_as_it_is() {
    simulation.hear(exposure.severity(Severity.CRITICAL));
    simulation.hear(exposure.ticketRequested(WHO));

    assertThat(simulation.ticket().description()).doesNotContain(WHO);
  }

  @Test
  void somebody_who_asks_again_gets_no_second_one() {
    simulation.hear(exposure.create());
    simulation.hear(exposure.ticketRequested(WHO));
    simulation.hear(exposure.ticketRequested("jo@example.com"));

    assertThat(simulation.ticket().description()).contains(ASKED_FOR);
  }

  @Test
  void it_is_kept_like_any_other_and_in_the_next_episode_as_well() {
    simulation.hear(exposure.create());
    simulation.hear(exposure.ticketRequested(WHO));
    simulation.hear(exposure.severity(Severity.LOW));
    var updated = simulation.ticket();
    simulation.hear(exposure.close());
    var closed = simulation.ticket();
    simulation.hear(exposure.reopen());
    simulation.hear(exposure.anotherTrait());

    assertThat(updated.summary()).startsWith("Low: ");
    assertThat(closed.status()).isEqualTo("Done");
    assertThat(simulation.ticket().status()).isEqualTo("To Do");
    assertThat(simulation.ticket().description())
        .contains(ASKED_FOR, "weakness 2 of i-1 in episode 2");
    assertThat(simulation.comments()).hasSize(4);
  }

  @Test
  void the_one_that_follows_on_it_says_so_too() {
    var renewing =
        Simulation.builder()
            .routes(CRITICAL_ONLY)
            .policy(TicketPolicy.builder().reopening(Reopening.NEW_TICKET))
            .build();
    renewing.hear(exposure.create());
    renewing.hear(exposure.ticketRequested(WHO));
    renewing.hear(exposure.close());
    renewing.hear(exposure.reopen());
    renewing.hear(exposure.anotherTrait());

    assertThat(renewing.jira().issues())
        .hasSize(2)
        .extracting(Issue::description)
        .allSatisfy(text -> assertThat(text).contains(ASKED_FOR));
  }

  @Test
  void a_route_that_it_takes_later_gives_it_no_second_one_there() {
    simulation.hear(exposure.create());
    simulation.hear(exposure.ticketRequested(WHO));
    simulation.hear(exposure.severity(Severity.CRITICAL));

    assertThat(simulation.ticket().summary()).startsWith("Critical: ");
  }

  @Test
  void a_suppressed_one_has_it_once_that_ends() {
    simulation.hear(exposure.create());
    exposure.ticketRequested(WHO);
    simulation.hear(exposure.suppressed());
    var meanwhile = simulation.jira().issues();
    simulation.hear(exposure.anotherTrait());

    assertThat(meanwhile).isEmpty();
    assertThat(simulation.ticket().description()).contains(ASKED_FOR);
  }

  @Test
  void a_dry_run_says_where_it_would_be() {
    var dry = Simulation.builder().routes(CRITICAL_ONLY).dryRun().build();
    dry.hear(exposure.create());
    dry.hear(exposure.ticketRequested(WHO));

    assertThat(dry.jira().issues()).isEmpty();
    assertThat(dry.job().reports())
        .singleElement()
        .satisfies(report -> assertThat(report.getOnlySaid()).isTrue())
        .extracting(Report::getTarget, Report::getWhat)
        .containsExactly("jira", What.MADE);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void there_is_exactly_one_in_jira_whatever_fails(long seed) {
    var troubled =
        Simulation.builder()
            .routes(CRITICAL_ONLY)
            .seed(seed)
            .troubles(Ordeal.troubles(seed, 0.04))
            .build();
    var ordeal = Ordeal.of(troubled.world(), troubled.job(), seed, 12);
    var told = new ArrayList<List<Notice>>();
    for (int i = 0; i < EXPOSURES; i++) {
      told.add(live(troubled.exposure("exposure-" + seed + "-" + i), ordeal));
    }

    troubled.world().pass(Duration.ofHours(5));

    assertThat(troubled.jira().issues())
        .hasSize(EXPOSURES)
        .allSatisfy(
            issue -> {
              assertThat(issue.description()).contains(ASKED_FOR);
              assertThat(issue.statusCategory()).isEqualTo("done");
            })
        .flatExtracting(Issue::labels)
        .containsAll(told.stream().map(of -> "bw-" + of.get(0).getUid() + "-1").toList());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void there_is_exactly_one_in_servicenow_whatever_fails(long seed) {
    var troubled = ServiceNowSimulation.onRequest(Ordeal.troubles(seed, 0.01), seed);
    var ordeal = Ordeal.of(troubled.world(), troubled.job(), seed, 8);
    for (int i = 0; i < EXPOSURES; i++) {
      live(troubled.exposure("exposure-" + seed + "-" + i), ordeal);
    }

    troubled.world().pass(Duration.ofHours(5));

    assertThat(troubled.serviceNow().incidents())
        .hasSize(EXPOSURES)
        .allSatisfy(
            incident -> {
              assertThat(incident.fields().get("description")).contains(ASKED_FOR);
              assertThat(incident.state()).isEqualTo(Incident.State.RESOLVED);
            })
        .extracting(incident -> incident.fields().get("correlation_id"))
        .doesNotHaveDuplicates();
  }

  /** Asked for when it has been open for a while, then changed and closed. */
  private static List<Notice> live(Notices notices, Ordeal ordeal) {
    return ordeal.live(
        Duration.ofMinutes(20),
        List.of(
            notices::create,
            () -> notices.ticketRequested(WHO),
            notices::anotherTrait,
            () -> notices.severity(Severity.LOW),
            notices::close));
  }
}

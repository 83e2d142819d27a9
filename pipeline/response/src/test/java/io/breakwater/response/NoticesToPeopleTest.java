// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.fakes.Trouble;
import io.breakwater.fakes.Troubles;
import io.breakwater.response.message.Report.What;
import io.breakwater.response.message.Severity;
import io.breakwater.response.simulation.Simulation;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is told beside tickets, and when. The clock begins at 08:00 on a Monday. */
final class NoticesToPeopleTest {
  private static final String TOLD =
      "[{\"name\": \"all\", \"notify\": [{\"target\": \"pager\"%s}]}]";

  @Test
  void what_opens_rises_and_ends_is_told_and_slight_changes_are_not() {
    var simulation = Simulation.builder().routes(TOLD.formatted("")).build();
    var exposure = simulation.exposure("i-1");
    simulation.hear(exposure.create());
    simulation.hear(exposure.anotherTrait());
    simulation.hear(exposure.severity(Severity.HIGH));
    simulation.hear(exposure.close());
    simulation.hear(exposure.reopen());

    assertThat(simulation.told())
        .containsExactly(
            "opened: Medium: Potential Credential Stealing: EC2 instance has weaknesses",
            "rose: The severity rose from Medium to High.",
            "closed: It is over. It was fixed in episode 1.",
            "reopened: It is open again: Potential Credential Stealing: EC2 instance has weaknesses"
                + " (High).");
  }

  @Test
  void what_somebody_lives_with_from_the_first_is_told_once_that_ends() {
    var simulation = Simulation.builder().routes(TOLD.formatted("")).build();
    var exposure = simulation.exposure("i-1");
    var other = simulation.exposure("i-2");
    simulation.hear(exposure.suppressed());
    simulation.hear(other.suppressed());
    simulation.hear(other.close());
    var meanwhile = simulation.told();
    simulation.hear(exposure.anotherTrait());

    assertThat(meanwhile).isEmpty();
    assertThat(simulation.told()).singleElement().asString().startsWith("opened: ");
  }

  @Test
  void in_quiet_hours_nobody_is_told_but_of_what_is_critical() {
    var simulation =
        Simulation.builder()
            .routes(
                TOLD.formatted(
                    ", \"quiet-hours\": {\"zone\": \"Europe/Berlin\", \"from\": \"08:00\","
                        + " \"to\": \"10:00\", \"except\": [\"Critical\"]}"))
            .forPeople()
            .build();
    var quiet = simulation.exposure("i-1");
    var over = simulation.exposure("i-2");
    var critical = simulation.exposure("i-3");
    simulation.hear(quiet.create());
    simulation.hear(quiet.severity(Severity.HIGH));
    simulation.hear(over.create());
    simulation.hear(over.close());
    simulation.hear(critical.severity(Severity.CRITICAL));
    var meanwhile = simulation.told();
    simulation.world().pass(Duration.ofHours(1));

    assertThat(meanwhile)
        .containsExactly(
            "opened: Critical: Potential Credential Stealing: EC2 instance has weaknesses");
    assertThat(simulation.told())
        .hasSize(2)
        .last()
        .isEqualTo(
            "opened: Medium: Potential Credential Stealing: EC2 instance has weaknesses\n"
                + "The severity rose from Medium to High.");
    assertThat(simulation.reported()).contains(What.RECOVERED_BEFORE);
  }

  @Test
  void what_becomes_critical_in_quiet_hours_does_not_wait_with_what_came_before() {
    var simulation =
        Simulation.builder()
            .routes(
                TOLD.formatted(
                    ", \"quiet-hours\": {\"zone\": \"Europe/Berlin\", \"from\": \"08:00\","
                        + " \"to\": \"12:00\", \"except\": [\"Critical\"]}"))
            .forPeople()
            .build();
    var exposure = simulation.exposure("i-1");
    simulation.hear(exposure.create());
    var before = simulation.told();
    simulation.hear(exposure.severity(Severity.CRITICAL));

    assertThat(before).isEmpty();
    assertThat(simulation.told())
        .containsExactly(
            "opened: Medium: Potential Credential Stealing: EC2 instance has weaknesses\n"
                + "The severity rose from Medium to Critical.");
  }

  @Test
  void nobody_is_woken_to_hear_that_others_wait() {
    var simulation =
        Simulation.builder()
            .forPeople()
            .routes(
                """
                [{"name": "all", "notify": [{"target": "pager",
                   "quiet-hours": {"zone": "UTC", "from": "00:00", "to": "10:00"}}],
                  "storm-cap": {"exposures": 1, "within": "PT4H"}}]
                """)
            .build();
    simulation.hear(simulation.exposure("i-1").create());
    simulation.hear(simulation.exposure("i-2").create());
    var atNight = simulation.told();
    simulation.world().pass(Duration.ofHours(2));

    assertThat(atNight).isEmpty();
    assertThat(simulation.told()).filteredOn(told -> told.startsWith("capped: ")).hasSize(1);
  }

  @Test
  void a_digest_comes_once_a_day_the_worst_first() {
    var simulation =
        Simulation.builder().routes(TOLD.formatted(", \"digest\": {\"at\": \"18:00\"}")).build();
    var over = simulation.exposure("i-1");
    simulation.hear(over.create());
    simulation.hear(over.close());
    simulation.hear(simulation.exposure("i-2").severity(Severity.LOW));
    simulation.hear(simulation.exposure("i-3").severity(Severity.CRITICAL));
    var before = simulation.told();
    simulation.world().pass(Duration.ofDays(2));

    assertThat(before).isEmpty();
    assertThat(simulation.told()).hasSize(1);
    assertThat(simulation.told().get(0).split("\n"))
        .containsExactly(
            "digest: Critical: Potential Credential Stealing: EC2 instance has weaknesses (i-3,"
                + " 111122223333)",
            "Low: Potential Credential Stealing: EC2 instance has weaknesses (i-2, 111122223333)",
            "over: Potential Credential Stealing: EC2 instance has weaknesses (i-1, 111122223333)");
  }

  @Test
  void however_many_wait_for_a_digest_the_worst_are_in_it_as_they_are_by_then() {
    var simulation =
        Simulation.builder().routes(TOLD.formatted(", \"digest\": {\"at\": \"18:00\"}")).build();
    var first = simulation.exposure("first");
    simulation.job().arrive(first.severity(Severity.HIGH));
    for (int i = 0; i < 499; i++) {
      simulation.job().arrive(simulation.exposure("i-" + i).severity(Severity.LOW));
    }
    simulation.job().arrive(first.severity(Severity.CRITICAL));
    simulation.job().arrive(simulation.exposure("late").severity(Severity.HIGH));
    simulation.world().pass(Duration.ofHours(12));

    var lines = simulation.told().get(0).lines().toList();
    assertThat(lines.get(0)).startsWith("digest: Critical: ").contains("(first, ");
    assertThat(lines.get(1)).startsWith("High: ").contains("(late, ");
    assertThat(lines).last().asString().isEqualTo("and 401 more");
  }

  @Test
  void a_storm_is_capped_says_so_and_all_have_their_turn() {
    var simulation =
        Simulation.builder()
            .routes(
                """
                [{"name": "all", "tickets": ["jira"], "notify": [{"target": "pager"}],
                  "storm-cap": {"exposures": 3, "within": "PT1H", "except": ["Critical"]}}]
                """)
            .build();
    var exposures = IntStream.range(0, 8).mapToObj(i -> simulation.exposure("i-" + i)).toList();
    exposures.forEach(exposure -> simulation.job().arrive(exposure.create()));
    simulation.hear(simulation.exposure("critical").severity(Severity.CRITICAL));
    var first = simulation.jira().issues().size();
    simulation.hear(exposures.get(7).close());
    simulation.world().pass(Duration.ofHours(3));

    assertThat(first).isEqualTo(4);
    assertThat(simulation.jira().issues()).hasSize(8);
    assertThat(simulation.told()).filteredOn(told -> told.startsWith("opened: ")).hasSize(8);
    assertThat(simulation.told())
        .filteredOn(told -> told.startsWith("capped: "))
        .first()
        .isEqualTo(
            "capped: More than 3 exposures within PT1H by the route all: the others wait for their"
                + " turn.");
  }

  @Test
  void a_target_that_takes_no_words_is_not_told_of_the_cap_which_reports_tell_of_all_the_same() {
    var simulation =
        Simulation.builder()
            .withoutWords()
            .routes(
                """
                [{"name": "all", "notify": [{"target": "pager"}],
                  "storm-cap": {"exposures": 1, "within": "PT1H"}}]
                """)
            .build();
    simulation.hear(simulation.exposure("i-1").create());
    simulation.hear(simulation.exposure("i-2").create());

    assertThat(simulation.told()).hasSize(1).first().asString().startsWith("opened: ");
    assertThat(simulation.reported()).contains(What.CAPPED);
  }

  @Test
  void a_ticket_that_nobody_moves_is_escalated_once() {
    var simulation = escalating();
    simulation.hear(simulation.exposure("i-1").severity(Severity.HIGH));
    simulation.world().pass(Duration.ofDays(3));

    assertThat(simulation.told())
        .containsExactly(
            "escalated: SEC-1: nobody has moved it for 4 hours."
                + " https://jira.example.com/browse/SEC-1");
    assertThat(simulation.comments()).containsExactly("Nobody has moved this ticket for 4 hours.");
  }

  @Test
  void one_that_somebody_has_moved_is_not() {
    var simulation = escalating();
    simulation.hear(simulation.exposure("i-1").severity(Severity.HIGH));
    simulation.jira().personMoves("SEC-1", "In Progress");
    simulation.world().pass(Duration.ofDays(3));

    assertThat(simulation.told()).isEmpty();
    assertThat(simulation.comments()).isEmpty();
  }

  private static Simulation escalating() {
    return Simulation.builder()
        .routes(
            """
            [{"name": "all", "tickets": ["jira"],
              "escalate": {"after": {"High": "PT4H"}, "notify": ["pager"]}}]
            """)
        .build();
  }

  @Test
  void whatever_happens_on_the_way_each_message_arrives_and_is_known_when_it_comes_twice() {
    var simulation =
        Simulation.builder()
            .routes(TOLD.formatted(""))
            .seed(5)
            .troubles(
                Troubles.seeded(
                    5,
                    Map.of(
                        Trouble.THROTTLED, 0.1,
                        Trouble.ERROR_BEFORE, 0.1,
                        Trouble.ERROR_AFTER, 0.1,
                        Trouble.STALL_AFTER, 0.1,
                        Trouble.LOST_ANSWER, 0.1)))
            .build();
    for (int at = 0; at < 3_600; at += 10) {
      simulation.world().in(Duration.ofSeconds(at), simulation.job()::takeCheckpoint);
    }
    for (int i = 0; i < 5; i++) {
      simulation.world().in(Duration.ofMinutes(7 * i + 3), simulation.job()::fail);
    }
    var exposures = IntStream.range(0, 30).mapToObj(i -> simulation.exposure("i-" + i)).toList();
    exposures.forEach(exposure -> simulation.job().arrive(exposure.create()));
    simulation.world().pass(Duration.ofMinutes(20));
    exposures.forEach(exposure -> simulation.job().arrive(exposure.close()));
    simulation.world().pass(Duration.ofHours(2));

    assertThat(simulation.told()).filteredOn(told -> told.startsWith("opened: ")).hasSize(30);
    assertThat(simulation.told()).filteredOn(told -> told.startsWith("closed: ")).hasSize(30);
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.breakwater.fakes.jira.Issue;
import io.breakwater.fakes.jira.Site;
import io.breakwater.fakes.jira.Workflow;
import io.breakwater.response.function.Functions;
import io.breakwater.response.message.PollerState;
import io.breakwater.response.message.Redrive;
import io.breakwater.response.message.Report;
import io.breakwater.response.message.Seen;
import io.breakwater.response.message.Severity;
import io.breakwater.response.simulation.Simulation;
import io.breakwater.response.ticket.TicketPolicy;
import io.breakwater.response.ticket.TicketPolicy.Reopening;
import java.time.Duration;
import java.util.List;
import org.apache.flink.statefun.sdk.Address;
import org.junit.jupiter.api.Test;

/** What becomes of tickets, by what happens to exposures and what people do. */
final class TicketLifeTest {
  private final Simulation usual = Simulation.builder().build();

  @Test
  void a_ticket_says_what_is_wrong_and_what_to_do() {
    usual.hear(usual.exposure("i-1").severity(Severity.HIGH));

    var ticket = usual.ticket();
    assertThat(ticket.summary())
        .isEqualTo("High: Potential Credential Stealing: EC2 instance has weaknesses (i-1)");
    assertThat(ticket.priority()).isEqualTo("High");
    assertThat(ticket.labels()).containsExactlyInAnyOrder("breakwater", "bw-i-1-1");
    assertThat(ticket.description())
        .contains("arn:aws:ec2:eu-central-1:111122223333:instance/i-1", "first weakness of i-1");
  }

  @Test
  void changes_within_a_minute_are_told_together_and_a_rise_at_once() {
    var exposure = usual.exposure("i-1");
    usual.hear(exposure.create());
    usual.job().arrive(exposure.anotherTrait());
    usual.world().pass(Duration.ofSeconds(10));
    usual.job().arrive(exposure.anotherTrait());
    usual.world().pass(Duration.ofSeconds(10));
    var before = usual.comments();
    usual.job().arrive(exposure.severity(Severity.CRITICAL));
    usual.world().pass(Duration.ofSeconds(10));

    assertThat(before).hasSize(1);
    assertThat(usual.comments()).hasSize(2);
    assertThat(usual.comments().get(1))
        .contains("weakness 3 of i-1", "The severity rose from Medium to Critical.");
  }

  @Test
  void what_is_over_before_there_is_a_ticket_gets_none() {
    var exposure = usual.exposure("i-1");
    usual.network("jira").takeDown();
    usual.job().arrive(exposure.create());
    usual.world().pass(Duration.ofSeconds(30));
    usual.hear(exposure.close());
    usual.network("jira").bringUp();
    usual.world().pass(Duration.ofHours(1));

    assertThat(usual.jira().issues()).isEmpty();
  }

  @Test
  void an_exposure_that_opens_again_opens_its_ticket_again() {
    var exposure = usual.exposure("i-1");
    usual.hear(exposure.create());
    usual.hear(exposure.close());
    var closed = usual.ticket();
    usual.hear(exposure.reopen());

    assertThat(closed.status()).isEqualTo("Done");
    assertThat(usual.ticket().status()).isEqualTo("To Do");
    assertThat(usual.comments().get(1)).startsWith("It is open again: ");
  }

  @Test
  void or_gets_a_new_one_that_follows_on_it_where_the_plan_says_so() {
    var simulation =
        Simulation.builder().policy(TicketPolicy.builder().reopening(Reopening.NEW_TICKET)).build();
    var exposure = simulation.exposure("i-1");
    simulation.hear(exposure.create());
    simulation.hear(exposure.close());
    simulation.hear(exposure.reopen());
    simulation.hear(exposure.anotherTrait());

    var issues = simulation.jira().issues();
    assertThat(issues).extracting(Issue::status).containsExactly("Done", "To Do");
    assertThat(issues.get(1).labels()).contains("bw-i-1-2");
    assertThat(issues.get(1).links()).extracting(Issue.Link::other).containsExactly("SEC-1");
    assertThat(issues.get(1).comments()).hasSize(1);
    assertThat(issues.get(0).comments()).hasSize(1);
  }

  @Test
  void a_ticket_that_a_person_has_moved_is_told_and_left_alone() {
    var exposure = usual.exposure("i-1");
    usual.hear(exposure.create());
    usual.jira().personMoves("SEC-1", "In Progress");
    usual.hear(exposure.close());

    assertThat(usual.ticket().status()).isEqualTo("In Progress");
    assertThat(usual.comments())
        .containsExactly(
            "It is over. It was fixed in episode 1.\n"
                + "Somebody has moved this ticket to 'In Progress', so its status is left alone.");
    assertThat(usual.reported()).contains(Report.What.LEFT_TO_PEOPLE);
  }

  @Test
  void what_it_shows_is_left_alone_as_well_from_then_on() {
    var exposure = usual.exposure("i-1");
    usual.hear(exposure.create());
    usual.jira().personMoves("SEC-1", "In Progress");
    usual
        .jira()
        .personSets(
            "SEC-1", "summary", JsonNodeFactory.instance.textNode("Mine"), usual.world().instant());
    usual.hear(exposure.severity(Severity.CRITICAL));

    assertThat(usual.ticket().summary()).isEqualTo("Mine");
    assertThat(usual.ticket().priority()).isEqualTo("Medium");
    assertThat(usual.comments()).containsExactly("The severity rose from Medium to Critical.");
  }

  @Test
  void or_closed_all_the_same_where_the_plan_says_so() {
    var simulation =
        Simulation.builder().policy(TicketPolicy.builder().closesWhatPeopleMoved(true)).build();
    var exposure = simulation.exposure("i-1");
    simulation.hear(exposure.create());
    simulation.jira().personMoves("SEC-1", "In Progress");
    simulation.hear(exposure.close());

    assertThat(simulation.ticket().status()).isEqualTo("Done");
  }

  @Test
  void a_ticket_that_a_person_closed_stays_closed_and_the_next_episode_gets_a_new_one() {
    var exposure = usual.exposure("i-1");
    usual.hear(exposure.create());
    usual.jira().personMoves("SEC-1", "Done");
    usual.hear(exposure.anotherTrait());
    usual.hear(exposure.close());
    usual.hear(exposure.reopen());

    var issues = usual.jira().issues();
    assertThat(issues).extracting(Issue::status).containsExactly("Done", "To Do");
    assertThat(Simulation.comments(issues.get(0)))
        .containsExactly(
            "New: weakness 2 of i-1 in episode 1.", "It is over. It was fixed in episode 1.");
  }

  @Test
  void a_ticket_that_somebody_took_away_is_not_made_again_in_the_same_episode() {
    var exposure = usual.exposure("i-1");
    usual.hear(exposure.create());
    usual.jira().delete("SEC-1");
    usual.hear(exposure.anotherTrait());
    var after = List.copyOf(usual.jira().issues());
    usual.hear(exposure.close());
    usual.hear(exposure.reopen());

    assertThat(after).isEmpty();
    assertThat(usual.ticket().labels()).contains("bw-i-1-2");
  }

  @Test
  void one_that_somebody_brought_back_goes_on_where_it_is_asked_for() {
    var exposure = usual.exposure("i-1");
    usual.hear(exposure.create());
    usual.network("jira").hide("/rest/api/3/issue/");
    usual.hear(exposure.anotherTrait());
    var hidden = usual.reported();
    usual.network("jira").bringUp();
    usual.job().ask(Functions.ticketOf("jira", "bw-i-1-1"), Redrive.getDefaultInstance());
    usual.world().pass(Duration.ofMinutes(5));

    assertThat(hidden).contains(Report.What.TAKEN_AWAY);
    assertThat(usual.comments()).hasSize(1);
  }

  @Test
  void what_somebody_cloned_from_it_is_theirs() {
    usual.job().takeCheckpoint();
    usual.hear(usual.exposure("i-1").create());
    var clone = usual.jira().personClones("SEC-1");
    usual.world().pass(Duration.ofMinutes(5));
    usual.job().fail();
    usual.world().pass(Duration.ofMinutes(10));

    var theirs = usual.jira().issue(clone).orElseThrow();
    assertThat(theirs.labels()).contains("bw-i-1-1");
    assertThat(theirs.status()).isEqualTo("To Do");
    assertThat(theirs.comments()).isEmpty();
    assertThat(usual.jira().issues()).hasSize(2);
    assertThat(usual.reported())
        .contains(Report.What.FOUND_AGAIN)
        .doesNotContain(Report.What.DUPLICATE_RETIRED);
  }

  @Test
  void one_that_only_may_not_be_seen_for_a_while_is_not_given_up() {
    var exposure = usual.exposure("i-1");
    usual.hear(exposure.create());
    usual.network("jira").hide("/rest/api/3/");
    usual.hear(exposure.anotherTrait());
    usual.network("jira").bringUp();
    usual.world().pass(Duration.ofMinutes(10));

    assertThat(usual.reported()).doesNotContain(Report.What.TAKEN_AWAY, Report.What.GIVEN_UP);
    assertThat(usual.comments()).hasSize(1);
  }

  @Test
  void a_workflow_is_gone_through_step_by_step_as_the_plan_says() {
    var simulation = strict(List.of("Start Progress", "Resolve Issue"), true);
    var exposure = simulation.exposure("i-1");
    simulation.hear(exposure.create());
    simulation.hear(exposure.close());
    var closed = simulation.ticket();
    simulation.hear(exposure.reopen());

    assertThat(closed.status()).isEqualTo("Resolved");
    assertThat(closed.resolution()).contains("Done");
    assertThat(simulation.ticket().status()).isEqualTo("Reopened");
  }

  @Test
  void a_workflow_that_has_no_way_is_said_once_and_the_next_ticket_goes_on() {
    var simulation = strict(List.of(), true);
    var exposure = simulation.exposure("i-1");
    var other = simulation.exposure("i-2");
    simulation.hear(exposure.create());
    simulation.hear(exposure.close());
    simulation.world().pass(Duration.ofHours(2));
    simulation.hear(other.create());

    var issues = simulation.jira().issues();
    assertThat(issues).hasSize(2);
    assertThat(issues.get(0).status()).isEqualTo("Open");
    assertThat(Simulation.comments(issues.get(0)))
        .containsExactly(
            "It is over. It was fixed in episode 1.\n"
                + "The workflow does not let this ticket be closed: no way leads there from 'Open'."
                + " Please do it by hand.");
  }

  @Test
  void a_move_that_is_refused_is_said_once() {
    var simulation = strict(List.of("Start Progress", "Resolve Issue"), false);
    var exposure = simulation.exposure("i-1");
    simulation.hear(exposure.create());
    simulation.hear(exposure.close());
    simulation.world().pass(Duration.ofHours(2));

    assertThat(simulation.ticket().status()).isEqualTo("In Progress");
    assertThat(simulation.comments()).hasSize(2);
    assertThat(simulation.comments().get(1))
        .startsWith("The workflow does not let this ticket be closed: ")
        .contains("resolution");
  }

  private static Simulation strict(List<String> way, boolean resolution) {
    return Simulation.builder()
        .site(Site.builder().workflow(Workflow.strict()).build())
        .policy(TicketPolicy.builder().wayToDone(way))
        .settings(
            settings ->
                resolution
                    ? settings.fieldWhenDone(
                        "resolution", JsonNodeFactory.instance.objectNode().put("name", "Done"))
                    : settings)
        .build();
  }

  @Test
  void a_suppressed_exposure_closes_its_ticket_and_opens_it_when_that_ends() {
    var exposure = usual.exposure("i-1");
    usual.hear(exposure.create());
    usual.hear(exposure.suppressed());
    var suppressed = usual.ticket();
    usual.hear(exposure.anotherTrait());

    assertThat(suppressed.status()).isEqualTo("Done");
    assertThat(Simulation.comments(suppressed))
        .containsExactly("Somebody decided to live with it. accepted until spring.");
    assertThat(usual.ticket().status()).isEqualTo("To Do");
  }

  @Test
  void a_replay_does_nothing_and_says_what_it_would_have_done() {
    var exposure = usual.exposure("i-1");
    var create = exposure.create().toBuilder().setReplay(true).build();
    usual.hear(create);

    assertThat(usual.jira().issues()).isEmpty();
    assertThat(usual.network("jira").calls()).isZero();
    assertThat(usual.job().reports())
        .singleElement()
        .satisfies(
            report -> {
              assertThat(report.getOnlySaid()).isTrue();
              assertThat(report.getWhat()).isEqualTo(Report.What.MADE);
              assertThat(report.getDetail()).isEqualTo("replayed");
            });
  }

  @Test
  void so_does_a_dry_run() {
    var simulation = Simulation.builder().dryRun().build();
    var exposure = simulation.exposure("i-1");
    simulation.hear(exposure.create());
    simulation.hear(exposure.anotherTrait());
    simulation.hear(exposure.close());

    assertThat(simulation.network("jira").calls()).isZero();
    assertThat(simulation.reported())
        .containsExactly(Report.What.MADE, Report.What.TOLD, Report.What.CLOSED);
  }

  @Test
  void what_a_dry_run_only_said_is_done_by_the_first_revision_after_it() {
    var simulation =
        Simulation.builder()
            .routes(
                "[{\"name\": \"all\", \"tickets\": [\"jira\"],"
                    + " \"notify\": [{\"target\": \"pager\"}]}]")
            .dryRun()
            .build();
    var exposure = simulation.exposure("i-1");
    var over = simulation.exposure("i-2");
    simulation.hear(exposure.create());
    simulation.hear(over.create());
    simulation.endDryRun();
    simulation.hear(exposure.anotherTrait());
    simulation.hear(over.close());

    assertThat(simulation.ticket().labels()).contains("bw-i-1-1");
    assertThat(simulation.told()).singleElement().asString().startsWith("opened: ");
  }

  @Test
  void what_a_target_refuses_is_given_up_until_somebody_asks_for_it_again() {
    var simulation =
        Simulation.builder()
            .settings(settings -> settings.issueType("Exposure"))
            .site(Site.standard())
            .build();
    simulation.hear(simulation.exposure("i-1").create());
    var refused = simulation.job().reports();
    long calls = simulation.network("jira").calls();
    simulation.world().pass(Duration.ofHours(2));

    assertThat(refused)
        .filteredOn(report -> report.getWhat() == Report.What.GIVEN_UP)
        .singleElement()
        .satisfies(report -> assertThat(report.getDetail()).contains("400", "issuetype"));
    assertThat(simulation.network("jira").calls()).isEqualTo(calls);

    simulation.job().ask(Functions.ticketOf("jira", "bw-i-1-1"), Redrive.getDefaultInstance());
    simulation.world().pass(Duration.ofMinutes(1));

    assertThat(simulation.network("jira").calls()).isGreaterThan(calls);
  }

  @Test
  void what_is_over_before_a_search_is_certain_needs_no_ticket_and_says_so_once() {
    var exposure = usual.exposure("i-1");
    usual.job().arrive(exposure.create());
    usual.world().pass(Duration.ofSeconds(40));
    usual.job().arrive(exposure.close());
    usual.world().pass(Duration.ofSeconds(20));
    var inDoubt = usual.reported();
    usual.world().pass(Duration.ofMinutes(10));

    assertThat(inDoubt).isEmpty();
    assertThat(usual.jira().issues()).isEmpty();
    assertThat(usual.job().reports())
        .singleElement()
        .satisfies(
            report -> {
              assertThat(report.getWhat()).isEqualTo(Report.What.RECOVERED_BEFORE);
              assertThat(report.getDetail()).isEqualTo("It was fixed in episode 1");
            });
  }

  @Test
  void what_opens_again_before_a_search_is_certain_has_its_ticket() {
    var exposure = usual.exposure("i-1");
    usual.job().arrive(exposure.create());
    usual.world().pass(Duration.ofSeconds(40));
    usual.job().arrive(exposure.close());
    usual.world().pass(Duration.ofSeconds(20));
    usual.hear(exposure.reopen());

    assertThat(usual.ticket().statusCategory()).isEqualTo("new");
    assertThat(usual.reported()).doesNotContain(Report.What.RECOVERED_BEFORE);
  }

  @Test
  void what_is_asked_of_a_ticket_that_nobody_knows_leaves_no_trace() {
    var address = Functions.ticketOf("jira", "bw-i-1-1");
    usual.job().ask(address, Redrive.getDefaultInstance());
    usual.job().ask(address, Seen.newBuilder().setId("10001").build());
    usual.world().pass(Duration.ofMinutes(5));

    assertThat(usual.job().remembered(address)).isNull();
    assertThat(usual.network("jira").calls()).isZero();
  }

  @Test
  void what_people_do_to_tickets_is_told_to_those_who_watch() {
    usual.hear(usual.exposure("i-1").create());
    usual.jira().personMoves("SEC-1", "In Progress", usual.world().instant());
    usual.jira().personComments("SEC-1", "I am on it.", usual.world().instant());
    usual.world().pass(Duration.ofMinutes(10));
    usual.jira().personComments("SEC-1", "It is the old image.", usual.world().instant());
    usual.world().pass(Duration.ofMinutes(10));

    assertThat(usual.job().reports())
        .filteredOn(report -> report.getWhat() == Report.What.STATUS_CHANGED)
        .extracting(Report::getStatus)
        .containsExactly("In Progress");
    assertThat(usual.job().reports())
        .filteredOn(report -> report.getWhat() == Report.What.COMMENTED)
        .extracting(report -> report.getBy() + ": " + report.getDetail())
        .containsExactly("A Person: I am on it.", "A Person: It is the old image.");
  }

  @Test
  void a_target_that_the_plan_does_not_have_any_more_holds_up_nothing() {
    var simulation = Simulation.builder().jiras("kept", "former").build();
    var exposure = simulation.exposure("i-1");
    simulation.hear(exposure.create());
    simulation.takeTargetOutOfPlan("former");
    long calls = simulation.network("former").calls();
    simulation.hear(exposure.close());
    simulation.world().pass(Duration.ofHours(1));

    assertThat(simulation.jira("kept").issues()).extracting(Issue::status).containsExactly("Done");
    assertThat(simulation.network("former").calls()).isEqualTo(calls);
    assertThat(simulation.job().reports())
        .filteredOn(report -> report.getWhat() == Report.What.GIVEN_UP)
        .singleElement()
        .extracting(Report::getDetail)
        .isEqualTo("the plan does not have the target former any more");
    var poller = (PollerState) simulation.job().remembered(new Address(Functions.POLLER, "former"));
    assertThat(poller.getWatching()).isFalse();
  }

  @Test
  void a_target_that_is_down_for_an_hour_delays_only_itself() {
    var simulation = Simulation.builder().jiras("up", "down").build();
    simulation.network("down").takeDown();
    for (int i = 0; i < 200; i++) {
      simulation.job().arrive(simulation.exposure("i-" + i).create());
      simulation.world().pass(Duration.ofSeconds(18));
    }
    var meanwhile = simulation.jira("up").issues();
    var others = simulation.jira("down").issues();
    long calls = simulation.network("down").calls();
    simulation.network("down").bringUp();
    simulation.world().pass(Duration.ofMinutes(5));

    assertThat(meanwhile).hasSizeGreaterThanOrEqualTo(199);
    for (int i = 0; i < meanwhile.size(); i++) {
      var due =
          simulation.world().instant().minus(Duration.ofMinutes(5)).minusSeconds(18L * (200 - i));
      assertThat(meanwhile.get(i).created()).isBetween(due, due.plusSeconds(6 * 60));
    }
    assertThat(others).isEmpty();
    assertThat(calls).as("calls to what is down, in an hour").isLessThan(200);
    assertThat(simulation.jira("down").issues()).hasSize(200);
  }
}

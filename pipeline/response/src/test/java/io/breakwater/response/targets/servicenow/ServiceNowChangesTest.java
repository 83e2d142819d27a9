// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.targets.servicenow;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.fakes.servicenow.Incident;
import io.breakwater.fakes.servicenow.Instance;
import io.breakwater.response.message.Report;
import io.breakwater.response.message.Report.What;
import io.breakwater.response.simulation.ServiceNowSimulation;
import io.breakwater.response.targets.Changes;
import io.breakwater.response.targets.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What people do in ServiceNow, on the stream of reports. */
final class ServiceNowChangesTest {
  private ServiceNowSimulation simulation = ServiceNowSimulation.of(Instance.standard());

  @Test
  void what_people_do_to_tickets_is_told_to_those_who_watch() {
    var exposure = simulation.exposure("i-1");
    simulation.hear(exposure.create());
    simulation.serviceNow().personMoves("INC0010001", Incident.State.IN_PROGRESS, now());
    simulation.serviceNow().personComments("INC0010001", "I am on it.", now());
    simulation.world().pass(Duration.ofMinutes(10));
    simulation.hear(exposure.anotherTrait());
    simulation.serviceNow().personComments("INC0010001", "It is the old image.", now());
    simulation.world().pass(Duration.ofMinutes(10));

    assertThat(reported(What.STATUS_CHANGED))
        .extracting(Report::getStatus)
        .containsExactly("In Progress");
    assertThat(comments())
        .containsExactly("person.one: I am on it.", "person.one: It is the old image.");
    assertThat(simulation.serviceNow().incident("INC0010001").orElseThrow().journal())
        .as("what the job wrote and what people wrote")
        .hasSize(3);
  }

  @Test
  void a_status_without_a_setting_is_told_by_the_name_that_the_instance_has_for_it() {
    simulation.hear(simulation.exposure("i-1").create());
    simulation.serviceNow().personMoves("INC0010001", Incident.State.ON_HOLD, now());
    simulation.world().pass(Duration.ofMinutes(10));

    assertThat(reported(What.STATUS_CHANGED))
        .extracting(Report::getStatus)
        .containsExactly("On Hold");
  }

  @Test
  void all_that_change_within_the_same_second_are_told_once() {
    int tickets = 130;
    for (int i = 0; i < tickets; i++) {
      simulation.job().arrive(simulation.exposure("i-" + i).create());
    }
    simulation.world().pass(Duration.ofMinutes(5));
    for (var incident : simulation.serviceNow().incidents()) {
      simulation
          .serviceNow()
          .personMoves(incident.number(), Incident.State.IN_PROGRESS, simulation.world().instant());
    }
    simulation.world().pass(Duration.ofMinutes(30));

    assertThat(reported(What.STATUS_CHANGED))
        .extracting(Report::getUid)
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, tickets).mapToObj(i -> "i-" + i).toList());
  }

  @Test
  void what_changes_while_pages_are_read_hides_nothing() {
    for (int i = 0; i < 60; i++) {
      simulation.hear(simulation.exposure("i-" + i).create());
    }
    var since = now().minus(Duration.ofHours(6));
    var first = page(since, "");
    var oldest = simulation.serviceNow().incidents().get(0).number();
    simulation.serviceNow().personComments(oldest, "I am on it.", now());
    var second = page(since, first.nextPage().orElseThrow());

    var seen = new HashSet<>(first.tickets().keySet());
    seen.addAll(second.tickets().keySet());
    assertThat(first.tickets()).hasSize(50);
    assertThat(seen).hasSize(60);
    assertThat(second.tickets().get("bw-i-0-1").getCommentsList()).hasSize(1);
    assertThat(second.nextPage()).isEmpty();
  }

  @Test
  void two_comments_of_the_same_second_are_two_also_where_one_is_seen_first() {
    simulation.hear(simulation.exposure("i-1").create());
    var at = now();
    simulation.serviceNow().personComments("INC0010001", "One.", at);
    simulation.serviceNow().personComments("INC0010001", "Two.", at);
    simulation.world().pass(Duration.ofMinutes(2));
    var before = List.copyOf(comments());
    simulation.serviceNow().personComments("INC0010001", "Three.", at);
    simulation.serviceNow().personSets("INC0010001", "category", "network", now());
    simulation.world().pass(Duration.ofMinutes(2));

    assertThat(before).containsExactlyInAnyOrder("person.one: One.", "person.one: Two.");
    assertThat(comments())
        .containsExactlyInAnyOrder("person.one: One.", "person.one: Two.", "person.one: Three.");
  }

  @Test
  void more_comments_than_a_page_holds_are_all_told() {
    simulation.hear(simulation.exposure("i-1").create());
    var texts = new ArrayList<String>();
    for (int i = 0; i < 450; i++) {
      simulation.serviceNow().personComments("INC0010001", "Number " + i + ".", now());
      texts.add("person.one: Number " + i + ".");
    }
    simulation.world().pass(Duration.ofMinutes(5));

    assertThat(comments()).containsExactlyInAnyOrderElementsOf(texts);
  }

  @Test
  void where_the_journal_may_not_be_read_the_status_is_told_all_the_same() {
    simulation = ServiceNowSimulation.of(Instance.builder().journalIsHidden().build());
    simulation.hear(simulation.exposure("i-1").create());
    simulation.serviceNow().personMoves("INC0010001", Incident.State.IN_PROGRESS, now());
    simulation.serviceNow().personComments("INC0010001", "I am on it.", now());
    simulation.world().pass(Duration.ofMinutes(10));

    assertThat(reported(What.STATUS_CHANGED))
        .extracting(Report::getStatus)
        .containsExactly("In Progress");
    assertThat(comments()).isEmpty();
  }

  private Changes page(Instant since, String page) {
    CompletableFuture<Outcome<Changes>> changes = simulation.target().changes(since, page);
    simulation.world().pass(Duration.ofMinutes(1));
    return changes.join().value();
  }

  private Instant now() {
    return simulation.world().instant();
  }

  private List<Report> reported(What what) {
    return simulation.job().reports().stream().filter(report -> report.getWhat() == what).toList();
  }

  private List<String> comments() {
    return reported(What.COMMENTED).stream()
        .map(report -> report.getBy() + ": " + report.getDetail())
        .toList();
  }
}

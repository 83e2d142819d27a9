// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.fakes.servicenow.Incident;
import io.breakwater.response.message.Notice;
import io.breakwater.response.simulation.Notices;
import io.breakwater.response.simulation.Ordeal;
import io.breakwater.response.simulation.ServiceNowSimulation;
import io.breakwater.response.simulation.Simulation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people say of an exposure is told on its tickets. */
final class CommentsOnTicketsTest {
  private static final String KIM = "kim@example.com";
  private static final String JO = "jo@example.com";
  private static final int EXPOSURES = 20;

  private final Simulation simulation = Simulation.builder().build();
  private final Notices exposure = simulation.exposure("i-1");

  @Test
  void each_is_told_once_though_every_later_revision_has_it() {
    simulation.hear(exposure.create());
    simulation.hear(exposure.comment(KIM, "Patch is on its way."));
    simulation.hear(exposure.anotherTrait());
    simulation.hear(exposure.comment(JO, "Done."));

    assertThat(simulation.comments())
        .containsExactly(
            KIM + ": Patch is on its way.", "New: weakness 2 of i-1 in episode 1.", JO + ": Done.");
  }

  @Test
  void what_was_said_before_there_was_a_ticket_is_told_on_it_in_order() {
    var onRequest = Simulation.builder().routes("[]").build();
    onRequest.hear(exposure.create());
    for (int i = 1; i <= 20; i++) {
      onRequest.hear(exposure.comment(KIM, "said " + i));
    }
    onRequest.hear(exposure.ticketRequested(JO));
    onRequest.hear(exposure.anotherTrait());

    var said = new ArrayList<String>();
    for (int i = 1; i <= 20; i++) {
      said.add(KIM + ": said " + i);
    }
    assertThat(onRequest.comments())
        .containsExactly(String.join("\n", said), "New: weakness 2 of i-1 in episode 1.");
  }

  @Test
  void nothing_is_told_twice_where_the_stream_goes_back() {
    simulation.hear(exposure.create());
    var unsaid = exposure.anotherTrait().toBuilder();
    var said = exposure.comment(KIM, "Mine.").toBuilder();
    simulation.hear(said.build());
    simulation.hear(unsaid.setPosition(after(said)).build());
    simulation.hear(said.setRevision("another").setPosition(after(unsaid)).build());

    assertThat(simulation.comments()).filteredOn(text -> text.contains("Mine.")).hasSize(1);
  }

  @Test
  void a_closed_ticket_is_told_nothing_more_and_the_next_episode_is_another_matter() {
    simulation.hear(exposure.create());
    simulation.hear(exposure.comment(KIM, "Mine."));
    simulation.hear(exposure.close());
    simulation.hear(exposure.reopen());
    simulation.hear(exposure.comment(KIM, "Again."));

    assertThat(simulation.comments())
        .hasSize(4)
        .startsWith(KIM + ": Mine.")
        .endsWith(KIM + ": Again.");
  }

  @Test
  void a_ticket_that_exposures_share_says_of_which_it_was_said() {
    var shared =
        Simulation.builder()
            .routes(
                "[{\"name\": \"all\", \"tickets\": [\"jira\"],"
                    + " \"group-by\": \"owner-and-remedy\"}]")
            .build();
    shared.hear(exposure.create());
    shared.hear(exposure.comment(KIM, "Mine."));

    assertThat(shared.comments()).containsExactly(KIM + " on i-1: Mine.");
  }

  @Test
  void what_people_only_decide_makes_no_comment() {
    simulation.hear(exposure.create());
    simulation.hear(exposure.ticketRequested(KIM));

    assertThat(simulation.comments()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void each_is_in_jira_exactly_once_whatever_fails(long seed) {
    var troubled = Simulation.builder().seed(seed).troubles(Ordeal.troubles(seed, 0.04)).build();
    var ordeal = Ordeal.of(troubled.world(), troubled.job(), seed, 12);
    var uids = live(troubled::exposure, ordeal, seed);

    troubled.world().pass(Duration.ofHours(6));

    for (var uid : uids) {
      var own =
          troubled.jira().issues().stream()
              .filter(issue -> issue.labels().contains("bw-" + uid + "-1"))
              .toList();
      assertThat(own).as(uid).hasSize(1);
      assertSaidOnce(uid, String.join("\n", Simulation.comments(own.get(0))));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void each_is_in_servicenow_exactly_once_whatever_fails(long seed) {
    var troubled = ServiceNowSimulation.hasty(Ordeal.troubles(seed, 0.01), seed);
    var ordeal = Ordeal.of(troubled.world(), troubled.job(), seed, 8);
    var uids = live(troubled::exposure, ordeal, seed);

    troubled.world().pass(Duration.ofHours(6));

    for (var uid : uids) {
      var own =
          troubled.serviceNow().incidents().stream()
              .filter(one -> one.fields().get("correlation_id").equals("bw-" + uid + "-1"))
              .toList();
      assertThat(own).as(uid).hasSize(1);
      var notes =
          own.get(0).journal().stream().map(Incident.Entry::text).collect(Collectors.joining("\n"));
      assertSaidOnce(uid, notes);
    }
  }

  /** Some exposures, by their uids. */
  private static List<String> live(Function<String, Notices> exposure, Ordeal ordeal, long seed) {
    var uids = new ArrayList<String>();
    for (int i = 0; i < EXPOSURES; i++) {
      uids.add("exposure-" + seed + "-" + i);
      live(exposure.apply(uids.get(i)), ordeal);
    }
    return uids;
  }

  private static List<Notice> live(Notices notices, Ordeal ordeal) {
    return ordeal.live(
        Duration.ofMinutes(20),
        List.of(
            notices::create,
            () -> notices.comment(KIM, "first of all"),
            notices::anotherTrait,
            () -> notices.comment(JO, "second to it"),
            () -> notices.comment(KIM, "third and last"),
            notices::close));
  }

  private static void assertSaidOnce(String uid, String comments) {
    assertThat(comments)
        .as(uid)
        .containsOnlyOnce(KIM + ": first of all")
        .containsOnlyOnce(JO + ": second to it")
        .containsOnlyOnce(KIM + ": third and last")
        .containsSubsequence("first of all", "second to it", "third and last");
  }

  private static String after(Notice.Builder notice) {
    return Long.toString(Long.parseLong(notice.getPosition()) + 1_000_000);
  }
}

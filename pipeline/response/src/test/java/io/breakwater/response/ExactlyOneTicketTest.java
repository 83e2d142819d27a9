// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.fakes.Trouble;
import io.breakwater.fakes.Troubles;
import io.breakwater.fakes.jira.Issue;
import io.breakwater.response.message.Notice;
import io.breakwater.response.message.Severity;
import io.breakwater.response.notice.Change;
import io.breakwater.response.simulation.Notices;
import io.breakwater.response.simulation.SimulatedJob;
import io.breakwater.response.simulation.Simulation;
import io.breakwater.response.simulation.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the outside system does and however often the job fails. */
final class ExactlyOneTicketTest {
  private static final int EXPOSURES = 40;

  private World world;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void each_exposure_has_one_ticket_that_was_told_everything_once(long seed) {
    var troubles =
        Troubles.seeded(
            seed,
            Map.of(
                Trouble.THROTTLED, 0.04,
                Trouble.ERROR_BEFORE, 0.03,
                Trouble.ERROR_AFTER, 0.03,
                Trouble.STALL_BEFORE, 0.02,
                Trouble.STALL_AFTER, 0.03,
                Trouble.LOST_ANSWER, 0.04,
                Trouble.SLOW, 0.05));
    var simulation = Simulation.builder().seed(seed).troubles(troubles).build();
    world = simulation.world();
    var job = simulation.job();
    var random = new SplittableRandom(seed);
    for (int at = 0; at < 3 * 3600; at += 10) {
      world.in(Duration.ofSeconds(at), job::takeCheckpoint);
    }
    for (int i = 0; i < 12; i++) {
      world.in(Duration.ofSeconds(60 + random.nextInt(3 * 3600)), job::fail);
    }
    var told = new ArrayList<List<Notice>>();
    for (int i = 0; i < EXPOSURES; i++) {
      told.add(live(new Notices(world, "exposure-" + seed + "-" + i), job, random));
    }

    world.pass(Duration.ofHours(5));

    var issues = simulation.jira().issues();
    assertThat(issues).hasSize(EXPOSURES);
    for (var notices : told) {
      var uid = notices.get(0).getUid();
      var own =
          issues.stream().filter(issue -> issue.labels().contains("bw-" + uid + "-1")).toList();
      assertThat(own).as(uid).hasSize(1);
      var comments = comments(own.get(0));
      for (int n = 1; n < notices.size(); n++) {
        var text = Change.between(notices.get(n - 1), notices.get(n)).text();
        assertThat(count(text, comments)).as(uid + ": " + text + " in " + comments).isEqualTo(1);
      }
      assertThat(own.get(0).statusCategory()).as(uid).isEqualTo("done");
      assertThat(own.get(0).description()).contains(notices.get(notices.size() - 1).getTraits(1));
    }
  }

  /** Created, updated, closed, opened again and closed, over three hours. */
  private List<Notice> live(Notices notices, SimulatedJob job, SplittableRandom random) {
    var told = new ArrayList<Notice>();
    var start = Duration.ofSeconds(random.nextInt(20 * 60));
    var steps =
        List.<Supplier<Notice>>of(
            notices::create,
            notices::anotherTrait,
            () -> notices.severity(Severity.HIGH),
            notices::anotherTrait,
            notices::close,
            notices::reopen,
            notices::anotherTrait,
            () -> notices.severity(Severity.CRITICAL),
            notices::close);
    var at = start;
    for (var step : steps) {
      world.in(
          at,
          () -> {
            var notice = step.get();
            told.add(notice);
            job.arrive(notice);
          });
      // Long enough for a ticket to be made, whatever happens.
      at = at.plusSeconds(15 * 60 + random.nextInt(120));
    }
    return told;
  }

  private static String comments(Issue issue) {
    var text = new StringBuilder();
    issue.comments().forEach(comment -> text.append(comment.text()).append('\n'));
    return text.toString();
  }

  private static int count(String part, String whole) {
    int count = 0;
    for (int at = whole.indexOf(part); at >= 0; at = whole.indexOf(part, at + 1)) {
      count++;
    }
    return count;
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.response.message.Notice;
import io.breakwater.response.message.Severity;
import io.breakwater.response.simulation.Notices;
import io.breakwater.response.simulation.Ordeal;
import io.breakwater.response.simulation.Simulation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the outside system does and however often the job fails. */
final class ExactlyOneTicketTest {
  private static final int EXPOSURES = 40;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void each_exposure_has_one_ticket_that_was_told_everything_once(long seed) {
    var simulation = Simulation.builder().seed(seed).troubles(Ordeal.troubles(seed, 0.04)).build();
    var ordeal = Ordeal.of(simulation.world(), simulation.job(), seed, 12);
    var told = new ArrayList<List<Notice>>();
    for (int i = 0; i < EXPOSURES; i++) {
      told.add(live(simulation.exposure("exposure-" + seed + "-" + i), ordeal));
    }

    simulation.world().pass(Duration.ofHours(5));

    var issues = simulation.jira().issues();
    assertThat(issues).hasSize(EXPOSURES);
    for (var notices : told) {
      var uid = notices.get(0).getUid();
      var own =
          issues.stream().filter(issue -> issue.labels().contains("bw-" + uid + "-1")).toList();
      assertThat(own).as(uid).hasSize(1);
      var comments = String.join("\n", Simulation.comments(own.get(0)));
      for (var text : Ordeal.changes(notices)) {
        assertThat(Ordeal.count(text, comments))
            .as(uid + ": " + text + " in " + comments)
            .isEqualTo(1);
      }
      assertThat(own.get(0).statusCategory()).as(uid).isEqualTo("done");
      assertThat(own.get(0).description()).contains(notices.get(notices.size() - 1).getTraits(1));
    }
  }

  /** Created, updated, closed, opened again and closed, over three hours. */
  private static List<Notice> live(Notices notices, Ordeal ordeal) {
    // Long enough for a ticket to be made, whatever happens.
    return ordeal.live(
        Duration.ofMinutes(15),
        List.of(
            notices::create,
            notices::anotherTrait,
            () -> notices.severity(Severity.HIGH),
            notices::anotherTrait,
            notices::close,
            notices::reopen,
            notices::anotherTrait,
            () -> notices.severity(Severity.CRITICAL),
            notices::close));
  }
}

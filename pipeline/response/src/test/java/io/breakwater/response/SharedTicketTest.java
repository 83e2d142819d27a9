// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.response.message.Notice;
import io.breakwater.response.message.Remedy;
import io.breakwater.response.message.Report;
import io.breakwater.response.message.Report.What;
import io.breakwater.response.message.Severity;
import io.breakwater.response.simulation.Simulation;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** One ticket for all exposures of an owner that the same helps. */
final class SharedTicketTest {
  private final Simulation simulation =
      Simulation.builder()
          .routes(
              """
              [{"name": "all", "tickets": ["jira"], "group-by": "owner-and-remedy"}]
              """)
          .build();

  @Test
  void exposures_that_the_same_helps_share_a_ticket_until_all_are_over() {
    var first = simulation.exposure("i-1");
    var second = simulation.exposure("i-2");
    simulation.hear(patched(first.create()));
    simulation.hear(patched(second.severity(Severity.HIGH)));
    var both = simulation.ticket();
    simulation.hear(patched(first.close()));
    var one = simulation.ticket();
    simulation.hear(patched(second.close()));
    var none = simulation.ticket();
    simulation.hear(patched(first.reopen()));

    assertThat(both.summary())
        .startsWith("High: 2 exposures, such as: ")
        .endsWith("(i-2 and 1 more)");
    assertThat(both.priority()).isEqualTo("High");
    assertThat(both.description()).contains("i-2 (High): ", "i-1 (Medium): ", "Patch it.");
    assertThat(one.status()).isEqualTo("To Do");
    assertThat(one.description()).doesNotContain("i-1 (Medium)");
    assertThat(none.status()).isEqualTo("Done");
    assertThat(simulation.ticket().status()).isEqualTo("To Do");
    assertThat(simulation.comments())
        .hasSize(4)
        .anySatisfy(comment -> assertThat(comment).contains("Gone: i-1 (Medium): "));
  }

  @Test
  void what_needs_something_else_has_another_ticket() {
    simulation.hear(patched(simulation.exposure("i-1").create()));
    simulation.hear(simulation.exposure("i-2").create());

    assertThat(simulation.jira().issues()).hasSize(2);
  }

  @Test
  void one_that_finds_no_room_on_it_is_a_dead_letter() {
    for (int i = 0; i <= 500; i++) {
      simulation.job().arrive(patched(simulation.exposure("i-" + i).create()));
    }
    simulation.world().pass(Duration.ofMinutes(5));

    assertThat(simulation.job().reports())
        .filteredOn(report -> report.getWhat() == What.GIVEN_UP)
        .singleElement()
        .extracting(Report::getUid)
        .isEqualTo("i-500");
  }

  @Test
  void a_failure_makes_no_second_ticket_and_tells_nothing_twice() {
    for (int at = 0; at < 7_200; at += 10) {
      simulation.world().in(Duration.ofSeconds(at), simulation.job()::takeCheckpoint);
    }
    for (int i = 1; i < 8; i++) {
      simulation.world().in(Duration.ofMinutes(9L * i).plusSeconds(7), simulation.job()::fail);
    }
    for (int i = 0; i < 12; i++) {
      simulation.hear(patched(simulation.exposure("i-" + i).create()));
    }
    simulation.world().pass(Duration.ofHours(1));

    var comments = String.join("\n", simulation.comments());
    for (int i = 1; i < 12; i++) {
      assertThat(comments).containsOnlyOnce("New: i-" + i + " (Medium)");
    }
  }

  private static Notice patched(Notice notice) {
    return notice.toBuilder().addRemedies(Remedy.newBuilder().setText("Patch it.")).build();
  }
}

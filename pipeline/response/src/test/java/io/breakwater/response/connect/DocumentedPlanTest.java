// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.breakwater.response.plan.TargetPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The plan that {@code docs/respond.md} takes apart. */
final class DocumentedPlanTest {
  private static final Path DOCS = Path.of("..", "..", "docs");
  private static final Path PLAN = DOCS.resolve("respond").resolve("plan.json");
  private static final Pattern EXAMPLE = Pattern.compile("```json\\n(.*?)```", Pattern.DOTALL);

  @Test
  void it_has_no_faults_and_a_target_of_each_type() throws IOException {
    var plan = PlanCheck.read(PLAN.toString(), Files.readString(PLAN));

    assertThat(plan.targets().values())
        .extracting(TargetPlan::type)
        .containsExactlyInAnyOrder("jira", "servicenow", "webhook", "splunk", "sns", "securityhub");
  }

  @Test
  void each_of_its_targets_can_be_made() throws IOException {
    var plan = PlanCheck.read(PLAN.toString(), Files.readString(PLAN));

    try (var connections = new Connections(plan, Clock.systemUTC())) {
      for (var target : plan.targets().values()) {
        assertThatCode(
                () -> {
                  if (target.keepsTickets()) {
                    connections.tickets(target.name());
                  } else {
                    connections.messages(target.name());
                  }
                })
            .as(target.name())
            .doesNotThrowAnyException();
      }
    }
  }

  @Test
  void every_example_of_the_page_is_a_part_of_it() throws IOException {
    var plan = squeezed(Files.readString(PLAN));

    assertThat(examples())
        .hasSizeGreaterThan(6)
        .allSatisfy(example -> assertThat(plan).contains(squeezed(example)));
  }

  private static List<String> examples() throws IOException {
    var examples = new ArrayList<String>();
    var blocks = EXAMPLE.matcher(Files.readString(DOCS.resolve("respond.md")));
    while (blocks.find()) {
      examples.add(blocks.group(1));
    }
    return examples;
  }

  /** Without the white space by which the page is laid out. */
  private static String squeezed(String json) {
    return json.replaceAll("\\s+", "");
  }
}

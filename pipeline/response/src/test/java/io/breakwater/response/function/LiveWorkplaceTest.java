// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.function;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.response.connect.Connections;
import io.breakwater.response.message.MessageKind;
import io.breakwater.response.message.Notice;
import io.breakwater.response.plan.Plan;
import io.breakwater.response.targets.Message;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A plan has changed; what is remembered still names targets of the one before. */
final class LiveWorkplaceTest {
  private static final Plan PLAN =
      Plan.of(
          "plan",
          """
          {"version": "2",
           "targets": {"chat": {"type": "webhook", "url": "https://chat.example.com",
             "secret": {"environment": "X"}}},
           "routes": [{"name": "all", "notify": [{"target": "chat"}]}]}
          """);

  /** The second one keeps no tickets by now. */
  @ParameterizedTest
  @CsvSource({"jira, jira", "chat, jira"})
  void a_target_that_it_does_not_have_refuses_and_fails_nothing(String tickets, String messages) {
    try (var connections = new Connections(PLAN, Clock.systemUTC())) {
      var workplace = new LiveWorkplace(PLAN, connections, Clock.systemUTC(), Instant.now(), false);

      var found = workplace.target(tickets).find("bw-1-1").join();
      var message = new Message(MessageKind.OPENED, "1", Notice.getDefaultInstance(), "");
      var sent = workplace.messages(messages).send(message).join();

      assertThat(found.reason())
          .isEqualTo("the plan does not have the target " + tickets + " any more");
      assertThat(sent.reason()).endsWith("the target " + messages + " any more");
      assertThat(workplace.target(tickets).tellsChanges()).isFalse();
      assertThat(workplace.terms(tickets, "gone")).isNotNull();
      assertThat(workplace.limits("jira")).isNotNull();
      assertThat(workplace.pollEvery("jira")).isPositive();
      assertThat(workplace.giveUpAfter("jira")).isEqualTo(Duration.ofHours(24));
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.breakwater.fakes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class ExchangeTest {
  private static final Instant NOW = Instant.parse("2026-11-27T10:00:00Z");
  private static final Call CALL = Call.of("POST", "/", Map.of(), "");

  private final AtomicInteger done = new AtomicInteger();
  private final FakeService service =
      (call, now) -> {
        done.incrementAndGet();
        return Answer.empty(204);
      };

  @ParameterizedTest
  @EnumSource
  void a_call_has_the_effect_that_its_trouble_lets_it_have(Trouble trouble) {
    Exchange.of(service, Troubles.scripted(trouble), CALL, NOW);

    assertThat(done.get()).isEqualTo(trouble.hasEffect() ? 1 : 0);
  }

  @ParameterizedTest
  @CsvSource({"NONE, 204", "SLOW, 204", "THROTTLED, 429", "ERROR_BEFORE, 500", "ERROR_AFTER, 500"})
  void a_caller_learns_what_its_trouble_lets_it_learn(Trouble trouble, int status) {
    var exchange = Exchange.of(service, Troubles.scripted(trouble), CALL, NOW);

    assertThat(exchange.answer()).map(Answer::status).hasValue(status);
  }

  @ParameterizedTest
  @EnumSource(names = {"STALL_BEFORE", "STALL_AFTER", "LOST_ANSWER"})
  void a_caller_may_learn_nothing(Trouble trouble) {
    var exchange = Exchange.of(service, Troubles.scripted(trouble), CALL, NOW);

    assertThat(exchange.answer()).isEmpty();
  }

  @Test
  void the_throttled_are_told_how_long_to_wait() {
    var troubles = Troubles.scripted(Trouble.THROTTLED).withRetryAfter(Duration.ofSeconds(7));

    var exchange = Exchange.of(service, troubles, CALL, NOW);

    assertThat(exchange.answer().orElseThrow().header("retry-after")).hasValue("7");
  }
}

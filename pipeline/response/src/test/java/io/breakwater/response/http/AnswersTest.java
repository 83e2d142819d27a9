// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.http;

import static java.util.concurrent.CompletableFuture.completedFuture;
import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.response.targets.Outcome.End;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may be tried again without asking first, what has to be asked for, and what is no use. */
final class AnswersTest {
  private static final URI ADDRESS = URI.create("https://example.com/tickets");

  @ParameterizedTest
  @CsvSource({
    "POST, 201, DONE",
    "POST, 400, REFUSED",
    "POST, 401, NOT_DONE",
    "POST, 403, NOT_DONE",
    "POST, 408, UNCLEAR",
    "POST, 409, NOT_DONE",
    "POST, 422, REFUSED",
    "POST, 423, NOT_DONE",
    "POST, 425, NOT_DONE",
    "POST, 429, NOT_DONE",
    "POST, 500, UNCLEAR",
    "POST, 503, UNCLEAR",
    "GET, 500, NOT_DONE"
  })
  void what_an_answer_says_of_the_effect(String method, int status, End end) {
    var answer = new HttpAnswer(status, Map.of(), new byte[0]);

    var outcome =
        Answers.to(
                call -> completedFuture(answer), HttpCall.of(method, ADDRESS), said -> "its reason")
            .join();

    assertThat(outcome.end()).isEqualTo(end);
  }
}

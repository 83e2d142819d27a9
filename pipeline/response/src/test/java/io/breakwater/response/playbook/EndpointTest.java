// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.playbook;

import static java.util.concurrent.CompletableFuture.completedFuture;
import static java.util.concurrent.CompletableFuture.failedFuture;
import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.fakes.Answer;
import io.breakwater.fakes.Call;
import io.breakwater.fakes.FakeServer;
import io.breakwater.fakes.FakeService;
import io.breakwater.fakes.Troubles;
import io.breakwater.response.http.JdkHttp;
import io.breakwater.response.secret.NoSecretException;
import io.breakwater.response.secret.Secret;
import io.breakwater.response.targets.Outcome;
import io.breakwater.response.targets.Outcome.End;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests over HTTP, and what is made of how they end. */
final class EndpointTest {
  private static final byte[] REQUEST = {1, 2, 3};

  private final List<Call> calls = new CopyOnWriteArrayList<>();

  @Test
  void a_request_has_the_type_and_the_headers_that_it_should_have() {
    var outcome =
        ask(
            Map.of("Authorization", () -> completedFuture("Bearer token-1")),
            (call, now) -> answer(200, "done"));

    assertThat(outcome.value()).isEqualTo("done".getBytes(StandardCharsets.UTF_8));
    assertThat(calls)
        .singleElement()
        .satisfies(
            call -> {
              assertThat(call.method()).isEqualTo("POST");
              assertThat(call.path()).isEqualTo("/statefun");
              assertThat(call.body()).isEqualTo(REQUEST);
              assertThat(call.header("Content-Type")).contains("application/octet-stream");
              assertThat(call.authorization("Bearer ")).contains("token-1");
            });
  }

  @ParameterizedTest
  @ValueSource(ints = {302, 400, 401, 404, 429, 500, 503})
  void any_other_answer_is_a_failure_with_what_it_says(int status) {
    var outcome = ask(Map.of(), (call, now) -> answer(status, "out of\norder"));

    assertThat(outcome.isDone()).isFalse();
    assertThat(outcome.reason())
        .isEqualTo("POST /statefun was answered " + status + ": out of order");
  }

  @Test
  void credentials_that_are_turned_away_are_said_to_be() {
    var turnedAway = new AtomicInteger();
    var secret =
        new Secret() {
          @Override
          public CompletableFuture<String> value() {
            return completedFuture("Bearer old");
          }

          @Override
          public void turnedAway() {
            turnedAway.incrementAndGet();
          }
        };
    var outcome = ask(Map.of("Authorization", secret), (call, now) -> answer(401, ""));

    assertThat(outcome.end()).isEqualTo(End.NOT_DONE);
    assertThat(turnedAway).hasValue(1);
  }

  @Test
  void without_credentials_nothing_is_sent() {
    var outcome =
        ask(
            Map.of("Authorization", () -> failedFuture(new NoSecretException("no such secret"))),
            (call, now) -> answer(200, ""));

    assertThat(outcome.end()).isEqualTo(End.NOT_DONE);
    assertThat(outcome.reason()).isEqualTo("no credentials: no such secret");
    assertThat(calls).isEmpty();
  }

  @Test
  void a_credential_that_fits_no_header_is_not_told() {
    var outcome =
        ask(
            Map.of("Authorization", () -> completedFuture("Bearer\nsecret")),
            (call, now) -> answer(200, ""));

    assertThat(outcome.reason())
        .isEqualTo("the request could not be sent: IllegalArgumentException");
  }

  @Test
  void nor_is_one_that_an_answer_repeats() {
    var outcome =
        ask(
            Map.of("Authorization", () -> completedFuture("Bearer token-1")),
            (call, now) -> answer(400, "who is " + call.header("Authorization").orElseThrow()));

    assertThat(outcome.reason()).isEqualTo("POST /statefun was answered 400: who is …");
  }

  @Test
  void an_answer_that_is_too_long_is_a_failure() {
    var outcome = ask(Map.of(), (call, now) -> new Answer(200, Map.of(), new byte[(8 << 20) + 1]));

    assertThat(outcome.isDone()).isFalse();
    assertThat(outcome.reason())
        .isEqualTo("POST /statefun: the answer has more than 8388608 bytes");
  }

  @Test
  void an_answer_that_does_not_end_in_time_is_a_failure() throws IOException {
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var halfAnAnswer = CompletableFuture.runAsync(() -> answerInPart(server));
      var outcome =
          endpoint("http://127.0.0.1:" + server.getLocalPort(), Map.of(), Duration.ofSeconds(1))
              .call(REQUEST)
              .join();

      assertThat(outcome.isDone()).isFalse();
      assertThat(outcome.reason()).isEqualTo("POST /statefun: the answer did not come in time");
      // The connection is not kept open by us.
      halfAnAnswer.orTimeout(60, TimeUnit.SECONDS).join();
    }
  }

  /** Says that there are ten bytes, sends one, and waits until nobody listens any more. */
  private static void answerInPart(ServerSocket server) {
    try (var connection = server.accept()) {
      var head = "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nx";
      connection.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      connection.getOutputStream().flush();
      while (connection.getInputStream().read() >= 0) {
        // What it was sent is of no interest.
      }
    } catch (IOException e) {
      // It is cut off, as it should be.
    }
  }

  @Test
  void one_that_is_not_there_is_a_failure() throws IOException {
    int port;
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = server.getLocalPort();
    }
    var outcome =
        endpoint("http://127.0.0.1:" + port, Map.of(), Duration.ofSeconds(5)).call(REQUEST).join();

    assertThat(outcome.end()).isEqualTo(End.NOT_DONE);
    assertThat(outcome.reason()).startsWith("POST /statefun: it cannot be reached");
  }

  private Outcome<byte[]> ask(Map<String, Secret> headers, FakeService service) {
    FakeService recording =
        (call, now) -> {
          calls.add(call);
          return service.answer(call, now);
        };
    try (var server = FakeServer.start(recording, Troubles.none(), Clock.systemUTC())) {
      return endpoint(server.uri().toString(), headers, Duration.ofSeconds(10))
          .call(REQUEST)
          .join();
    }
  }

  private static Endpoint endpoint(String site, Map<String, Secret> headers, Duration timeout) {
    return new Endpoint(URI.create(site + "/statefun"), headers, new JdkHttp(timeout));
  }

  private static Answer answer(int status, String text) {
    return Answer.text(status, text);
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.breakwater.fakes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FakeServerTest {
  private final List<Call> done = new CopyOnWriteArrayList<>();
  private final FakeService echo =
      (call, now) -> {
        done.add(call);
        return new Answer(201, call.headers(), call.body()).with("X-Path", call.path());
      };

  @Test
  void a_call_and_its_answer_pass_unchanged() throws Exception {
    try (var server = FakeServer.start(echo, Troubles.none(), Clock.systemUTC())) {
      var response = post(server, "/a%2Fb?x=%26", "grüße", Duration.ofSeconds(20));

      assertThat(response.statusCode()).isEqualTo(201);
      assertThat(response.body()).isEqualTo("grüße");
      assertThat(response.headers().firstValue("X-Path")).hasValue("/a%2Fb");
      assertThat(done.get(0).query()).containsEntry("x", "&");
      assertThat(done.get(0).headers()).containsEntry("x-test", "yes");
    }
  }

  @ParameterizedTest
  @CsvSource({"STALL_BEFORE, 0", "STALL_AFTER, 1"})
  void who_meets_a_stall_waits_in_vain(Trouble trouble, int effects) {
    try (var server = FakeServer.start(echo, Troubles.scripted(trouble), Clock.systemUTC())) {
      assertThatExceptionOfType(HttpTimeoutException.class)
          .isThrownBy(() -> post(server, "/", "", Duration.ofMillis(300)));
      assertThat(done).hasSize(effects);
    }
  }

  @Test
  void a_lost_answer_is_a_cut_connection() {
    var troubles = Troubles.scripted(Trouble.LOST_ANSWER);
    try (var server = FakeServer.start(echo, troubles, Clock.systemUTC())) {
      assertThatExceptionOfType(IOException.class)
          .isThrownBy(() -> post(server, "/", "", Duration.ofSeconds(20)))
          .isNotInstanceOf(HttpTimeoutException.class);
      assertThat(done).hasSize(1);
    }
  }

  @Test
  void what_is_slow_is_answered_all_the_same() throws Exception {
    var troubles = Troubles.scripted(Trouble.SLOW).withDelay(Duration.ofMillis(50));
    try (var server = FakeServer.start(echo, troubles, Clock.systemUTC())) {
      var response = post(server, "/", "", Duration.ofSeconds(20));

      assertThat(response.statusCode()).isEqualTo(201);
    }
  }

  @Test
  void a_service_that_is_down_does_nothing_until_it_is_up() throws Exception {
    try (var server = FakeServer.start(echo, Troubles.none(), Clock.systemUTC())) {
      server.takeDown();
      var down = post(server, "/", "", Duration.ofSeconds(20));
      int whileDown = done.size();
      server.bringUp();
      var up = post(server, "/", "", Duration.ofSeconds(20));

      assertThat(down.statusCode()).isEqualTo(503);
      assertThat(whileDown).isZero();
      assertThat(up.statusCode()).isEqualTo(201);
    }
  }

  @Test
  void a_fake_that_fails_says_so() throws Exception {
    FakeService failing =
        (call, now) -> {
          throw new IllegalStateException("a fault of the fake");
        };
    try (var server = FakeServer.start(failing, Troubles.none(), Clock.systemUTC())) {
      var response = post(server, "/", "", Duration.ofSeconds(20));

      assertThat(response.statusCode()).isEqualTo(500);
      assertThat(response.body()).contains("a fault of the fake");
    }
  }

  private static HttpResponse<String> post(
      FakeServer server, String target, String body, Duration timeout)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(server.uri().resolve(target))
            .timeout(timeout)
            .header("X-Test", "yes")
            .POST(BodyPublishers.ofString(body))
            .build();
    // A client of its own: another's open connection would be tried again when it is cut.
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.web.access;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.console.web.ConsoleCase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On a loopback address, where nobody has to say who they are. */
final class GuardTest extends ConsoleCase {
  private static final String CHANGE = "/api/nothing-to-change";

  @Test
  void whoever_is_on_this_machine_is_an_operator() {
    var about = json("/api/about");

    assertThat(about.path("user").asText()).isEqualTo(System.getProperty("user.name"));
    assertThat(about.path("role").asText()).isEqualTo("operator");
    assertThat(about.path("version").asText()).isEqualTo("1.2.3");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1:PORT",
        "localhost:PORT",
        "LOCALHOST:PORT",
        "[::1]:PORT",
        "127.8.9.1:PORT"
      })
  void names_of_this_machine_are_known(String host) throws IOException {
    assertThat(statusWithHost(host)).isEqualTo(200);
  }

  /** What a page finds whose name was made to point here. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example:PORT",
        "evil.example",
        "localhost.evil.example:PORT",
        "127.0.0.1.evil.example:PORT",
        "localhost:1",
        "localhost",
        "10.0.0.1:PORT",
        "0.0.0.0:PORT",
        "127.0.0.1:PORT@evil.example"
      })
  void other_names_are_refused(String host) throws IOException {
    assertThat(statusWithHost(host)).isIn(400, 403);
  }

  private int statusWithHost(String host) throws IOException {
    var name = host.replace("PORT", Integer.toString(server.port()));
    return statusOf("/api/about", name);
  }

  /** By hand: a client would not send what it is not connected to. */
  private int statusOf(String path, String host) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      var text = "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(text.getBytes(US_ASCII));
      var answer = new String(socket.getInputStream().readAllBytes(), US_ASCII);
      return Integer.parseInt(answer.split(" ", 3)[1]);
    }
  }

  @Test
  void the_page_is_refused_under_another_name_too() throws IOException {
    assertThat(statusOf("/", "evil.example")).isEqualTo(403);
  }

  @Test
  void a_change_needs_the_token_of_the_page() {
    assertThat(error(403, send(post(CHANGE, "{}"))).path("code").asText())
        .isEqualTo("no-csrf-token");
    assertThat(error(403, send(post(CHANGE, "{}").header("X-CSRF-Token", "0".repeat(64)))))
        .isNotEmpty();
    assertThat(error(405, send(change())).path("code").asText()).isEqualTo("no-such-method");
  }

  private HttpRequest.Builder change() {
    return post(CHANGE, "{}").header("X-CSRF-Token", json("/api/about").path("csrf").asText());
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "DELETE", "PATCH", "OPTIONS"})
  void every_method_but_looking_needs_it(String method) {
    var request = request("/api/exposures").method(method, HttpRequest.BodyPublishers.noBody());

    assertThat(error(403, send(request)).path("code").asText()).isEqualTo("no-csrf-token");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://evil.example", "null", "http://localhost:1", "no origin"})
  void pages_of_other_origins_change_nothing(String origin) {
    assertThat(error(403, send(change().header("Origin", origin))).path("code").asText())
        .isEqualTo("other-origin");
  }

  @Test
  void our_page_may() {
    error(405, send(change().header("Origin", server.address().toString())));
  }

  @ParameterizedTest
  @ValueSource(strings = {"cross-site", "same-site"})
  void pages_of_other_sites_read_nothing(String site) {
    assertThat(send(request("/api/exposures").header("Sec-Fetch-Site", site)).statusCode())
        .isEqualTo(403);
  }

  @Test
  void every_answer_tells_browsers_what_not_to_do() {
    for (var path : new String[] {"/api/about", "/api/nothing", "/", "/nothing.js"}) {
      var headers = get(path).headers();
      assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
          .contains("default-src 'none'", "frame-ancestors 'none'", "form-action 'none'")
          .doesNotContain("unsafe");
      assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
      assertThat(headers.firstValue("Cross-Origin-Opener-Policy")).hasValue("same-origin");
      assertThat(headers.firstValue("Server")).isEmpty();
    }
  }

  @Test
  void answers_about_exposures_are_not_kept_by_browsers() {
    assertThat(get("/api/exposures").headers().firstValue("Cache-Control")).hasValue("no-store");
  }

  @Test
  void too_many_requests_have_to_wait() {
    for (int i = 0; i < 500; i++) {
      get("/api/nothing");
    }

    var refused = get("/api/nothing");
    clock.pass(Duration.ofSeconds(1));
    var later = get("/api/nothing");

    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
    assertThat(later.statusCode()).isEqualTo(404);
  }

  @Test
  void every_change_that_is_asked_for_is_in_the_audit_log() {
    send(change());
    send(post(CHANGE, "{}"));

    assertThat(audited()).hasSize(2);
    assertThat(audited().get(0).path("who").asText()).isEqualTo(System.getProperty("user.name"));
    assertThat(audited().get(0).path("from").asText()).isEqualTo("127.0.0.1");
    assertThat(audited().get(0).path("asked").asText()).isEqualTo("POST " + CHANGE);
    assertThat(audited().get(0).path("outcome").asText()).isEqualTo("405");
    assertThat(audited().get(0).path("at").asText()).isEqualTo(clock.instant().toString());
    assertThat(audited().get(1).path("outcome").asText()).isEqualTo("403");
  }

  @Test
  void looking_is_not() {
    json("/api/exposures");

    assertThat(audited()).isEmpty();
  }

  @Test
  void a_request_is_of_a_certain_size_at_most() {
    var filter = "x".repeat(100_000);

    assertThat(get("/api/exposures?filter=" + filter).statusCode()).isEqualTo(414);
  }

  @Test
  void tricks_with_the_address_lead_nowhere() {
    for (var path :
        new String[] {
          "/%61pi/exposures",
          "//api/exposures",
          "/API/exposures",
          "/x/../api/exposures",
          "/api/exposures/..%2f..%2fabout",
          "/web/../../etc/passwd",
          "/%2e%2e/%2e%2e/etc/passwd"
        }) {
      var body = get(path).body().toLowerCase(Locale.ROOT);
      assertThat(body).as(path).doesNotContain("\"rows\"", "root:");
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.console.web.ConsoleCase;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where everybody has to say who they are: scripts with tokens, people through a proxy. */
final class SignedInTest extends ConsoleCase {
  private static final String CHANGE = "/api/nothing-to-change";
  private static final String VIEWER = "viewer-token-viewer-token";
  private static final String OPERATOR = "operator-token-operator-token";
  private static final String SECRET = "secret-of-the-proxy-0123456789";

  @Override
  protected Access.Wanted wanted() throws IOException {
    return new Access.Wanted(
        "127.0.0.1",
        List.of("console.example.com"),
        Optional.of(
            secret(
                "tokens",
                "# of scripts\n\nreports viewer " + VIEWER + "\nnight operator " + OPERATOR)),
        Optional.of(secret("proxy", SECRET + "\n")),
        "operators",
        false);
  }

  private Path secret(String name, String text) throws IOException {
    var owner = PosixFilePermissions.fromString("rw-------");
    var file = directory.resolve(name);
    Files.createFile(file, PosixFilePermissions.asFileAttribute(owner));
    return Files.writeString(file, text);
  }

  private static HttpRequest.Builder token(HttpRequest.Builder request, String token) {
    return request.header("Authorization", "Bearer " + token);
  }

  private static HttpRequest.Builder proxy(
      HttpRequest.Builder request, String user, String groups) {
    return request
        .header(SignInProxy.SECRET, SECRET)
        .header(SignInProxy.USER, user)
        .header(SignInProxy.GROUPS, groups);
  }

  @Test
  void nobody_in_particular_learns_nothing() {
    var refused = get("/api/exposures");

    assertThat(error(401, refused).path("code").asText()).isEqualTo("unknown-person");
    assertThat(refused.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
    assertThat(audited().get(0).path("who").isNull()).isTrue();
    assertThat(audited().get(0).path("outcome").asText()).isEqualTo("401 unknown-person");
  }

  @Test
  void a_token_says_who_it_is() {
    var about = read(send(token(request("/api/about"), VIEWER)).body());

    assertThat(about.path("user").asText()).isEqualTo("reports");
    assertThat(about.path("role").asText()).isEqualTo("viewer");
    assertThat(about.path("csrf").isNull()).isTrue();
  }

  @Test
  void a_token_that_nobody_has_is_refused() {
    for (var token : new String[] {"x", VIEWER + "x", VIEWER.substring(1), "", "reports"}) {
      error(401, send(token(request("/api/about"), token)));
    }
    error(401, send(request("/api/about").header("Authorization", "Basic " + VIEWER)));
  }

  @Test
  void a_viewer_changes_nothing() {
    var refused = send(token(post(CHANGE, "{}"), VIEWER));

    assertThat(error(403, refused).path("code").asText()).isEqualTo("not-operator");
    assertThat(audited().get(0).path("who").asText()).isEqualTo("reports");
  }

  @Test
  void an_operator_with_a_token_needs_nothing_else() {
    error(405, send(token(post(CHANGE, "{}"), OPERATOR)));
  }

  @Test
  void people_come_through_the_proxy() {
    var about = read(send(proxy(request("/api/about"), "ada@example.com", "staff")).body());

    assertThat(about.path("user").asText()).isEqualTo("ada@example.com");
    assertThat(about.path("role").asText()).isEqualTo("viewer");
    assertThat(about.path("csrf").asText()).hasSize(64);
  }

  @Test
  void operators_are_a_group() {
    var about = read(send(proxy(request("/api/about"), "ada", "staff, operators")).body());

    assertThat(about.path("role").asText()).isEqualTo("operator");
  }

  @Test
  void the_token_of_the_page_is_of_one_person() {
    var csrf =
        read(send(proxy(request("/api/about"), "ada", "operators")).body()).path("csrf").asText();

    error(405, send(proxy(post(CHANGE, "{}"), "ada", "operators").header("X-CSRF-Token", csrf)));
    error(403, send(proxy(post(CHANGE, "{}"), "bob", "operators").header("X-CSRF-Token", csrf)));
  }

  @Test
  void without_its_secret_the_proxy_is_nobody() {
    error(401, send(request("/api/about").header(SignInProxy.USER, "ada")));
    error(
        401,
        send(
            request("/api/about")
                .header(SignInProxy.USER, "ada")
                .header(SignInProxy.SECRET, SECRET + "x")));
  }

  @Test
  void the_proxy_has_to_say_who_it_is() {
    error(401, send(request("/api/about").header(SignInProxy.SECRET, SECRET)));
  }

  @Test
  void only_the_proxy_says_where_a_request_comes_from() {
    send(
        proxy(post(CHANGE, "{}"), "ada", "")
            .header("X-Forwarded-For", "203.0.113.9, 198.51.100.7"));
    send(token(post(CHANGE, "{}"), VIEWER).header("X-Forwarded-For", "198.51.100.7"));

    assertThat(audited().get(0).path("from").asText()).isEqualTo("198.51.100.7");
    assertThat(audited().get(1).path("from").asText()).isEqualTo("127.0.0.1");
  }

  @Test
  void who_tries_token_after_token_has_to_wait() {
    for (int i = 0; i < 20; i++) {
      assertThat(send(token(request("/api/about"), "guess-" + i)).statusCode()).isEqualTo(401);
    }

    assertThat(send(token(request("/api/about"), VIEWER)).statusCode()).isEqualTo(429);
    clock.pass(Duration.ofSeconds(10));
    assertThat(send(token(request("/api/about"), VIEWER)).statusCode()).isEqualTo(200);
  }

  @Test
  void the_page_itself_is_for_everybody() {
    assertThat(get("/").statusCode()).isIn(200, 404);
  }

  @Test
  void secrets_stand_in_no_log() {
    send(token(request("/api/about"), "a-token-that-nobody-has"));
    send(token(post(CHANGE, "{}"), OPERATOR));

    assertThat(audited().toString()).doesNotContain("a-token-that-nobody-has", OPERATOR);
  }
}

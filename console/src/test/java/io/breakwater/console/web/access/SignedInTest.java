// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where everybody has to say who they are: scripts with tokens, people through a proxy. */
final class SignedInTest extends SignedInCase {
  private static final String CHANGE = "/api/nothing-to-change";

  @Override
  protected Access.Wanted wanted() throws IOException {
    return wanted(Optional.of(tokens()), Optional.of(secretOfProxy()));
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
  void a_viewer_changes_nothing_under_the_name_of_looking_either() {
    var refused = token(request("/api/actions"), VIEWER).header("X-HTTP-Method-Override", "POST");

    assertThat(error(400, send(refused)).path("code").asText()).isEqualTo("other-method");
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

  /** OAuth2 Proxy and others send one of their own with what they pass on. */
  @ParameterizedTest
  @ValueSource(strings = {"Bearer an-access-token-of-the-identity-provider", "Basic YWRhOng=", ""})
  void whom_the_proxy_has_signed_in_counts_before_a_token(String authorization) {
    var request = proxy(request("/api/about"), "ada", "operators");

    var about = read(send(request.header("Authorization", authorization)).body());

    assertThat(about.path("user").asText()).isEqualTo("ada");
    assertThat(about.path("role").asText()).isEqualTo("operator");
  }

  @Test
  void a_script_that_the_proxy_passes_on_is_the_person_of_the_proxy() {
    var request = token(proxy(request("/api/about"), "ada", "staff"), OPERATOR);

    assertThat(read(send(request).body()).path("role").asText()).isEqualTo("viewer");
  }

  @Test
  void a_token_does_not_help_who_pretends_to_be_the_proxy() {
    var request = token(request("/api/about"), OPERATOR).header(SignInProxy.SECRET, SECRET + "x");

    assertThat(error(401, send(request)).path("code").asText()).isEqualTo("unknown-proxy");
  }

  @Test
  void a_token_is_enough_where_the_proxy_is_not_asked() {
    var request = token(request("/api/about"), VIEWER).header(SignInProxy.USER, "ada");

    assertThat(read(send(request).body()).path("user").asText()).isEqualTo("reports");
  }

  @ParameterizedTest
  @ValueSource(strings = {SignInProxy.USER, SignInProxy.GROUPS})
  void what_the_proxy_says_twice_does_not_count(String header) {
    var request = proxy(request("/api/about"), "ada", "staff").header(header, "operators");

    assertThat(error(401, send(request)).path("code").asText()).isEqualTo("nobody");
  }

  @Test
  void nobody_in_particular_hears_what_changes() {
    error(401, get("/api/stream"));
    error(401, get("/api/exposures/export"));
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

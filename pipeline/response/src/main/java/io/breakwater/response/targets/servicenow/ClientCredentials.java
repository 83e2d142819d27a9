// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.targets.servicenow;

import io.breakwater.response.http.Answers;
import io.breakwater.response.http.Http;
import io.breakwater.response.http.HttpAnswer;
import io.breakwater.response.http.HttpCall;
import io.breakwater.response.secret.CachedSecret;
import io.breakwater.response.secret.NoSecretException;
import io.breakwater.response.secret.Secret;
import io.breakwater.response.secret.Secrets;
import io.breakwater.response.targets.PlainText;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Tokens that an instance gives to an OAuth client, each used until shortly before its end. */
public final class ClientCredentials {
  private static final String PATH = "/oauth_token.do";
  private static final Duration WHERE_NOT_SAID = Duration.ofMinutes(5);
  private static final Duration LONGEST = Duration.ofHours(12);
  private static final Duration BEFORE_ITS_END = Duration.ofSeconds(30);
  private static final int TOLD_CHARACTERS = 100;

  private final URI instance;
  private final String clientId;
  private final Secret clientSecret;
  private final Http http;
  private final Clock clock;

  private ClientCredentials(
      URI instance, String clientId, Secret clientSecret, Http http, Clock clock) {
    this.instance = Objects.requireNonNull(instance);
    this.clientId = Objects.requireNonNull(clientId);
    this.clientSecret = Objects.requireNonNull(clientSecret);
    this.http = Objects.requireNonNull(http);
    this.clock = Objects.requireNonNull(clock);
  }

  /**
   * The value of the header {@code Authorization}. It is asked for when it is needed, and anew when
   * it was turned away.
   */
  public static Secret of(
      URI instance, String clientId, Secret clientSecret, Http http, Clock clock) {
    var client = new ClientCredentials(instance, clientId, clientSecret, http, clock);
    return Secrets.bearer(new CachedSecret("a token of ServiceNow", client::fetch, clock));
  }

  private CompletableFuture<CachedSecret.Lease> fetch() {
    return Secrets.valueOf(clientSecret)
        .thenCompose(
            secret ->
                http.send(request(secret))
                    .handle((answer, failure) -> token(secret, answer, failure)));
  }

  private HttpCall request(String secret) {
    var form =
        "grant_type=client_credentials&client_id="
            + encoded(clientId)
            + "&client_secret="
            + encoded(secret);
    return HttpCall.of("POST", URI.create(instance + PATH))
        .with("Accept", "application/json")
        .body("application/x-www-form-urlencoded", form.getBytes(StandardCharsets.UTF_8));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private CachedSecret.Lease token(String secret, HttpAnswer answer, Throwable failure) {
    if (failure != null) {
      var cause = failure instanceof CompletionException ? failure.getCause() : failure;
      throw none(PATH + " gave no answer: " + cause.getClass().getSimpleName());
    }
    var json = Answers.json(answer);
    var token = json.path("access_token").asText();
    if (!answer.isSuccess() || token.isEmpty()) {
      if (answer.status() == 401) {
        clientSecret.turnedAway();
      }
      var error = PlainText.line(json.path("error").asText(), TOLD_CHARACTERS);
      throw none(PATH + " was answered " + answer.status() + ": " + Secrets.hidden(error, secret));
    }
    return new CachedSecret.Lease(
        token, clock.instant().plus(lifetime(json.path("expires_in").asLong(-1))));
  }

  private static Duration lifetime(long seconds) {
    if (seconds < 0) {
      return WHERE_NOT_SAID;
    }
    var said = Duration.ofSeconds(Math.min(seconds, LONGEST.toSeconds()));
    return said.compareTo(BEFORE_ITS_END.multipliedBy(2)) > 0 ? said.minus(BEFORE_ITS_END) : said;
  }

  private static CompletionException none(String reason) {
    return new CompletionException(new NoSecretException(reason));
  }
}

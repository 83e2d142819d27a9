// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.targets.webhook;

import static java.util.concurrent.CompletableFuture.completedFuture;

import io.breakwater.core.hash.Sha256;
import io.breakwater.response.http.Answers;
import io.breakwater.response.http.Http;
import io.breakwater.response.http.HttpAnswer;
import io.breakwater.response.http.HttpCall;
import io.breakwater.response.secret.Secret;
import io.breakwater.response.secret.Secrets;
import io.breakwater.response.targets.Credentials;
import io.breakwater.response.targets.Done;
import io.breakwater.response.targets.Hex;
import io.breakwater.response.targets.Merging;
import io.breakwater.response.targets.Message;
import io.breakwater.response.targets.MessageRecord;
import io.breakwater.response.targets.MessageTarget;
import io.breakwater.response.targets.Outcome;
import io.breakwater.response.targets.PlainText;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Somebody's endpoint that each message is posted to as JSON, in the form of {@link MessageRecord}.
 *
 * <p>The header {@code X-Breakwater-Signature} is {@code t=<unix seconds>,v1=<hex>}: HMAC-SHA256,
 * with the secret that both know, over the seconds, a dot and the bytes of the body. A receiver
 * that minds the time is not fooled by what somebody else sends again. What this job sends again
 * has a new time and the same {@code Idempotency-Key}.
 */
public final class WebhookTarget implements MessageTarget {
  private static final String ALGORITHM = "HmacSHA256";
  private static final Pattern HEADER_VALUE = Pattern.compile("[!-~]{1,255}");
  private static final int TOLD_CHARACTERS = 200;

  private final WebhookSettings settings;
  private final Http http;
  private final Secret secret;
  private final Clock clock;

  /**
   * @param secret by which the receiver knows that a message is from here
   */
  public WebhookTarget(WebhookSettings settings, Http http, Secret secret, Clock clock) {
    this.settings = Objects.requireNonNull(settings);
    this.http = Objects.requireNonNull(http);
    this.secret = Objects.requireNonNull(secret);
    this.clock = Objects.requireNonNull(clock);
  }

  @Override
  public boolean knowsRepeats() {
    return true;
  }

  @Override
  public Merging merging() {
    return Merging.NOTHING;
  }

  @Override
  public boolean handsOnRecords() {
    return true;
  }

  @Override
  public CompletableFuture<Outcome<Done>> send(Message message) {
    return Credentials.of(secret)
        .thenCompose(
            key -> key.isDone() ? post(message, key.value()) : completedFuture(key.<Done>failed()))
        .exceptionally(
            failure -> Outcome.unclear("the call failed: " + failure.getClass().getSimpleName()));
  }

  private CompletableFuture<Outcome<Done>> post(Message message, String key) {
    var body = Answers.bytes(MessageRecord.withFinding(message));
    var call = HttpCall.of("POST", settings.address());
    for (var header : settings.headers().entrySet()) {
      call = call.with(header.getKey(), header.getValue());
    }
    var sent =
        http.send(
            call.with("X-Breakwater-Signature", signature(key, body))
                .with("Idempotency-Key", idempotencyKey(message.key()))
                .body("application/json", body));
    // In the name of a call that does not tell the path.
    var told = HttpCall.of("POST", settings.address().resolve("/"));
    return Answers.to(any -> sent, told, this::reason)
        .thenCombine(sent.handle((answer, failure) -> Optional.ofNullable(answer)), this::judged)
        .thenApply(outcome -> outcome.map(answer -> Done.DONE));
  }

  private static String idempotencyKey(String key) {
    return HEADER_VALUE.matcher(key).matches()
        ? key
        : Sha256.of(key.getBytes(StandardCharsets.UTF_8));
  }

  private String signature(String key, byte[] body) {
    long seconds = clock.instant().getEpochSecond();
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      mac.update((seconds + ".").getBytes(StandardCharsets.US_ASCII));
      return "t=" + seconds + ",v1=" + Hex.of(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new AssertionError("every Java has " + ALGORITHM, e);
    }
  }

  /** An endpoint that is not there, or does not know the secret, is so for every message. */
  private Outcome<HttpAnswer> judged(Outcome<HttpAnswer> outcome, Optional<HttpAnswer> answer) {
    if (answer.isEmpty()) {
      return outcome;
    }
    switch (answer.get().status()) {
      case 401:
      case 403:
        secret.turnedAway();
        return outcome;
      case 404:
      case 410:
        return Outcome.notDone(outcome.reason());
      case 409:
        // The same message is being worked on, says the draft on the Idempotency-Key header.
        return Outcome.unclear(outcome.reason());
      default:
        return outcome;
    }
  }

  /** Receivers may send back what they were sent, and address and headers may be secret. */
  private String reason(HttpAnswer answer) {
    var text = Secrets.hidden(answer.text(), settings.headers().values().toArray(new String[0]));
    for (var part : List.of(path(), query())) {
      text = part.length() > 1 ? text.replace(part, "…") : text;
    }
    return PlainText.line(text, TOLD_CHARACTERS);
  }

  private String path() {
    return settings.address().getRawPath();
  }

  private String query() {
    return Objects.requireNonNullElse(settings.address().getRawQuery(), "");
  }
}

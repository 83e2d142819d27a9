// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.breakwater.response.targets.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/** What an answer, or none, says of whether a request had its effect. */
public final class Answers {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int TOLD_CHARACTERS = 300;
  private static final Duration DEFAULT_RETRY_AFTER = Duration.ofSeconds(5);
  private static final Duration LONGEST_RETRY_AFTER = Duration.ofHours(1);

  private Answers() {}

  /**
   * Sends a request and judges what comes back by what HTTP says of it.
   *
   * @param reason what an answer says of why it is no success, for people
   */
  public static CompletableFuture<Outcome<HttpAnswer>> to(
      Http http, HttpCall call, Function<HttpAnswer, String> reason) {
    return http.send(call)
        .handle(
            (answer, failure) ->
                failure == null ? judged(call, answer, reason) : unanswered(call, failure));
  }

  private static Outcome<HttpAnswer> unanswered(HttpCall call, Throwable failure) {
    var cause = failure instanceof CompletionException ? failure.getCause() : failure;
    var words = call + ": " + (cause.getMessage() == null ? cause.toString() : cause.getMessage());
    return call.onlyReads() || cause instanceof NotSentException
        ? Outcome.notDone(words)
        : Outcome.unclear(words);
  }

  private static Outcome<HttpAnswer> judged(
      HttpCall call, HttpAnswer answer, Function<HttpAnswer, String> reason) {
    if (answer.isSuccess()) {
      return Outcome.done(answer);
    }
    var words = call + " was answered " + answer.status() + ": " + cut(reason.apply(answer));
    switch (answer.status()) {
      case 429:
        return Outcome.throttled(words, retryAfter(answer), true);
      case 401:
      case 403:
      case 407:
        return Outcome.notDone(words);
      case 409:
      case 423:
      case 425:
        // Somebody else is at it, or it is too early: the same may do in a while.
        return Outcome.notDone(words);
      case 404:
      case 410:
        return Outcome.missing(words);
      default:
        break;
    }
    if (answer.status() >= 500 || answer.status() == 408) {
      return call.onlyReads() ? Outcome.notDone(words) : Outcome.unclear(words);
    }
    return Outcome.refused(words);
  }

  /** What `Retry-After` says in seconds; its other form, a date, counts as the default. */
  public static Duration retryAfter(HttpAnswer answer) {
    try {
      var seconds = answer.header("Retry-After").map(String::strip).map(Long::parseLong);
      return seconds
          .map(Duration::ofSeconds)
          .filter(wait -> !wait.isNegative())
          .map(wait -> wait.compareTo(LONGEST_RETRY_AFTER) > 0 ? LONGEST_RETRY_AFTER : wait)
          .orElse(DEFAULT_RETRY_AFTER);
    } catch (NumberFormatException e) {
      return DEFAULT_RETRY_AFTER;
    }
  }

  /** The body as JSON; a missing node where it is none. */
  public static JsonNode json(HttpAnswer answer) {
    try {
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      return MissingNode.getInstance();
    }
  }

  public static byte[] bytes(JsonNode json) {
    return json.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String cut(String text) {
    var line = text.replaceAll("\\s+", " ").strip();
    return line.length() <= TOLD_CHARACTERS ? line : line.substring(0, TOLD_CHARACTERS) + "…";
  }
}

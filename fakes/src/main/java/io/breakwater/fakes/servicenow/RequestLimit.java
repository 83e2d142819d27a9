// SPDX-License-Identifier: Apache-2.0
package io.breakwater.fakes.servicenow;

import io.breakwater.fakes.Answer;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How many requests a user may make in an hour by the clock.
 *
 * @see <a
 *     href="https://www.servicenow.com/docs/r/api-reference/rest-api-explorer/inbound-REST-API-rate-limiting.html">Inbound
 *     REST API rate limiting</a>
 */
final class RequestLimit {
  private static final String RULE = "5d1f2f3e4a5b4c6d8e9fa0b1c2d3e4f5";

  private record Hour(String user, Instant start) {}

  private final int most;
  private final Map<Hour, Integer> requests = new HashMap<>();

  RequestLimit(int most) {
    this.most = most;
  }

  /** Its answer, with what is said of the limit in each answer. */
  Answer said(Answer answer, Instant now) {
    return withLimit(answer, most, now);
  }

  /** Counts a request, unless it comes too soon: then the answer to it. */
  Optional<Answer> count(String user, Instant now) {
    var hour = new Hour(user, now.truncatedTo(ChronoUnit.HOURS));
    if (requests.merge(hour, 1, Integer::sum) <= most) {
      return Optional.empty();
    }
    return Optional.of(tooMany(most, Duration.between(now, reset(now)), now));
  }

  static Answer tooMany(int most, Duration wait, Instant now) {
    var answer =
        Errors.answer(
            429, "Rate limit exceeded", "More than " + most + " requests came within an hour.");
    return withLimit(answer, most, now)
        .with("Retry-After", Long.toString(Math.max(1, wait.toSeconds())));
  }

  private static Answer withLimit(Answer answer, int most, Instant now) {
    return answer
        .with("X-RateLimit-Limit", Integer.toString(most))
        .with("X-RateLimit-Reset", Long.toString(reset(now).getEpochSecond()))
        .with("X-RateLimit-Rule", RULE);
  }

  private static Instant reset(Instant now) {
    return now.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
  }
}

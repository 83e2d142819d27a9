// SPDX-License-Identifier: Apache-2.0
package io.breakwater.fakes;

import java.time.Duration;
import java.time.Instant;

/**
 * A service that keeps state; thread-safe; pure but for its state: what time it is comes with the
 * call.
 */
@FunctionalInterface
public interface FakeService {
  /** Does what is asked, or refuses it in the form of this service. Never throws for a bad call. */
  Answer answer(Call call, Instant now);

  /** How this service says that a call comes too soon. Has no effect. */
  default Answer throttled(Call call, Duration retryAfter, Instant now) {
    return Answer.text(429, "Too many requests.")
        .with("Retry-After", Long.toString(retryAfter.toSeconds()));
  }

  /** How this service says that it broke. Has no effect. */
  default Answer broken(Call call) {
    return Answer.text(500, "Something went wrong on our side.");
  }
}

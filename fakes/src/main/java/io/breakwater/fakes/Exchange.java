// SPDX-License-Identifier: Apache-2.0
package io.breakwater.fakes;

import java.time.Instant;
import java.util.Optional;

/**
 * What came of one call, with no network in between: for tests on a virtual clock.
 *
 * @param answer empty if none reached the caller: it timed out, or its connection was cut
 */
public record Exchange(Trouble trouble, Optional<Answer> answer) {
  /** The call meets its next trouble. A slow one is done at once: the caller moves the clock. */
  public static Exchange of(FakeService service, Troubles troubles, Call call, Instant now) {
    return of(service, troubles, troubles.next(call), call, now);
  }

  static Exchange of(
      FakeService service, Troubles troubles, Trouble trouble, Call call, Instant now) {
    var done = trouble.hasEffect() ? service.answer(call, now) : null;
    return new Exchange(
        trouble,
        switch (trouble) {
          case NONE, SLOW -> Optional.of(done);
          case THROTTLED -> Optional.of(service.throttled(call, troubles.retryAfter(), now));
          case ERROR_BEFORE, ERROR_AFTER -> Optional.of(service.broken(call));
          case STALL_BEFORE, STALL_AFTER, LOST_ANSWER -> Optional.empty();
        });
  }
}

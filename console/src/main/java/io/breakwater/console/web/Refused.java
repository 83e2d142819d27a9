// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.web;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/** A request that is not answered as it asks to be; the message is a sentence for who asked. */
public final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;
  private final String field;
  private final long retryAfter;

  private Refused(int status, String code, String message, String field, long retryAfter) {
    super(message);
    this.status = status;
    this.code = code;
    this.field = field;
    this.retryAfter = retryAfter;
  }

  public static Refused of(int status, String code, String message) {
    return new Refused(status, code, message, null, 0);
  }

  /**
   * @param parameter which of the request is wrong
   */
  public static Refused wrong(String parameter, String message) {
    return new Refused(400, "bad-" + parameter, message, parameter, 0);
  }

  /**
   * @param code what there is none of, with {@code no-} before it
   */
  public static Refused absent(String code, String message) {
    return new Refused(404, code, message, null, 0);
  }

  public static Refused tooMany(String message, Duration wait) {
    return new Refused(429, "too-many", message, null, Math.max(1, wait.toSeconds()));
  }

  public int status() {
    return status;
  }

  /** For programs; stays as it is. */
  public String code() {
    return code;
  }

  public Optional<String> field() {
    return Optional.ofNullable(field);
  }

  /** In how many seconds to try again. */
  public OptionalLong retryAfter() {
    return retryAfter > 0 ? OptionalLong.of(retryAfter) : OptionalLong.empty();
  }
}

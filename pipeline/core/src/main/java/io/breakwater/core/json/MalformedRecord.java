// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.json;

import java.io.IOException;
import java.util.Locale;

/** A record that cannot be read, with a reason that can be counted and a sentence for people. */
public final class MalformedRecord extends IOException {
  private static final long serialVersionUID = 1L;

  /** Why; the {@linkplain #code() code} is what counters and dead letters carry. */
  public enum Reason {
    EMPTY,
    NOT_JSON,
    NOT_AN_OBJECT,
    TRUNCATED_JSON,
    TRAILING_DATA,
    INVALID_UTF8,
    TOO_LARGE,
    TOO_DEEP,
    DUPLICATE_KEY,
    WRONG_TYPE,
    MISSING_FIELD,
    UNREADABLE_TIME,
    /** A fault of ours: the record is kept until it is mended. */
    DECODER_FAULT;

    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  private final Reason reason;

  public MalformedRecord(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  public static MalformedRecord missing(String field) {
    return new MalformedRecord(Reason.MISSING_FIELD, "the finding has no " + field);
  }

  public Reason reason() {
    return reason;
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index.record;

/** A record is not of the form that its stream has. */
public final class BrokenRecordException extends Exception {
  private static final int LONGEST = 1_000;

  private final Reason reason;

  BrokenRecordException(Reason reason, String message) {
    super(Text.cut(Text.storable(message), LONGEST));
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }

  /** To count by; named as the reasons of dead letters are. */
  public enum Reason {
    INVALID_UTF8("invalid-utf8"),
    NOT_JSON("not-json"),
    NOT_AN_OBJECT("not-an-object"),
    MISSING_FIELD("missing-field"),
    WRONG_TYPE("wrong-type");

    private final String id;

    Reason(String id) {
      this.id = id;
    }

    public String id() {
      return id;
    }
  }
}

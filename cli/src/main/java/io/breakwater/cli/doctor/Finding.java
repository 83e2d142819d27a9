// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.doctor;

/**
 * What a check found.
 *
 * @param advice what to do; empty when all is well
 */
public record Finding(String check, Verdict verdict, String found, String advice) {
  /** Whether one can go on. */
  public enum Verdict {
    OK("ok"),
    /** Something works less well, or one command does not work. */
    LIMITED("limited"),
    /** Nothing works without. */
    MISSING("missing");

    private final String word;

    Verdict(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  static Finding ok(String check, String found) {
    return new Finding(check, Verdict.OK, found, "");
  }

  static Finding limited(String check, String found, String advice) {
    return new Finding(check, Verdict.LIMITED, found, advice);
  }

  static Finding missing(String check, String found, String advice) {
    return new Finding(check, Verdict.MISSING, found, advice);
  }

  @Override
  public String toString() {
    return "%-8s %-10s %s%s"
        .formatted(verdict.word(), check, found, advice.isEmpty() ? "" : ": " + advice);
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.severity;

/** A CVSS vector string of any version, asked for single metrics. */
public final class CvssVector {
  private final String vector;

  private CvssVector(String vector) {
    this.vector = vector;
  }

  /** Any text; one that is no vector answers every question with the empty string. */
  public static CvssVector of(String vector) {
    return new CvssVector(vector);
  }

  /** The value of a metric such as {@code AV}, or the empty string. */
  public String metric(String name) {
    int at = 0;
    while (at < vector.length()) {
      int end = vector.indexOf('/', at);
      int stop = end < 0 ? vector.length() : end;
      if (vector.startsWith(name, at)
          && at + name.length() < stop
          && vector.charAt(at + name.length()) == ':') {
        return vector.substring(at + name.length() + 1, stop);
      }
      at = stop + 1;
    }
    return "";
  }

  /** N, A, L or P. */
  public String attackVector() {
    return metric("AV");
  }

  /** N, L or H; version 2 says it as authentication: N, S or M. */
  public String privilegesRequired() {
    var value = metric("PR");
    return value.isEmpty() ? metric("Au") : value;
  }

  /** N or R (version 4: N, P or A); version 2 does not say. */
  public String userInteraction() {
    return metric("UI");
  }
}

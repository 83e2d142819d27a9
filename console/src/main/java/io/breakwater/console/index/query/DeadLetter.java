// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index.query;

import java.util.Arrays;

/**
 * Bytes that could not be used, by a job or by the index, with the reason.
 *
 * <p>A letter comes in several parts where it is large. Of the letters of a list these are the
 * bytes of the first part; a letter that is asked for by its id has those of all parts that are
 * there.
 */
public final class DeadLetter {
  private final long number;
  private final String stream;
  private final String id;
  private final String reason;
  private final String detail;
  private final String origin;
  private final long size;
  private final byte[] raw;

  /**
   * @param number the later the letter came, the greater
   * @param size of the whole record, in bytes
   */
  public DeadLetter(
      long number,
      String stream,
      String id,
      String reason,
      String detail,
      String origin,
      long size,
      byte[] raw) {
    this.number = number;
    this.stream = stream;
    this.id = id;
    this.reason = reason;
    this.detail = detail;
    this.origin = origin;
    this.size = size;
    this.raw = raw;
  }

  public long number() {
    return number;
  }

  public String stream() {
    return stream;
  }

  public String id() {
    return id;
  }

  public String reason() {
    return reason;
  }

  public String detail() {
    return detail;
  }

  public String origin() {
    return origin;
  }

  public long size() {
    return size;
  }

  public byte[] raw() {
    return Arrays.copyOf(raw, raw.length);
  }

  /** Whether {@link #raw} is all of it. */
  public boolean isWhole() {
    return raw.length >= size;
  }
}

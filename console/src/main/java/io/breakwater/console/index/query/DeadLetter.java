// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index.query;

import java.util.Arrays;

/** Bytes that could not be used, by a job or by the index, with the reason. */
public final class DeadLetter {
  private final String stream;
  private final String id;
  private final String reason;
  private final String detail;
  private final String origin;
  private final long size;
  private final byte[] raw;

  public DeadLetter(
      String stream,
      String id,
      String reason,
      String detail,
      String origin,
      long size,
      byte[] raw) {
    this.stream = stream;
    this.id = id;
    this.reason = reason;
    this.detail = detail;
    this.origin = origin;
    this.size = size;
    this.raw = raw;
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

  /** Of a letter in several parts the bytes of the first. */
  public byte[] raw() {
    return Arrays.copyOf(raw, raw.length);
  }
}

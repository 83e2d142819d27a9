// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index;

import java.nio.charset.StandardCharsets;

/** A record of a stream as it came, readable or not. */
public final class StreamRecord {
  private final Place place;
  private final byte[] bytes;

  /**
   * @param bytes not to be changed any more
   */
  public StreamRecord(Place place, byte[] bytes) {
    this.place = place;
    this.bytes = bytes;
  }

  public static StreamRecord of(Place place, String json) {
    return new StreamRecord(place, json.getBytes(StandardCharsets.UTF_8));
  }

  public Place place() {
    return place;
  }

  /** Not a copy: not to be changed. */
  public byte[] bytes() {
    return bytes;
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index.record;

import io.breakwater.console.index.Place;
import io.breakwater.console.index.RecordStream;

/** A dead letter of either job, or a part of one. */
public final class Letter {
  private final String id;
  private final int chunk;
  private final int chunks;
  private final String reason;
  private final String detail;
  private final String version;
  private final String origin;
  private final String offset;
  private final long size;
  private final byte[] raw;

  private Letter(
      String id,
      int chunk,
      int chunks,
      String reason,
      String detail,
      String version,
      String origin,
      String offset,
      long size,
      byte[] raw) {
    this.id = id;
    this.chunk = chunk;
    this.chunks = chunks;
    this.reason = reason;
    this.detail = detail;
    this.version = version;
    this.origin = origin;
    this.offset = offset;
    this.size = size;
    this.raw = raw;
  }

  public static Letter parse(Place place, byte[] bytes) throws BrokenRecordException {
    var record = Fields.in(bytes);
    return place.stream() == RecordStream.RESPONSE_DEAD_LETTERS
        ? ofResponse(place, record, bytes)
        : ofCorrelation(record);
  }

  private static Letter ofCorrelation(Fields record) throws BrokenRecordException {
    return new Letter(
        record.identity("/id"),
        record.number("/chunk", 0, Integer.MAX_VALUE),
        record.number("/chunks", 1, Integer.MAX_VALUE),
        record.identity("/reason"),
        record.requiredText("/detail"),
        record.text("/version"),
        record.text("/origin"),
        record.text("/offset"),
        record.number("/size", 0, Integer.MAX_VALUE),
        record.base64("/raw"));
  }

  /** It has no id: where the record was read identifies it, or else the letter's own place. */
  private static Letter ofResponse(Place place, Fields record, byte[] bytes)
      throws BrokenRecordException {
    boolean ofRecord = record.has("/raw");
    return new Letter(
        ofRecord
            ? Text.indexed(record.text("/origin") + "#" + record.text("/position"))
            : place.toString(),
        record.number("/chunk", 0),
        record.number("/chunks", 1),
        record.identity("/reason"),
        record.requiredText("/detail"),
        "",
        record.text("/origin"),
        record.text("/position"),
        record.number("/size", ofRecord ? 0 : bytes.length),
        ofRecord ? record.base64("/raw") : bytes);
  }

  /** The same in all parts of the letter, and in every reading of what it is about. */
  public String id() {
    return id;
  }

  public int chunk() {
    return chunk;
  }

  public int chunks() {
    return chunks;
  }

  public String reason() {
    return reason;
  }

  public String detail() {
    return detail;
  }

  /** Of the release that refused it; empty where the letter does not say. */
  public String version() {
    return version;
  }

  public String origin() {
    return origin;
  }

  public String offset() {
    return offset;
  }

  /** Of the whole record, in bytes. */
  public long size() {
    return size;
  }

  /** The bytes of this part; of what was given up the letter itself. Not a copy. */
  public byte[] raw() {
    return raw;
  }
}

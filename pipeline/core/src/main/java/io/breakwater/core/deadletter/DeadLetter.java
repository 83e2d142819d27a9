// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.deadletter;

import io.breakwater.core.decode.Decision;
import io.breakwater.core.decode.Decoded;
import io.breakwater.core.decode.Part;
import io.breakwater.core.hash.Sha256;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A record that could not be used: its bytes as they came, where they were read, and why they are
 * here, so that it can be sent again once the cause is mended.
 *
 * <p>A letter holds nothing that differs between two readings of the same input: neither the time
 * of failing nor the machine.
 */
public final class DeadLetter {
  /** The reason of letters that are of no use to those who read findings. */
  public static final String MALFORMED_ACTION = "malformed-action";

  /** Details are for people; some quote the record. */
  private static final int MAX_DETAIL = 1_000;

  /** Longer than any path or sequence number. */
  private static final int MAX_PLACE = 4_096;

  private static final String VERSION =
      Optional.ofNullable(DeadLetter.class.getPackage().getImplementationVersion())
          .orElse("development");

  private final String reason;
  private final String detail;
  private final String version;
  private final String origin;
  private final String offset;
  private final byte[] raw;
  private final String sha256;
  private final String id;

  DeadLetter(
      String reason, String detail, String version, String origin, String offset, byte[] raw) {
    this.reason = Objects.requireNonNull(reason);
    this.detail = limited(detail, MAX_DETAIL);
    this.version = Objects.requireNonNull(version);
    this.origin = limited(origin, MAX_PLACE);
    this.offset = limited(offset, MAX_PLACE);
    this.raw = raw;
    this.sha256 = Sha256.of(raw);
    this.id = Sha256.identity(this.origin, this.offset, sha256);
  }

  /**
   * One letter for a record of which anything is dead, whatever became of the rest of it: whoever
   * sends it again sends all of it.
   *
   * @param origin where the record was read: a file or a shard
   * @param offset where in it
   * @param raw the bytes of the record; not copied, nobody writes into them
   */
  public static Optional<DeadLetter> of(Decoded decoded, String origin, String offset, byte[] raw) {
    var dead =
        decoded.parts().stream()
            .filter(part -> part.decision() == Decision.DEAD_LETTER)
            .collect(Collectors.toList());
    return dead.stream()
        .findFirst()
        .map(first -> new DeadLetter(first.reason(), detail(dead), VERSION, origin, offset, raw));
  }

  /**
   * The letter of a record of the control stream that is no action.
   *
   * @param detail what is wrong with it
   * @param origin the shard in which the record was read
   * @param offset where in it
   * @param raw the bytes of the record; not copied, nobody writes into them
   */
  public static DeadLetter ofAction(String detail, String origin, String offset, byte[] raw) {
    return new DeadLetter(MALFORMED_ACTION, detail, VERSION, origin, offset, raw);
  }

  private static String detail(List<Part> dead) {
    var first = dead.get(0).detail();
    return dead.size() == 1
        ? first
        : first + " (and " + (dead.size() - 1) + " more of the record's findings are dead)";
  }

  private static String limited(String text, int max) {
    if (text.length() <= max) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(max - 2)) ? max - 2 : max - 1;
    return text.substring(0, end) + "…";
  }

  /** The same for every reading of the same record at the same place; a key for its stream. */
  public String id() {
    return id;
  }

  /** A {@linkplain io.breakwater.core.json.MalformedRecord.Reason#code() code} to count by. */
  public String reason() {
    return reason;
  }

  /** A sentence for people; may be empty. */
  public String detail() {
    return detail;
  }

  /** The release whose decoder refused the record. */
  public String version() {
    return version;
  }

  public String origin() {
    return origin;
  }

  public String offset() {
    return offset;
  }

  /** Not copied: nobody writes into it. */
  public byte[] raw() {
    return raw;
  }

  String sha256() {
    return sha256;
  }

  /**
   * The letter as records of its stream, each JSON of at most {@link DeadLetterRecord#MAX_BYTES}
   * bytes; more than one where the bytes do not fit.
   */
  public List<byte[]> toJson() {
    int size = DeadLetterRecord.room(this);
    int chunks = Math.max(1, (raw.length + size - 1) / size);
    var records = new ArrayList<byte[]>(chunks);
    for (int chunk = 0; chunk < chunks; chunk++) {
      int from = chunk * size;
      records.add(
          DeadLetterRecord.write(this, chunk, chunks, from, Math.min(size, raw.length - from)));
    }
    return records;
  }

  @Override
  public String toString() {
    return reason + " at " + origin + "#" + offset;
  }
}

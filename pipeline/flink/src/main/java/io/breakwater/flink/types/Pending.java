// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink.types;

import io.breakwater.core.trait.TraitChange;
import io.breakwater.core.trait.Withdrawal;
import io.breakwater.core.wire.Codec;
import io.breakwater.core.wire.Codecs;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.Objects;

/** Changes to a resource that were taken in and that nobody has been told of yet. */
public final class Pending {
  static final Codec<Pending> CODEC = Codecs.versioned(Pending::write, Pending::read);

  private static final Withdrawal[] REASONS = Withdrawal.values();

  private final Instant time;
  private final Withdrawal why;
  private final boolean replayed;

  private Pending(Instant time, Withdrawal why, boolean replayed) {
    this.time = Objects.requireNonNull(time);
    this.why = Objects.requireNonNull(why);
    this.replayed = replayed;
  }

  public static Pending of(TraitChange change) {
    return new Pending(
        change.at(), change.withdrawal().orElse(Withdrawal.CHANGED), change.replayed());
  }

  /**
   * This and a further change. The later time counts; a fix that somebody confirmed does not hide
   * that other evidence merely was not seen again; one live change makes the whole live.
   */
  public Pending and(TraitChange change) {
    var other = of(change);
    var later = time.isAfter(other.time) ? time : other.time;
    var reason = why == Withdrawal.NOT_SEEN || !change.withdrawal().isPresent() ? why : other.why;
    return new Pending(later, reason, replayed && other.replayed);
  }

  /** Event time of the latest change. */
  public Instant time() {
    return time;
  }

  /** Why evidence went away, should that close the exposure. */
  public Withdrawal why() {
    return why;
  }

  public boolean replayed() {
    return replayed;
  }

  @SuppressWarnings("EnumOrdinal") // Constants may be added at the end, never moved.
  private void write(DataOutput out) throws IOException {
    out.writeLong(time.getEpochSecond());
    out.writeInt(time.getNano());
    out.writeByte(why.ordinal());
    out.writeBoolean(replayed);
  }

  private static Pending read(DataInput in) throws IOException {
    var time = Instant.ofEpochSecond(in.readLong(), in.readInt());
    return new Pending(time, REASONS[in.readUnsignedByte()], in.readBoolean());
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink.types;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Which part of which record something comes from, so that a record which carries several findings,
 * or a finding of several resources, is counted once when all of it is settled.
 */
public final class Track {
  private final long record;
  private final int part;
  private final int parts;
  private final int signals;

  /**
   * @param record a number that no other record in flight has
   * @param part which of its parts, from 0
   * @param parts how many parts the record has
   * @param signals how many signals this part has; 1 for a part that is settled as a whole
   */
  public Track(long record, int part, int parts, int signals) {
    this.record = record;
    this.part = part;
    this.parts = parts;
    this.signals = signals;
  }

  public long record() {
    return record;
  }

  public int part() {
    return part;
  }

  public int parts() {
    return parts;
  }

  public int signals() {
    return signals;
  }

  /** Whether what becomes of this one thing is what becomes of the record. */
  public boolean isWhole() {
    return parts == 1 && signals == 1;
  }

  void write(DataOutput out) throws IOException {
    out.writeLong(record);
    out.writeInt(part);
    out.writeInt(parts);
    out.writeInt(signals);
  }

  static Track read(DataInput in) throws IOException {
    return new Track(in.readLong(), in.readInt(), in.readInt(), in.readInt());
  }
}

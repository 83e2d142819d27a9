// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink.types;

import io.breakwater.core.wire.Codec;
import io.breakwater.core.wire.Codecs;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Objects;

/** What became of one thing that a record carries. */
public final class PartOutcome {
  static final Codec<PartOutcome> CODEC = Codecs.versioned(PartOutcome::write, PartOutcome::read);

  private final Track track;
  private final String count;

  /**
   * @param count the name of the count it belongs to, see {@link io.breakwater.flink.account.Tally}
   */
  public PartOutcome(Track track, String count) {
    this.track = Objects.requireNonNull(track);
    this.count = Objects.requireNonNull(count);
  }

  public Track track() {
    return track;
  }

  public String count() {
    return count;
  }

  private void write(DataOutput out) throws IOException {
    track.write(out);
    out.writeUTF(count);
  }

  private static PartOutcome read(DataInput in) throws IOException {
    return new PartOutcome(Track.read(in), in.readUTF());
  }
}

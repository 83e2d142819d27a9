// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink.types;

import io.breakwater.core.signal.Signal;
import io.breakwater.core.wire.Codec;
import io.breakwater.core.wire.Codecs;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Objects;

/** A signal, and the record it came in. */
public final class TrackedSignal {
  static final Codec<TrackedSignal> CODEC =
      Codecs.versioned(TrackedSignal::write, TrackedSignal::read);

  private final Track track;
  private final Signal signal;

  public TrackedSignal(Track track, Signal signal) {
    this.track = Objects.requireNonNull(track);
    this.signal = Objects.requireNonNull(signal);
  }

  public Track track() {
    return track;
  }

  public Signal signal() {
    return signal;
  }

  /** The key of everything that happens to a resource: its canonical ARN. */
  public String resource() {
    return signal.resource().arn().toString();
  }

  private void write(DataOutput out) throws IOException {
    track.write(out);
    Codecs.SIGNAL.write(signal, out);
  }

  private static TrackedSignal read(DataInput in) throws IOException {
    return new TrackedSignal(Track.read(in), Codecs.SIGNAL.read(in));
  }
}

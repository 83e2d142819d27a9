// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.targets;

import io.breakwater.response.message.Move;
import io.breakwater.response.message.Status;
import java.util.List;
import java.util.Objects;

/** A ticket as it was read. */
public final class Remote {
  private final Status status;
  private final List<Move> moves;
  private final Marker marker;

  /**
   * @param moves the ways out of the status that its system offers now
   * @param marker what was last written by this job; {@link Marker#NONE} for nothing
   */
  public Remote(Status status, List<Move> moves, Marker marker) {
    this.status = Objects.requireNonNull(status);
    this.moves = List.copyOf(moves);
    this.marker = Objects.requireNonNull(marker);
  }

  public Status status() {
    return status;
  }

  public List<Move> moves() {
    return moves;
  }

  public Marker marker() {
    return marker;
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.targets;

import io.breakwater.response.notice.Goal;
import java.util.Objects;

/**
 * What a ticket carries beside what people read: up to where in the stream it has been told. It is
 * written together with that, so that a job which has gone back to an earlier state, or did not
 * hear how a call ended, sees what has been done already.
 */
public final class Marker {
  public static final Marker NONE = new Marker("", "", Goal.OPEN, false);

  private final String position;
  private final String revision;
  private final Goal goal;
  private final boolean refused;

  /**
   * @param position of the last notice that is in the ticket; empty for none
   * @param goal where the ticket is to be brought
   * @param refused whether people were told that the workflow does not let it go there
   */
  public Marker(String position, String revision, Goal goal, boolean refused) {
    this.position = Objects.requireNonNull(position);
    this.revision = Objects.requireNonNull(revision);
    this.goal = Objects.requireNonNull(goal);
    this.refused = refused;
  }

  public String position() {
    return position;
  }

  public String revision() {
    return revision;
  }

  public Goal goal() {
    return goal;
  }

  public boolean isRefused() {
    return refused;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Marker
        && position.equals(((Marker) other).position)
        && revision.equals(((Marker) other).revision)
        && goal == ((Marker) other).goal
        && refused == ((Marker) other).refused;
  }

  @Override
  public int hashCode() {
    return Objects.hash(position, revision, goal, refused);
  }

  @Override
  public String toString() {
    return position + " " + revision + " " + goal + (refused ? " refused" : "");
  }
}

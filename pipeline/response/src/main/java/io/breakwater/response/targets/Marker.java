// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.targets;

import io.breakwater.response.notice.Goal;
import java.util.List;
import java.util.Objects;

/**
 * What a ticket carries beside what people read: up to where in the stream it has been told, and
 * what it was told lately that comes of no position in the stream. It is written together with
 * that, so that a job which has gone back to an earlier state, or did not hear how a call ended,
 * sees what has been done already.
 */
public final class Marker {
  /** How many of the last remarks are known again. */
  public static final int MOST_REMARKS = 8;

  public static final Marker NONE = new Marker("", "", Goal.OPEN, List.of());

  private final String position;
  private final String revision;
  private final Goal goal;
  private final List<String> remarks;
  private final String status;

  /**
   * @param position of the last notice that is in the ticket; empty for none
   * @param goal where the ticket is to be brought
   * @param remarks the {@link RemarkKey keys} of what was told lately, the latest last
   */
  public Marker(String position, String revision, Goal goal, List<String> remarks) {
    this(position, revision, goal, remarks, "");
  }

  private Marker(String position, String revision, Goal goal, List<String> remarks, String status) {
    this.position = Objects.requireNonNull(position);
    this.revision = Objects.requireNonNull(revision);
    this.goal = Objects.requireNonNull(goal);
    this.remarks = List.copyOf(remarks);
    this.status = Objects.requireNonNull(status);
  }

  /**
   * The same, of a ticket that this job left in a status.
   *
   * @param id of the status; empty where the job has not set any
   */
  public Marker in(String id) {
    return new Marker(position, revision, goal, remarks, id);
  }

  /** The status that this job left the ticket in; any other is by a person. Empty for unknown. */
  public String status() {
    return status;
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

  public List<String> remarks() {
    return remarks;
  }

  /** Whether people were told lately that the workflow does not let it go there. */
  public boolean isRefused() {
    return remarks.stream().anyMatch(key -> RemarkKey.isOfRefusal(key, goal));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Marker
        && position.equals(((Marker) other).position)
        && revision.equals(((Marker) other).revision)
        && goal == ((Marker) other).goal
        && remarks.equals(((Marker) other).remarks)
        && status.equals(((Marker) other).status);
  }

  @Override
  public int hashCode() {
    return Objects.hash(position, revision, goal, remarks, status);
  }

  @Override
  public String toString() {
    return position + " " + revision + " " + goal + " " + remarks + " " + status;
  }
}

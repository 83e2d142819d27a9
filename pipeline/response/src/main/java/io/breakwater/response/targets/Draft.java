// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.targets;

import io.breakwater.response.message.Notice;
import io.breakwater.response.notice.Goal;
import java.util.List;
import java.util.Objects;

/** What a ticket is to say, before it is put into the form of a target. */
public final class Draft {
  private final String key;
  private final Notice notice;
  private final List<String> remarks;
  private final String status;

  /**
   * @param key by which the ticket is found again
   * @param remarks the keys of what the ticket has been told with this, the latest last
   */
  public Draft(String key, Notice notice, List<String> remarks) {
    this(key, notice, remarks, "");
  }

  /**
   * The same, of a ticket that this job left in a status.
   *
   * @param status its id; empty where the job has not set any
   */
  public Draft(String key, Notice notice, List<String> remarks, String status) {
    this.key = Objects.requireNonNull(key);
    this.notice = Objects.requireNonNull(notice);
    this.remarks = List.copyOf(remarks);
    this.status = Objects.requireNonNull(status);
  }

  public String key() {
    return key;
  }

  public Notice notice() {
    return notice;
  }

  public Marker marker() {
    return new Marker(notice.getPosition(), notice.getRevision(), Goal.of(notice), remarks)
        .in(status);
  }
}

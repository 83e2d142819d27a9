// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.targets;

import io.breakwater.response.message.Notice;
import io.breakwater.response.notice.Goal;
import java.util.Objects;

/** What a ticket is to say, before it is put into the form of a target. */
public final class Draft {
  private final String key;
  private final Notice notice;
  private final boolean refused;

  /**
   * @param key by which the ticket is found again
   * @param refused whether the workflow does not let the ticket go where it should be
   */
  public Draft(String key, Notice notice, boolean refused) {
    this.key = Objects.requireNonNull(key);
    this.notice = Objects.requireNonNull(notice);
    this.refused = refused;
  }

  public String key() {
    return key;
  }

  public Notice notice() {
    return notice;
  }

  public Marker marker() {
    return new Marker(notice.getPosition(), notice.getRevision(), Goal.of(notice), refused);
  }
}

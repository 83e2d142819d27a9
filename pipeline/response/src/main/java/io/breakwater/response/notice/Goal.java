// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.notice;

import io.breakwater.response.message.Activity;
import io.breakwater.response.message.Category;
import io.breakwater.response.message.Notice;

/** Where a ticket is to be. */
public enum Goal {
  /** Somebody has to work on it. */
  OPEN,
  /** Nothing is left to do: what it is about is over, or somebody decided to live with it. */
  DONE;

  public static Goal of(Notice notice) {
    return notice.getActivity() == Activity.CLOSE || notice.getSuppressed() ? DONE : OPEN;
  }

  /** Whether a ticket in a status of this category is there. */
  public boolean isReachedBy(Category category) {
    return (category == Category.DONE) == (this == DONE);
  }
}

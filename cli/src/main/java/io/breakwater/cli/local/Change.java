// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.local;

import io.breakwater.core.signal.Severity;
import java.util.Optional;

/** A revision, and in a word what it changed for somebody who watches. */
record Change(Revision revision, String word) {

  /**
   * @param before what was open of the same exposure, empty when nothing was
   */
  static Change of(Revision revision, Optional<Revision> before) {
    return new Change(
        revision,
        switch (revision.activity()) {
          case CREATE -> "opened";
          case UPDATE -> update(revision.severity(), before.map(Revision::severity));
          case CLOSE -> "closed: " + revision.closedBy();
        });
  }

  private static String update(Severity now, Optional<Severity> before) {
    int order = before.map(now::compareTo).orElse(0);
    if (order == 0) {
      return "changed";
    }
    return (order > 0 ? "rose from " : "fell from ") + before.orElseThrow().label();
  }
}

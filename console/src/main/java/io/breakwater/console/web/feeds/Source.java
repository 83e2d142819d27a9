// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.web.feeds;

import io.breakwater.console.index.RecordStream;
import java.util.Set;

/** Where records come from, and into the index. */
public interface Source {
  /** For people. */
  String name();

  /** What it has records of. */
  Set<RecordStream> streams();

  /**
   * Takes all that is there, and returns when nothing is left for now.
   *
   * @throws RuntimeException when it cannot be read; what was taken before is in the index
   */
  void takeAll();
}

// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index;

import java.sql.Connection;
import java.sql.SQLException;

/** Where an index is kept, for its tests. */
interface TestStore {
  /** An index with nothing in it. */
  Index empty() throws Exception;

  /** The store of the index that was made last, once more. */
  Index again();

  /** To look into that store, past the index. */
  Connection inside() throws SQLException;
}

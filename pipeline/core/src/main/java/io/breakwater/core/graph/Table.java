// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.graph;

import java.util.Map;
import java.util.Optional;

/** State by key, read and written in part, wherever it is kept. */
public interface Table<V> {
  Optional<V> get(long key) throws Exception;

  void put(long key, V value) throws Exception;

  void remove(long key) throws Exception;

  /** All of it; not to be changed meanwhile. */
  Iterable<Map.Entry<Long, V>> entries() throws Exception;
}

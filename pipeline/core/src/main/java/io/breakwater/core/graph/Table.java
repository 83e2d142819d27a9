// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.graph;

import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** State by key, read and written in part, wherever it is kept. */
public interface Table<V> {
  Optional<V> get(long key) throws Exception;

  void put(long key, V value) throws Exception;

  void remove(long key) throws Exception;

  /** All of it; not to be changed meanwhile. */
  Iterable<Map.Entry<Long, V>> entries() throws Exception;

  /** All of it without the keys; not to be changed meanwhile. */
  default Iterable<V> values() throws Exception {
    var entries = entries();
    return () ->
        StreamSupport.stream(entries.spliterator(), false).map(Map.Entry::getValue).iterator();
  }
}

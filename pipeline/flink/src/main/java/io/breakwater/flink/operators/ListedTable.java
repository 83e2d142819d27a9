// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink.operators;

import io.breakwater.core.graph.Table;
import io.breakwater.flink.types.KeyList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.api.common.state.ValueState;

/** A table that keeps a list of its keys, to be gone through without passing over any other. */
final class ListedTable<V> implements Table<V> {
  private final Table<V> table;
  private final ValueState<KeyList> keys;

  ListedTable(Table<V> table, ValueState<KeyList> keys) {
    this.table = table;
    this.keys = keys;
  }

  @Override
  public Optional<V> get(long key) throws Exception {
    return table.get(key);
  }

  @Override
  public void put(long key, V value) throws Exception {
    if (table.get(key).isEmpty()) {
      keys.update(listed().and(key));
    }
    table.put(key, value);
  }

  @Override
  public void remove(long key) throws Exception {
    if (table.get(key).isPresent()) {
      table.remove(key);
      var left = listed().without(key);
      if (left.isEmpty()) {
        keys.clear();
      } else {
        keys.update(left);
      }
    }
  }

  @Override
  public Iterable<Map.Entry<Long, V>> entries() throws Exception {
    List<Map.Entry<Long, V>> entries = new ArrayList<>();
    for (long key : listed().keys().toArray()) {
      entries.add(Map.entry(key, table.get(key).orElseThrow()));
    }
    return entries;
  }

  private KeyList listed() throws Exception {
    var known = keys.value();
    return known == null ? KeyList.EMPTY : known;
  }
}

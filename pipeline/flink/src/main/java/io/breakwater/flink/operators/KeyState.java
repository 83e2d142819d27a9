// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink.operators;

import io.breakwater.core.graph.Table;
import io.breakwater.flink.types.KeyList;
import io.breakwater.flink.types.Slot;
import io.breakwater.flink.types.WireTypes;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;

/**
 * All that an operator keeps of a key, in one state of Flink: tables and single values side by
 * side, each read and written by itself.
 *
 * <p>One, as RocksDB sets a block of write buffer aside for every state that is written: 8 MB of
 * the little that a task has on Managed Service for Apache Flink, where that cannot be set. With a
 * state for each thing they came to more than there is, and the job flushed files without end.
 *
 * <p>What it costs: going through one table passes over the entries of the others.
 */
final class KeyState {
  /** In every savepoint. */
  static final String NAME = "kept";

  private final MapState<Slot, Object> state;

  private KeyState(MapState<Slot, Object> state) {
    this.state = state;
  }

  static KeyState in(RuntimeContext runtime) {
    return new KeyState(
        runtime.getMapState(new MapStateDescriptor<>(NAME, WireTypes.SLOT, WireTypes.KEPT)));
  }

  /**
   * A table of the key.
   *
   * @param number of the table, in every savepoint: it never changes
   */
  <V> Table<V> table(int number, Class<V> type) {
    return new OneTable<>(state, (byte) number, type);
  }

  /**
   * A table that is gone through often, while others of the same key are large: it keeps a list of
   * its keys.
   *
   * @param number of the table, in every savepoint: it never changes
   * @param keys the number of the list
   */
  <V> Table<V> listedTable(int number, int keys, Class<V> type) {
    return new ListedTable<>(table(number, type), value(keys, KeyList.class));
  }

  /**
   * A single value of the key.
   *
   * @param number of the value, in every savepoint: it never changes
   */
  <V> ValueState<V> value(int number, Class<V> type) {
    return new OneValue<>(new OneTable<>(state, (byte) number, type));
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink.operators;

import io.breakwater.core.graph.Table;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.flink.api.common.state.MapState;

/** A table that rests in the state of a key. */
final class StateTable<V> implements Table<V> {
  private final MapState<Long, V> state;

  StateTable(MapState<Long, V> state) {
    this.state = Objects.requireNonNull(state);
  }

  @Override
  public Optional<V> get(long key) throws Exception {
    return Optional.ofNullable(state.get(key));
  }

  @Override
  public void put(long key, V value) throws Exception {
    state.put(key, value);
  }

  @Override
  public void remove(long key) throws Exception {
    state.remove(key);
  }

  @Override
  public Iterable<Map.Entry<Long, V>> entries() throws Exception {
    return state.entries();
  }
}

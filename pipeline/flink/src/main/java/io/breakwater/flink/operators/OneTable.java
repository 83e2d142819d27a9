// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink.operators;

import io.breakwater.core.graph.Table;
import io.breakwater.flink.types.Slot;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import org.apache.flink.api.common.state.MapState;

/** One of the tables of a key. */
final class OneTable<V> implements Table<V> {
  private final MapState<Slot, Object> state;
  private final byte number;
  private final Class<V> type;

  OneTable(MapState<Slot, Object> state, byte number, Class<V> type) {
    this.state = Objects.requireNonNull(state);
    this.number = number;
    this.type = Objects.requireNonNull(type);
  }

  @Override
  public Optional<V> get(long key) throws Exception {
    return Optional.ofNullable(find(key));
  }

  /** The value, or null. */
  V find(long key) throws Exception {
    return type.cast(state.get(new Slot(number, key)));
  }

  @Override
  public void put(long key, V value) throws Exception {
    state.put(new Slot(number, key), value);
  }

  @Override
  public void remove(long key) throws Exception {
    state.remove(new Slot(number, key));
  }

  @Override
  public Iterable<Map.Entry<Long, V>> entries() throws Exception {
    var all = state.entries();
    return () -> new OwnEntries(all.iterator());
  }

  /** Values of other tables are passed over unread. */
  private final class OwnEntries implements Iterator<Map.Entry<Long, V>> {
    private final Iterator<Map.Entry<Slot, Object>> all;
    private Map.Entry<Slot, Object> next;

    OwnEntries(Iterator<Map.Entry<Slot, Object>> all) {
      this.all = all;
    }

    @Override
    public boolean hasNext() {
      while (next == null && all.hasNext()) {
        var entry = all.next();
        if (entry.getKey().table() == number) {
          next = entry;
        }
      }
      return next != null;
    }

    @Override
    public Map.Entry<Long, V> next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      var found = Map.entry(next.getKey().key(), type.cast(next.getValue()));
      next = null;
      return found;
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink.operators;

import java.io.IOException;
import org.apache.flink.api.common.state.ValueState;

/** A table with one entry at most. */
final class OneValue<V> implements ValueState<V> {
  private static final long ONLY = 0;

  private final OneTable<V> table;

  OneValue(OneTable<V> table) {
    this.table = table;
  }

  @Override
  public V value() throws IOException {
    try {
      return table.find(ONLY);
    } catch (Exception e) {
      throw failed("read", e);
    }
  }

  @Override
  public void update(V value) throws IOException {
    try {
      table.put(ONLY, value);
    } catch (Exception e) {
      throw failed("written", e);
    }
  }

  @Override
  public void clear() {
    try {
      table.remove(ONLY);
    } catch (Exception e) {
      throw new IllegalStateException("the state of a key cannot be cleared", e);
    }
  }

  private static IOException failed(String what, Exception cause) {
    return new IOException("the state of a key cannot be " + what, cause);
  }
}

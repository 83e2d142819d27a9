// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.function;

import com.google.protobuf.Message;
import org.apache.flink.statefun.sdk.StatefulFunction;
import org.apache.flink.statefun.sdk.annotations.Persisted;
import org.apache.flink.statefun.sdk.state.Expiration;
import org.apache.flink.statefun.sdk.state.PersistedValue;

/** A function whose instances each remember one message. */
abstract class Remembering<S extends Message> implements StatefulFunction {
  @Persisted private final PersistedValue<S> memory;
  private final S blank;

  /**
   * @param blank what an instance knows that was never called
   */
  Remembering(S blank, Expiration expiration) {
    @SuppressWarnings("unchecked")
    var type = (Class<S>) blank.getClass();
    this.memory = PersistedValue.of("memory", type, expiration);
    this.blank = blank;
  }

  /** As the instance that is called remembers it. */
  final S remembered() {
    return memory.getOrDefault(blank);
  }

  final void remember(S state) {
    memory.set(state);
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.breakwater.benchmark;

import io.breakwater.benchmark.job.MeasuredJob.State;
import java.util.Optional;

/** What is measured, each in a JVM of its own. */
public enum Contender {
  FLOOR("tokeniser alone", null, 1),
  HEAP("heap state", State.HASHMAP, 1),
  HEAP_TWICE("heap state", State.HASHMAP, 2),
  ROCKSDB("RocksDB state", State.ROCKSDB, 1),
  ROCKSDB_TWICE("RocksDB state", State.ROCKSDB, 2);

  private final String title;
  private final State state;
  private final int parallelism;

  Contender(String title, State state, int parallelism) {
    this.title = title;
    this.state = state;
    this.parallelism = parallelism;
  }

  public String title() {
    return title;
  }

  /** Empty for the floor, which is no job. */
  public Optional<State> state() {
    return Optional.ofNullable(state);
  }

  public int parallelism() {
    return parallelism;
  }

  /** The same with half the tasks; itself where it has one of each. */
  public Contender single() {
    return switch (this) {
      case HEAP_TWICE -> HEAP;
      case ROCKSDB_TWICE -> ROCKSDB;
      default -> this;
    };
  }
}

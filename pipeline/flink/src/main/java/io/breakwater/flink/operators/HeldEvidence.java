// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink.operators;

import io.breakwater.core.graph.Recognition;
import io.breakwater.core.graph.Table;
import io.breakwater.core.trait.Evidence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The evidence on the resource of a key, by the keys of its signals. */
final class HeldEvidence {
  private static final int COUNTED = 1;
  private static final int LAST_SEEN = 2;
  private static final int UNCOUNTED = 9;

  private final Table<Evidence> counted;
  private final Table<Long> lastSeen;

  /** What the rules do not count any more, and others may count again. */
  private final Table<Evidence> uncounted;

  private boolean mayBeUncounted;

  private HeldEvidence(Table<Evidence> counted, Table<Long> lastSeen, Table<Evidence> uncounted) {
    this.counted = counted;
    this.lastSeen = lastSeen;
    this.uncounted = uncounted;
  }

  static HeldEvidence in(KeyState state) {
    return new HeldEvidence(
        state.table(COUNTED, Evidence.class),
        state.table(LAST_SEEN, Long.class),
        state.table(UNCOUNTED, Evidence.class));
  }

  /**
   * From now on it may be {@linkplain #judgeAgain judged again}; a job that never is saves reads.
   */
  void mayBeJudgedAgain() {
    mayBeUncounted = true;
  }

  /** All that counts, as last seen. */
  List<Evidence> all() throws Exception {
    var all = new ArrayList<Evidence>();
    for (var held : counted.entries()) {
      all.add(asLastSeen(held.getKey(), held.getValue()));
    }
    return all;
  }

  /** When a label was last seen is nobody's concern: it saves a read for each. */
  private Evidence asLastSeen(long key, Evidence held) throws Exception {
    return held.isLabel()
        ? held
        : lastSeen.get(key).map(Instant::ofEpochMilli).map(held::seenAt).orElse(held);
  }

  /** Whether nothing is held that rules judge, not even what does not count. */
  boolean isEmpty() throws Exception {
    for (var held : counted.entries()) {
      if (!held.getValue().isLabel()) {
        return false;
      }
    }
    return !uncounted.entries().iterator().hasNext();
  }

  Optional<Evidence> get(long key) throws Exception {
    return counted.get(key);
  }

  void give(long key, Evidence given) throws Exception {
    forgetUncounted(key);
    counted.put(key, given);
    lastSeen.remove(key);
  }

  void seenAgain(long key, Instant at) throws Exception {
    lastSeen.put(key, at.toEpochMilli());
  }

  /** Returns what counted until now, if it did. */
  Optional<Evidence> withdraw(long key) throws Exception {
    forgetUncounted(key);
    var gone = counted.get(key);
    if (gone.isPresent()) {
      counted.remove(key);
    }
    lastSeen.remove(key);
    return gone;
  }

  private void forgetUncounted(long key) throws Exception {
    if (mayBeUncounted && uncounted.get(key).isPresent()) {
      uncounted.remove(key);
    }
  }

  /**
   * Recognises all of it by other rules than so far.
   *
   * @return whether some of it gives less than before
   */
  boolean judgeAgain(Recognition recognition) throws Exception {
    var notCounted = entries(uncounted);
    boolean fewer = false;
    for (var held : entries(counted)) {
      var given = recognised(held.getValue(), recognition);
      if (given.isEmpty()) {
        counted.remove(held.getKey());
        uncounted.put(held.getKey(), held.getValue());
        fewer = true;
      } else if (!given.get().equals(held.getValue())) {
        counted.put(held.getKey(), given.get());
        fewer |= !given.get().givesAllOf(held.getValue());
      }
    }
    for (var held : notCounted) {
      var given = recognised(held.getValue(), recognition);
      if (given.isPresent()) {
        uncounted.remove(held.getKey());
        counted.put(held.getKey(), given.get());
      }
    }
    return fewer;
  }

  /** Empty where it gives the resource nothing. */
  private static Optional<Evidence> recognised(Evidence held, Recognition recognition) {
    return recognition.of(held).filter(now -> !now.traits().isEmpty());
  }

  private static List<Map.Entry<Long, Evidence>> entries(Table<Evidence> table) throws Exception {
    var all = new ArrayList<Map.Entry<Long, Evidence>>();
    table.entries().forEach(all::add);
    return all;
  }
}

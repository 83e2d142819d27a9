// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.load;

import io.breakwater.console.index.Answers;
import io.breakwater.console.index.Index;
import io.breakwater.console.index.RecordStream;
import io.breakwater.console.index.StoreDigests;
import io.breakwater.console.index.StreamRecord;
import java.io.PrintStream;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Makes one store from streams, and another from the same streams read in another way: cut into
 * other batches, in another order among each other, and some of it again and again. Both have to
 * hold the same, and to answer the same.
 *
 * <p>Neither the records nor the rows are all in memory at any time.
 */
final class Rebuild {
  private static final int MOST_AT_ONCE = 500;
  private static final int MOST_AGAIN = 50;
  private static final long TELL_EVERY = 100_000;

  private final RebuildStreams streams;
  private final LoadedStore first;
  private final LoadedStore second;
  private final PrintStream out;

  /**
   * @param first to be made, as is the second
   */
  Rebuild(int exposures, LoadedStore first, LoadedStore second, PrintStream out) {
    this.streams = new RebuildStreams(exposures);
    this.first = first;
    this.second = second;
    this.out = out;
  }

  /** What is compared of a store. */
  private record Made(StoreDigests digests, List<String> answers) {}

  /**
   * @return whether both are the same
   */
  boolean run() throws SQLException {
    var inOrder = make(first, new Random(3), false);
    var again = make(second, new Random(4), true);
    return compare(inOrder, again);
  }

  private Made make(LoadedStore store, Random random, boolean repeating) throws SQLException {
    out.printf(Locale.ROOT, "%s:%n", store);
    try (var index = store.open()) {
      if (!index.reached(RecordStream.EXPOSURES).isEmpty()) {
        throw new IllegalStateException(store + " is not empty");
      }
      read(index, random, repeating);
      return new Made(digests(store), Answers.of(index.reader()));
    }
  }

  private StoreDigests digests(LoadedStore store) throws SQLException {
    try (var connection = store.inside()) {
      return StoreDigests.of(connection);
    }
  }

  /** Each stream in its order, now some of the one, now of the other. */
  private void read(Index index, Random random, boolean repeating) {
    var left = new ArrayList<>(streams.fromTheBeginning());
    var before = new ArrayList<List<StreamRecord>>();
    left.forEach(any -> before.add(List.of()));
    long start = System.nanoTime();
    long read = 0;
    long repeated = 0;
    while (!left.isEmpty()) {
      int chosen = choose(left, random);
      var batch = some(left.get(chosen), random);
      read += batch.size();
      if (repeating) {
        var again = last(before.get(chosen), random.nextInt(MOST_AGAIN));
        repeated += again.size();
        batch.addAll(0, again);
        if (random.nextInt(MOST_AGAIN) == 0) {
          index.apply(batch);
          repeated += batch.size();
        }
        before.set(chosen, batch);
      }
      index.apply(batch);
      if (left.get(chosen).left() == 0) {
        left.remove(chosen);
        before.remove(chosen);
      }
      tell(read, batch.size(), start);
    }
    out.printf(
        Locale.ROOT,
        "  %d records, %d of them again, in %.0f s%n",
        read,
        repeated,
        (System.nanoTime() - start) / 1e9);
  }

  /** The more is left of a stream, the sooner it is its turn. */
  private static int choose(List<RebuildStreams.Stream> left, Random random) {
    long all = left.stream().mapToLong(RebuildStreams.Stream::left).sum();
    long at = (long) (random.nextDouble() * all);
    int chosen = 0;
    for (long end = left.get(0).left(); end <= at; end += left.get(chosen).left()) {
      chosen++;
    }
    return chosen;
  }

  private static List<StreamRecord> some(RebuildStreams.Stream stream, Random random) {
    long count = Math.min(stream.left(), 1L + random.nextInt(MOST_AT_ONCE));
    var some = new ArrayList<StreamRecord>();
    for (long i = 0; i < count; i++) {
      some.add(stream.next());
    }
    return some;
  }

  private static List<StreamRecord> last(List<StreamRecord> batch, int count) {
    return batch.subList(Math.max(0, batch.size() - count), batch.size());
  }

  private void tell(long read, int just, long start) {
    if (read / TELL_EVERY > (read - just) / TELL_EVERY) {
      out.printf(Locale.ROOT, "  %d records, %.0f s%n", read, (System.nanoTime() - start) / 1e9);
    }
  }

  private boolean compare(Made one, Made other) {
    out.printf(Locale.ROOT, "%n%-24s %12s %12s  %s%n", "table", "rows", "rebuilt", "digest");
    boolean same = true;
    for (var table : one.digests().tables()) {
      var of = one.digests().of(table);
      var rebuilt = other.digests().of(table);
      boolean equal = of.equals(rebuilt);
      same &= equal;
      out.printf(
          Locale.ROOT,
          "%-24s %12d %12d  %s%n",
          table,
          of.rows(),
          rebuilt.rows(),
          equal ? of.digest() : of.digest() + " and " + rebuilt.digest());
    }
    boolean answersSame = one.answers().equals(other.answers());
    out.printf(
        Locale.ROOT,
        "answers to %d questions: %s%n%n%s%n",
        one.answers().size(),
        answersSame ? "the same" : "not the same",
        same && answersSame ? "PASS: both stores hold the same" : "FAIL: the stores differ");
    return same && answersSame;
  }
}

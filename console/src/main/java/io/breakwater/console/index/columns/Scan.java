// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index.columns;

import io.breakwater.console.index.query.Field;
import io.breakwater.console.index.query.Filter.Condition;
import io.breakwater.console.index.query.Selection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.IntPredicate;

/** One pass over the exposures of a selection, or two. */
public final class Scan {
  private static final int SEVERITY_SHIFT = 48;
  private static final int WANTED_MASK = (1 << 16) - 1;

  private final Columns columns;
  private final IntPredicate chosen;

  private Scan(Columns columns, IntPredicate chosen) {
    this.columns = columns;
    this.chosen = chosen;
  }

  /** The conditions that only the store can look up. */
  public static List<Condition> elsewhere(Selection selection) {
    return selection.filter().conditions().stream()
        .filter(condition -> Chosen.ELSEWHERE.contains(condition.field()))
        .distinct()
        .toList();
  }

  /**
   * @param elsewhere of each condition that only the store can look up what fulfils it, before it
   *     is negated
   * @param found what the search has found; empty where there is none
   */
  public static Scan of(
      Columns columns,
      Selection selection,
      Map<Condition, BitSet> elsewhere,
      Optional<BitSet> found,
      Instant now) {
    var chosen = Chosen.by(columns, selection, elsewhere, now);
    return new Scan(columns, found.map(some -> chosen.and(some::get)).orElse(chosen));
  }

  public long count() {
    long count = 0;
    for (int at = 0; at < columns.end; at++) {
      if (chosen.test(at)) {
        count++;
      }
    }
    return count;
  }

  /** The values that most exposures have. */
  public List<Sum> facet(Field field, int limit) {
    return sums(field, Sum.MOST, limit);
  }

  /** In groups, the worst first, then the one with the most exposures. */
  public List<Sum> groups(Field by, int limit) {
    return sums(by, Sum.WORST_THEN_MOST, limit);
  }

  public List<Sum> sums(Field field, Comparator<Sum> order, int limit) {
    var by = Dimension.of(field, columns);
    var sums = new Sums(columns);
    for (int at = 0; at < columns.end; at++) {
      if (chosen.test(at)) {
        for (int i = 0; i < by.size(at); i++) {
          sums.add(by.value(at, i), 0, at);
        }
      }
    }
    return sums.top(order, limit, at -> sums.byFirst(at, by));
  }

  /** Of some groups of the first level those within, by the value of the first. */
  public Map<Long, List<Sum>> within(List<Sum> groups, Field byField, Field thenField, int limit) {
    var by = Dimension.of(byField, columns);
    var then = Dimension.of(thenField, columns);
    var tops = new LinkedHashMap<Long, Sums.Top>();
    groups.forEach(group -> tops.put(group.value(), new Sums.Top(Sum.WORST_THEN_MOST, limit)));
    var wanted = wanted(groups);
    var sums = new Sums(columns);
    for (int at = 0; at < columns.end; at++) {
      if (chosen.test(at)) {
        for (int i = 0; i < by.size(at); i++) {
          long first = by.value(at, i);
          if (wanted.get((int) (Columns.mixed(first) & WANTED_MASK)) && tops.containsKey(first)) {
            for (int j = 0; j < then.size(at); j++) {
              sums.add(first, then.value(at, j), at);
            }
          }
        }
      }
    }
    for (int at = 0; at < sums.size(); at++) {
      tops.get(sums.first(at)).offer(sums.bySecond(at, then));
    }
    var within = new HashMap<Long, List<Sum>>();
    tops.forEach((first, top) -> within.put(first, top.inOrder()));
    return within;
  }

  /** Tells most of what is not among the groups without a look at objects. */
  private static BitSet wanted(List<Sum> groups) {
    var wanted = new BitSet(WANTED_MASK + 1);
    groups.forEach(group -> wanted.set((int) (Columns.mixed(group.value()) & WANTED_MASK)));
    return wanted;
  }

  /** An exposure by its number, and where it stands in the order of all. */
  public record Ranked(int number, long rank) {}

  /** By which exposures are ordered: the severity, and of these when they changed. */
  public static long rank(int severity, long changed) {
    return ((long) severity << SEVERITY_SHIFT) | changed;
  }

  /**
   * The exposures that rank highest, so many and all that rank as the last of them.
   *
   * @param upTo those that rank as high as this are among them, and do not count
   */
  public List<Ranked> highest(int least, long upTo) {
    long lowest = lowest(least, upTo);
    var highest = new ArrayList<Ranked>();
    for (int at = 0; at < columns.end; at++) {
      long rank = rank(columns.severity[at], columns.changed[at]);
      if (rank >= lowest && rank <= upTo && chosen.test(at)) {
        highest.add(new Ranked(at, rank));
      }
    }
    return highest;
  }

  private long lowest(int least, long upTo) {
    var best = new PriorityQueue<Long>(least + 1);
    long bar = Long.MIN_VALUE;
    for (int at = 0; at < columns.end; at++) {
      long rank = rank(columns.severity[at], columns.changed[at]);
      if (rank > bar && rank < upTo && chosen.test(at)) {
        best.add(rank);
        if (best.size() > least) {
          best.poll();
          bar = best.peek();
        }
      }
    }
    return best.size() < least ? Long.MIN_VALUE : best.peek();
  }
}

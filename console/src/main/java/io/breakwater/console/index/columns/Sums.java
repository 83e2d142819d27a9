// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index.columns;

import io.breakwater.console.index.Severity;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.IntFunction;

/**
 * Exposures added up by one number or two: a hash table of columns, which is many times faster here
 * than one of objects.
 */
final class Sums {
  private static final int SMALLEST = 256;

  private final Columns columns;
  private int[] places = new int[4 * SMALLEST];
  private int size;
  private long[] first = new long[SMALLEST];
  private long[] second = new long[SMALLEST];
  private int[] example = new int[SMALLEST];
  private int[] exposures = new int[SMALLEST];
  private int[] critical = new int[SMALLEST];
  private byte[] worst = new byte[SMALLEST];
  private long[] latest = new long[SMALLEST];

  Sums(Columns columns) {
    this.columns = columns;
  }

  void add(long one, long other, int exposure) {
    int at = find(one, other, exposure);
    byte severity = columns.severity[exposure];
    exposures[at]++;
    if (severity == Severity.CRITICAL.id()) {
      critical[at]++;
    }
    if (severity > worst[at]) {
      worst[at] = severity;
    }
    if (columns.changed[exposure] > latest[at]) {
      latest[at] = columns.changed[exposure];
    }
  }

  /** A place is one more than the number of a sum, as 0 is none. */
  private int find(long one, long other, int exposure) {
    int mask = places.length - 1;
    int place = placeOf(one, other) & mask;
    while (places[place] != 0) {
      int at = places[place] - 1;
      if (first[at] == one && second[at] == other) {
        return at;
      }
      place = (place + 1) & mask;
    }
    if (size == first.length) {
      grow();
      return find(one, other, exposure);
    }
    places[place] = size + 1;
    first[size] = one;
    second[size] = other;
    example[size] = exposure;
    return size++;
  }

  private static int placeOf(long one, long other) {
    return (int) (Columns.mixed(one * 31 + Columns.mixed(other)) >>> 7);
  }

  private void grow() {
    int larger = 2 * size;
    first = Arrays.copyOf(first, larger);
    second = Arrays.copyOf(second, larger);
    example = Arrays.copyOf(example, larger);
    exposures = Arrays.copyOf(exposures, larger);
    critical = Arrays.copyOf(critical, larger);
    worst = Arrays.copyOf(worst, larger);
    latest = Arrays.copyOf(latest, larger);
    places = new int[4 * larger];
    int mask = places.length - 1;
    for (int at = 0; at < size; at++) {
      int place = placeOf(first[at], second[at]) & mask;
      while (places[place] != 0) {
        place = (place + 1) & mask;
      }
      places[place] = at + 1;
    }
  }

  int size() {
    return size;
  }

  long first(int at) {
    return first[at];
  }

  /** Named by the first number. */
  Sum byFirst(int at, Dimension dimension) {
    return sum(at, first[at], dimension);
  }

  /** Named by the second number. */
  Sum bySecond(int at, Dimension dimension) {
    return sum(at, second[at], dimension);
  }

  private Sum sum(int at, long value, Dimension dimension) {
    return new Sum(
        value,
        dimension.name(value),
        example[at],
        exposures[at],
        critical[at],
        worst[at],
        latest[at]);
  }

  /** The first of many in an order, which are all looked at and never kept. */
  static final class Top {
    private final Comparator<Sum> order;
    private final int limit;
    private final PriorityQueue<Sum> best;

    Top(Comparator<Sum> order, int limit) {
      this.order = order;
      this.limit = limit;
      this.best = new PriorityQueue<>(order.reversed());
    }

    void offer(Sum sum) {
      if (best.size() < limit) {
        best.add(sum);
      } else if (limit > 0 && order.compare(sum, best.peek()) < 0) {
        best.poll();
        best.add(sum);
      }
    }

    List<Sum> inOrder() {
      return best.stream().sorted(order).toList();
    }
  }

  List<Sum> top(Comparator<Sum> order, int limit, IntFunction<Sum> sums) {
    var top = new Top(order, limit);
    for (int at = 0; at < size; at++) {
      top.offer(sums.apply(at));
    }
    return top.inOrder();
  }
}

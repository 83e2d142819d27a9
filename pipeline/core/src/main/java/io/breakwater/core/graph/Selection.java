// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Which offers of a group a resource passes on: the best few by a total order, so that the outcome
 * is the same whatever order they come in.
 *
 * <p>Offers that weigh the same are a class. The best of every class goes before the second of any:
 * whatever amplifies the exposure that they come to, the case that would weigh most is among them.
 */
public final class Selection {
  /** Offers of a group that are passed on. */
  static final int MOST = 25;

  static final Selection EMPTY = new Selection(List.of(), 0, 0);

  private static final Comparator<Rank> IN_CLASS =
      Comparator.<Rank>comparingInt(rank -> rank.length).thenComparingLong(rank -> rank.key);

  private final List<Rank> best;
  private final int offers;
  private final long leftBehind;

  /**
   * @param best those passed on, the best first
   * @param offers how many there are
   * @param leftBehind how many more these speak of
   */
  public Selection(List<Rank> best, int offers, long leftBehind) {
    this.best = List.copyOf(best);
    this.offers = offers;
    this.leftBehind = leftBehind;
  }

  /** With one more offer. */
  Selection and(Rank added, int more) {
    var candidates = new ArrayList<>(best);
    candidates.add(added);
    return new Selection(best(candidates), offers + 1, leftBehind + more);
  }

  /**
   * Without an offer that was not passed on.
   *
   * @param more how many it spoke of
   */
  Selection without(int more) {
    return new Selection(best, offers - 1, leftBehind - more);
  }

  /** Of all the offers that there are. */
  static Selection of(List<Rank> all, long leftBehind) {
    return new Selection(best(all), all.size(), leftBehind);
  }

  private static List<Rank> best(List<Rank> candidates) {
    var places = new HashMap<Long, Integer>();
    var ordered = new ArrayList<Placed>();
    for (var rank : candidates.stream().sorted(IN_CLASS).collect(Collectors.toList())) {
      ordered.add(new Placed(rank, places.merge(rank.weightClass, 1, Integer::sum)));
    }
    Collections.sort(ordered, Placed.BEST_FIRST);
    return ordered.stream().limit(MOST).map(placed -> placed.rank).collect(Collectors.toList());
  }

  boolean has(long key) {
    return best.stream().anyMatch(rank -> rank.key == key);
  }

  public List<Rank> best() {
    return best;
  }

  public int offers() {
    return offers;
  }

  public long leftBehind() {
    return leftBehind;
  }

  boolean isEmpty() {
    return offers == 0;
  }

  /** Whether there are more than are passed on. */
  boolean isFull() {
    return offers > MOST;
  }

  /**
   * How many are not passed on, here or before: at least this many. Rounded down to 1, 2 or 5 times
   * a power of ten, so that it changes seldom where there are many.
   */
  int more() {
    long left = leftBehind + offers - best.size();
    long step = 1;
    while (step <= left / 10) {
      step *= 10;
    }
    long leading = left / step;
    long rounded = leading >= 5 ? 5 : Math.min(leading, 2);
    return (int) Math.min(rounded * step, Integer.MAX_VALUE);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Selection
        && best.equals(((Selection) other).best)
        && offers == ((Selection) other).offers
        && leftBehind == ((Selection) other).leftBehind;
  }

  @Override
  public int hashCode() {
    return Objects.hash(best, offers, leftBehind);
  }

  @Override
  public String toString() {
    return best.size() + " of " + offers;
  }

  private static final class Placed {
    static final Comparator<Placed> BEST_FIRST =
        Comparator.<Placed>comparingInt(placed -> placed.place)
            .thenComparingInt(placed -> -placed.rank.score)
            .thenComparingLong(placed -> placed.rank.weightClass)
            .thenComparingLong(placed -> placed.rank.key);

    private final Rank rank;
    private final int place;

    Placed(Rank rank, int place) {
      this.rank = rank;
      this.place = place;
    }
  }

  /** Where an offer stands among those of its group. */
  public static final class Rank {
    private final long key;
    private final int score;
    private final long weightClass;
    private final int length;

    /**
     * @param score what it weighs by itself
     * @param weightClass equal for offers that weigh the same under any circumstances
     * @param length edges of its path
     */
    public Rank(long key, int score, long weightClass, int length) {
      this.key = key;
      this.score = score;
      this.weightClass = weightClass;
      this.length = length;
    }

    public long key() {
      return key;
    }

    public int score() {
      return score;
    }

    public long weightClass() {
      return weightClass;
    }

    public int length() {
      return length;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Rank
          && key == ((Rank) other).key
          && score == ((Rank) other).score
          && weightClass == ((Rank) other).weightClass
          && length == ((Rank) other).length;
    }

    @Override
    public int hashCode() {
      return Objects.hash(key, score, weightClass, length);
    }

    @Override
    public String toString() {
      return Long.toHexString(key) + " " + score;
    }
  }
}

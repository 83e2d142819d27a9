// SPDX-License-Identifier: Apache-2.0
package io.breakwater.demo.fleet;

import io.breakwater.demo.DemoEvent;
import io.breakwater.demo.chance.Dice;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;

/**
 * The certificates of the demo organisation, some thirty of all kinds: most are renewed in time, of
 * others the renewal waits, gets lost or never comes. When the story of one has come to its end,
 * another begins.
 *
 * <p>It lives by the clock that it is asked with, whatever that says. The same seed and start give
 * the same bytes. Memory does not grow with the length of the stream. Not thread-safe.
 */
public final class Fleet {
  private final Dice dice;
  private final Queue<Telling> opening = new ArrayDeque<>();
  private final Queue<Life> lives =
      new PriorityQueue<>(Comparator.comparing(Life::nextAt).thenComparing(Life::number));

  private Fleet(Dice dice, Instant start) {
    this.dice = dice;
    var muster = new Muster(dice, start);
    for (var member : Member.ALL) {
      lives.add(muster.enlist(member));
    }
    muster.opening().stream().sorted(Comparator.comparing(Telling::at)).forEach(opening::add);
  }

  /**
   * The fleet of this seed, in the middle of its life: all its certificates are issued before the
   * start, and whatever else becomes of them comes after it.
   */
  public static Fleet seeded(long seed, Instant start) {
    return new Fleet(Dice.seeded(seed), start.truncatedTo(ChronoUnit.SECONDS));
  }

  /**
   * The next event, in the order of their times; empty when none is due by then. First come the
   * issues of the certificates, and what Config knows of them at the start.
   */
  public Optional<DemoEvent> next(Instant until) {
    if (!opening.isEmpty()) {
      return opening.element().at().isAfter(until) ? Optional.empty() : told(opening.remove());
    }
    if (lives.element().nextAt().isAfter(until)) {
      return Optional.empty();
    }
    var life = lives.remove();
    var telling = life.next();
    lives.add(life);
    return told(telling);
  }

  private Optional<DemoEvent> told(Telling telling) {
    return Optional.of(telling.told(dice.uuid()));
  }
}

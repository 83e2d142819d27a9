// SPDX-License-Identifier: Apache-2.0
package io.breakwater.demo.fleet;

import io.breakwater.demo.chance.Dice;
import io.breakwater.demo.estate.Certificate;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** A place in the fleet: one certificate after the other, chapter after chapter, without end. */
final class Life {
  private final int number;
  private final Surroundings around;
  private final Dice dice;
  private final Deque<Telling> tellings = new ArrayDeque<>();
  private Certificate next;

  /**
   * @param number tells it apart from the others
   */
  Life(int number, Chapter first, Surroundings around, Dice dice) {
    this.number = number;
    this.around = around;
    this.dice = dice;
    begin(first);
  }

  private void begin(Chapter chapter) {
    tellings.addAll(chapter.tellings());
    next = chapter.next();
  }

  int number() {
    return number;
  }

  Instant nextAt() {
    return tellings.getFirst().at();
  }

  Telling next() {
    var telling = tellings.removeFirst();
    if (tellings.isEmpty()) {
      begin(Chapter.of(Story.of(next, dice), next, around, dice));
    }
    return telling;
  }
}

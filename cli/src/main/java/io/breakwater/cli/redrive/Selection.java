// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.redrive;

import io.breakwater.core.deadletter.BrokenDeadLetter;
import io.breakwater.core.deadletter.DeadLetter;
import io.breakwater.core.deadletter.DeadLetters;
import io.breakwater.core.decode.Decision;
import io.breakwater.core.decode.Decoder;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Puts dead letters together, and chooses those that are worth another attempt: of the reasons that
 * were asked for, each once, and readable by now.
 */
public final class Selection {
  private final DeadLetters letters = new DeadLetters();
  private final Set<String> seen = new HashSet<>();
  private final Set<String> reasons;
  private final Decoder decoder;
  private final Map<String, Integer> chosen = new TreeMap<>();
  private final Map<String, Integer> stillDead = new TreeMap<>();
  private int records;
  private int ofActions;
  private int otherReasons;
  private int broken;

  /**
   * @param reasons empty for any
   * @param decoder null to choose letters that would be dead again as well
   */
  public Selection(Set<String> reasons, Decoder decoder) {
    this.reasons = reasons;
    this.decoder = decoder;
  }

  /** Takes a record of the stream of dead letters; returns what it completes, if that is chosen. */
  public Optional<byte[]> add(byte[] json) {
    records++;
    try {
      return letters.add(json).filter(letter -> seen.add(letter.id())).flatMap(this::choose);
    } catch (BrokenDeadLetter e) {
      broken++;
      return Optional.empty();
    }
  }

  private Optional<byte[]> choose(DeadLetter letter) {
    if (letter.reason().equals(DeadLetter.MALFORMED_ACTION)) {
      ofActions++;
      return Optional.empty();
    }
    if (!reasons.isEmpty() && !reasons.contains(letter.reason())) {
      otherReasons++;
      return Optional.empty();
    }
    if (decoder != null) {
      var best = decoder.decode(letter.raw()).best();
      if (best.decision() == Decision.DEAD_LETTER) {
        stillDead.merge(best.reason(), 1, Integer::sum);
        return Optional.empty();
      }
    }
    chosen.merge(letter.reason(), 1, Integer::sum);
    return Optional.of(letter.raw());
  }

  /** Records of the stream of dead letters. */
  public int records() {
    return records;
  }

  /** How many letters were chosen, by the reason that they had. */
  Map<String, Integer> chosen() {
    return chosen;
  }

  /** How many would be dead letters again, by the reason that they would have. */
  Map<String, Integer> stillDead() {
    return stillDead;
  }

  /** Letters of the control stream: what is no action is no finding either. */
  int ofActions() {
    return ofActions;
  }

  /** Letters of reasons that were not asked for. */
  int otherReasons() {
    return otherReasons;
  }

  /** Records that are no dead letters, or letters that are not whole. */
  int broken() {
    return broken;
  }

  /** Letters of which a part is missing. */
  int incomplete() {
    var incomplete = letters.incomplete();
    incomplete.removeAll(seen);
    return incomplete.size();
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.breakwater.demo.chance;

import java.util.List;
import java.util.SplittableRandom;

/** Chance that falls the same way each time for the same seed. Not thread-safe. */
public final class Dice {
  private static final char[] HEX = "0123456789abcdef".toCharArray();

  private final SplittableRandom random;

  private Dice(long seed) {
    this.random = new SplittableRandom(seed);
  }

  public static Dice seeded(long seed) {
    return new Dice(seed);
  }

  /** From 0, without the bound. */
  public int below(int bound) {
    return random.nextInt(bound);
  }

  /** Both ends are possible. */
  public int between(int least, int most) {
    return random.nextInt(least, most + 1);
  }

  /** From the least, without the bound. */
  public double between(double least, double bound) {
    return random.nextDouble(least, bound);
  }

  /**
   * @param share from 0.0, never, to 1.0, always
   */
  public boolean chance(double share) {
    return random.nextDouble() < share;
  }

  public <T> T oneOf(List<T> items) {
    return items.get(random.nextInt(items.size()));
  }

  public String hex(int digits) {
    var text = new char[digits];
    for (int i = 0; i < digits; i++) {
      text[i] = HEX[random.nextInt(HEX.length)];
    }
    return new String(text);
  }

  public String uuid() {
    return uuid(hex(32));
  }

  /** The same 32 hexadecimal digits, written as a UUID. */
  public static String uuid(String hex) {
    return String.join(
        "-",
        hex.substring(0, 8),
        hex.substring(8, 12),
        hex.substring(12, 16),
        hex.substring(16, 20),
        hex.substring(20, 32));
  }
}

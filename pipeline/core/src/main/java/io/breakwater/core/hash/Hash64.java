// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.hash;

/**
 * A running 64-bit hash of values in order, the same on every machine and in every release.
 *
 * <p>For telling versions of one finding apart, where a collision costs a repeat at worst. Not for
 * keys: somebody who writes findings could choose two that collide.
 */
public final class Hash64 {
  private static final long OFFSET = 0xcbf29ce484222325L;
  private static final long MULTIPLIER = 0x9e3779b97f4a7c15L;

  private long state = OFFSET;

  public Hash64 add(long value) {
    state = (state ^ value) * MULTIPLIER;
    state ^= state >>> 29;
    return this;
  }

  public Hash64 add(double value) {
    return add(Double.doubleToLongBits(value));
  }

  /** The length goes in as well, so that {@code ab, c} and {@code a, bc} differ. */
  public Hash64 add(String text) {
    long hash = text.length();
    for (int i = 0; i < text.length(); i++) {
      hash = hash * 0x100000001b3L + text.charAt(i);
    }
    return add(hash);
  }

  public long value() {
    long mixed = state;
    mixed ^= mixed >>> 32;
    mixed *= MULTIPLIER;
    return mixed ^ (mixed >>> 29);
  }
}

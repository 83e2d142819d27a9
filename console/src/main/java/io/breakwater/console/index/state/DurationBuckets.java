// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index.state;

/**
 * Durations in buckets whose width grows with them, so that percentiles over any number of them
 * come from some hundred counts. A bucket is at most 1/32 of its durations wide, and is read as its
 * middle: what is read is off by less than 1.6 %.
 */
public final class DurationBuckets {
  private static final int BITS = 5;
  private static final int EXACT = 1 << (BITS + 1);

  private DurationBuckets() {}

  /**
   * @param millis from 0 on
   */
  public static int bucket(long millis) {
    if (millis < EXACT) {
      return (int) millis;
    }
    int shift = Long.SIZE - 1 - Long.numberOfLeadingZeros(millis) - BITS;
    return (shift << BITS) + (int) (millis >>> shift);
  }

  /** The middle of the bucket, in milliseconds. */
  public static long millis(int bucket) {
    if (bucket < EXACT) {
      return bucket;
    }
    int shift = (bucket >>> BITS) - 1;
    long lowest = (long) (bucket - (shift << BITS)) << shift;
    return lowest + (1L << shift) / 2;
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index;

import java.math.BigInteger;

/**
 * Where a record stands in its shard, the later the greater: a sequence number of Kinesis, or an
 * offset in a file. Of records with one partition key it also holds across the shards of a stream
 * that was re-sharded.
 *
 * @param number without leading zeros; decimal, of up to 129 digits
 */
public record Sequence(String number) implements Comparable<Sequence> {
  private static final int MAX_DIGITS = 129;

  /**
   * @throws IllegalArgumentException for what is no decimal number of up to 129 digits
   */
  public Sequence {
    if (number.isEmpty()
        || number.length() > MAX_DIGITS
        || !number.chars().allMatch(digit -> digit >= '0' && digit <= '9')) {
      throw new IllegalArgumentException(
          "a sequence number has 1 to " + MAX_DIGITS + " digits and nothing else: " + number);
    }
    number = new BigInteger(number).toString();
  }

  public static Sequence of(long offset) {
    return new Sequence(Long.toString(offset));
  }

  /** The length in three digits, then the digits: sorts as text as the number does. */
  public String key() {
    return String.format("%03d", number.length()) + number;
  }

  /** The reverse of {@link #key}. */
  public static Sequence ofKey(String key) {
    return new Sequence(key.substring(3));
  }

  @Override
  public int compareTo(Sequence other) {
    return key().compareTo(other.key());
  }

  @Override
  public String toString() {
    return number;
  }
}

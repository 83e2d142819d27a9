// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.notice;

import java.math.BigInteger;

/**
 * The order of records of the same key in a stream. Of Kinesis it is the sequence number, which
 * grows for the records of a key, also over a re-sharding.
 *
 * @see <a href="https://docs.aws.amazon.com/streams/latest/dev/key-concepts.html">Terminology</a>
 */
public final class Position {
  private Position() {}

  /** An empty position is before all others. */
  public static boolean isAfter(String one, String other) {
    return number(one).compareTo(number(other)) > 0;
  }

  private static BigInteger number(String position) {
    return position.isEmpty() ? BigInteger.ONE.negate() : new BigInteger(position);
  }
}

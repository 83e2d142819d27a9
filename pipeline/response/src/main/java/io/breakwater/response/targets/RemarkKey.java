// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.targets;

import io.breakwater.core.hash.Sha256;
import io.breakwater.response.notice.Goal;
import java.util.Locale;

/**
 * By which something that a ticket was told is known again, in eight hexadecimal digits: what comes
 * of no position in the stream. The first bit keeps what others say apart from refusals.
 */
public final class RemarkKey {
  private static final long OF_OTHERS = 0x8000_0000L;
  private static final long ALL = 0xffff_ffffL;

  private RemarkKey() {}

  /** The same for the same parts. */
  public static String of(String... parts) {
    return digits(OF_OTHERS | (Sha256.key(parts) & ALL));
  }

  /** That the workflow does not let the ticket go where it should be in this episode. */
  public static String ofRefusal(Goal goal, int episode) {
    return digits((long) episode << 1 | bit(goal));
  }

  /** Whether it is of a refusal, and not of what others say. */
  public static boolean isOfRefusal(String key) {
    return (number(key) & OF_OTHERS) == 0;
  }

  static boolean isOfRefusal(String key, Goal goal) {
    return isOfRefusal(key) && (number(key) & 1) == bit(goal);
  }

  private static int bit(Goal goal) {
    return goal == Goal.DONE ? 1 : 0;
  }

  /** What somebody has changed by hand is of others. */
  private static long number(String key) {
    return key.matches("[0-9a-f]{8}") ? Long.parseLong(key, 16) : OF_OTHERS;
  }

  private static String digits(long number) {
    return String.format(Locale.ROOT, "%08x", number);
  }
}

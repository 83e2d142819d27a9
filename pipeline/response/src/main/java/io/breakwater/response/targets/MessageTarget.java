// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.targets;

import java.util.concurrent.CompletableFuture;

/**
 * Something that is told what happens, one message after another. No call blocks, and none fails
 * but as its {@link Outcome} says: the futures complete normally.
 */
public interface MessageTarget {
  /** Sends one message. */
  CompletableFuture<Outcome<Done>> send(Message message);

  /**
   * Whether a message that is sent twice counts once: then one is sent again when nobody knows
   * whether it arrived. Else it is sent again all the same, as a message that is lost is worse than
   * one that comes twice, and says so where it can.
   */
  boolean knowsRepeats();

  /** What of that which waits is told as one message. */
  Merging merging();

  /**
   * Whether it takes what is not about one exposure as well: digests, and the word that others have
   * to wait as a cap is reached.
   */
  default boolean takesWords() {
    return true;
  }

  /** Whether messages need the record itself, as it came. */
  boolean handsOnRecords();
}

// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index;

/** What became of a record. Each has exactly one, so that their counts add up to what was read. */
public enum Outcome {
  /** An exposure or alert is open that was not. */
  OPENED,
  /** One that was open is open, and says something else. */
  CHANGED,
  CLOSED,
  /** What the record says is held already. */
  DUPLICATE,
  /** It closes what is not open, as happens after a recovery of the job. */
  NOT_HELD,
  /** It stands before what is held in the order of its stream: in the history only. */
  OLDER,
  /** From replayed events, while what is held is live: in the history only. */
  REPLAY_APART,
  /** What the response job did, or would have done. */
  REPORTED,
  /** What the correlation job made of an action, or of an update of rules. */
  ANSWERED,
  /** A dead letter of either job, or a part of one. */
  LETTER,
  /** Nothing of the form that its stream has: kept as it came, with the reason. */
  BROKEN,
  /** It stands at or before the position that the index has reached in its shard. */
  REPEATED
}

// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.targets;

/**
 * What of the messages that wait for one target is told as one message.
 *
 * <p>A message that several were merged into may be made again of others, after a failure: it is no
 * repetition of what was sent before, and nobody can tell.
 */
public enum Merging {
  /** Each is told: to who keeps a record of every step. */
  NOTHING,
  /** What was held back until the same time, as quiet hours end: to people. */
  WHAT_WAS_HELD,
  /** All: to who only wants to know how it is, and to whom a repetition says nothing. */
  EVERYTHING
}

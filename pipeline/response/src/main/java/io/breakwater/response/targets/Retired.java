// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.targets;

/** What became of a ticket that has the key of another one. */
public enum Retired {
  /** It was made twice, and is out of the way. */
  OUT_OF_THE_WAY,
  /** Somebody else made it, as by cloning the other one: it is theirs, and was left as it is. */
  LEFT_TO_PEOPLE
}

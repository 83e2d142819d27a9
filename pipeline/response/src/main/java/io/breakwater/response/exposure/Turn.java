// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.exposure;

/** What a revision means for those who act on it. */
public enum Turn {
  /** It says nothing that is not known, or is of something that nobody was told of. */
  NOTHING,
  /** The state has gone there again, as people know: tickets follow, and nobody is told. */
  FOLLOW,
  /** People are to be told. */
  TELL
}

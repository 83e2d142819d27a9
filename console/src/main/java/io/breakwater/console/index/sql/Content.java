// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index.sql;

/**
 * What an exposure had when it last was open, as its row has it: a close says nothing of it.
 *
 * @param digest of what stands in other tables, to see that nothing of it has changed
 */
record Content(long traitSet, long sourceSet, long kindSet, int signals, long digest) {
  static final Content NONE = new Content(0, 0, 0, 0, 0);
}

// SPDX-License-Identifier: Apache-2.0
package io.breakwater.fakes.splunk;

import java.util.Set;

/**
 * Who may send events, and where to.
 *
 * @param index where events go that do not say
 * @param indexes where else they may go
 * @param acknowledges whether the sender can ask if its events are indexed
 */
public record HecToken(
    String value, boolean enabled, String index, Set<String> indexes, boolean acknowledges) {
  public HecToken {
    indexes = Set.copyOf(indexes);
    if (value.isBlank() || index.isBlank()) {
      throw new IllegalArgumentException("A token has a value and an index of its own");
    }
  }

  /** Enabled, for one index, without acknowledgment. */
  public static HecToken of(String value, String index) {
    return new HecToken(value, true, index, Set.of(), false);
  }

  /** The same, turned off. */
  public HecToken disabled() {
    return new HecToken(value, false, index, indexes, acknowledges);
  }

  /** The same, with acknowledgment. */
  public HecToken acknowledging() {
    return new HecToken(value, enabled, index, indexes, true);
  }

  /** The same, for more indexes. */
  public HecToken allowing(String... more) {
    return new HecToken(value, enabled, index, Set.of(more), acknowledges);
  }

  boolean mayWriteTo(String name) {
    return name.equals(index) || indexes.contains(name);
  }
}

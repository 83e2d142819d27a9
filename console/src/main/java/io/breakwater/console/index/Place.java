// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index;

/** Where a record was read. */
public record Place(RecordStream stream, String shard, Sequence sequence) {
  @Override
  public String toString() {
    return stream.id() + "/" + shard + "#" + sequence;
  }
}

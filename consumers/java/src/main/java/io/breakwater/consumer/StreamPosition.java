// SPDX-License-Identifier: Apache-2.0
package io.breakwater.consumer;

import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How far a stream is read.
 *
 * @param readTo every record that came before it is read; empty as long as a shard was not asked
 * @param shards by their id; those that are not there yet were born later and are read whole
 */
record StreamPosition(Optional<Instant> readTo, SortedMap<String, Position> shards) {
  StreamPosition {
    shards = Collections.unmodifiableSortedMap(new TreeMap<>(shards));
  }
}

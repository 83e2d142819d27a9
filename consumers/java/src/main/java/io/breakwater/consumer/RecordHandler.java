// SPDX-License-Identifier: Apache-2.0
package io.breakwater.consumer;

import java.time.Instant;

/** Takes what is read, in the order of each shard. */
@FunctionalInterface
interface RecordHandler {
  /**
   * @param arrived when the record came to the stream
   * @param place stream, shard and sequence number, for people
   */
  void take(byte[] data, Instant arrived, String place);
}

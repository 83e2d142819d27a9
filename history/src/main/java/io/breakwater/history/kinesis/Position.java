// SPDX-License-Identifier: Apache-2.0
package io.breakwater.history.kinesis;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.services.kinesis.model.GetShardIteratorRequest;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;

/** Where in a shard the reading begins. */
record Position(Consumer<GetShardIteratorRequest.Builder> request) {
  /** At what arrived then or later; at the oldest that is kept where that is open. */
  static Position since(Optional<Instant> time) {
    return new Position(
        request -> {
          if (time.isPresent()) {
            request.shardIteratorType(ShardIteratorType.AT_TIMESTAMP).timestamp(time.get());
          } else {
            request.shardIteratorType(ShardIteratorType.TRIM_HORIZON);
          }
        });
  }

  static Position after(String sequenceNumber) {
    return new Position(
        request ->
            request
                .shardIteratorType(ShardIteratorType.AFTER_SEQUENCE_NUMBER)
                .startingSequenceNumber(sequenceNumber));
  }
}

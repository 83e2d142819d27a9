// SPDX-License-Identifier: Apache-2.0
package io.breakwater.consumer;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import software.amazon.awssdk.services.kinesis.model.GetShardIteratorRequest;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;

/**
 * Where in a shard to go on. As text, in a checkpoint: {@code TRIM_HORIZON}, {@code AT} and a time,
 * {@code AFTER} and a sequence number, or {@code END}.
 */
final class Position {
  /** The oldest record that is still there. */
  static final Position TRIM_HORIZON = new Position(ShardIteratorType.TRIM_HORIZON, "TRIM_HORIZON");

  /** The shard is closed and read. */
  static final Position END = new Position(null, "END");

  private static final String AT = "AT ";
  private static final String AFTER = "AFTER ";

  private final ShardIteratorType type;
  private final String text;

  private Position(ShardIteratorType type, String text) {
    this.type = type;
    this.text = text;
  }

  /**
   * Whatever comes from now on.
   *
   * @param now what a checkpoint keeps of it: after a restart, later is not late enough
   */
  static Position latest(Instant now) {
    return new Position(ShardIteratorType.LATEST, AT + now);
  }

  static Position at(Instant time) {
    return new Position(ShardIteratorType.AT_TIMESTAMP, AT + time);
  }

  static Position after(String sequenceNumber) {
    return new Position(ShardIteratorType.AFTER_SEQUENCE_NUMBER, AFTER + sequenceNumber);
  }

  /**
   * Reads what {@link #toString} wrote.
   *
   * @throws IllegalArgumentException when it is no position
   */
  static Position parse(String text) {
    if (text.equals(TRIM_HORIZON.text)) {
      return TRIM_HORIZON;
    }
    if (text.equals(END.text)) {
      return END;
    }
    if (text.startsWith(AFTER)) {
      return after(text.substring(AFTER.length()));
    }
    try {
      if (text.startsWith(AT)) {
        return at(Instant.parse(text.substring(AT.length())));
      }
    } catch (DateTimeParseException e) {
      // It is said below.
    }
    throw new IllegalArgumentException("no position in a shard: " + text);
  }

  /** Whether what the shard has now is left out, so that one that is closed has nothing to read. */
  boolean isLatest() {
    return type == ShardIteratorType.LATEST;
  }

  boolean isEnd() {
    return type == null;
  }

  /** Asks for an iterator from here on. */
  GetShardIteratorRequest iteratorOf(String stream, String shard) {
    var request =
        GetShardIteratorRequest.builder()
            .streamName(stream)
            .shardId(shard)
            .shardIteratorType(Objects.requireNonNull(type, "nothing comes after the end"));
    if (type == ShardIteratorType.AT_TIMESTAMP) {
      request.timestamp(Instant.parse(text.substring(AT.length())));
    } else if (type == ShardIteratorType.AFTER_SEQUENCE_NUMBER) {
      request.startingSequenceNumber(text.substring(AFTER.length()));
    }
    return request.build();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Position position && text.equals(position.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}

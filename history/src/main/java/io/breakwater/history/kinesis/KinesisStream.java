// SPDX-License-Identifier: Apache-2.0
package io.breakwater.history.kinesis;

import io.breakwater.history.HistoryException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.ExpiredIteratorException;
import software.amazon.awssdk.services.kinesis.model.GetRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.GetShardIteratorRequest;
import software.amazon.awssdk.services.kinesis.model.InvalidArgumentException;
import software.amazon.awssdk.services.kinesis.model.KinesisException;
import software.amazon.awssdk.services.kinesis.model.KmsThrottlingException;
import software.amazon.awssdk.services.kinesis.model.LimitExceededException;
import software.amazon.awssdk.services.kinesis.model.ListShardsRequest;
import software.amazon.awssdk.services.kinesis.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.kinesis.model.ResourceNotFoundException;
import software.amazon.awssdk.services.kinesis.model.Shard;
import software.amazon.awssdk.services.kinesis.model.ShardFilterType;

/** The calls of Kinesis that reading a stream takes. */
final class KinesisStream {
  /** What Kinesis allows. */
  static final int MOST = 10_000;

  private final KinesisClient client;
  private final String stream;
  private final int most;

  /**
   * @param stream its name, or its ARN
   * @param most how many records a call gives, up to {@link #MOST}
   */
  KinesisStream(KinesisClient client, String stream, int most) {
    this.client = client;
    this.stream = stream;
    this.most = most;
  }

  /** Without the account and the region. */
  String name() {
    return stream.substring(stream.indexOf('/') + 1);
  }

  private boolean hasArn() {
    return stream.startsWith("arn:");
  }

  /**
   * The shards that hold records which arrived since then, closed ones as well.
   *
   * @param since open for all that the stream keeps
   */
  List<Shard> shards(Optional<Instant> since) throws HistoryException, InterruptedException {
    return asked(
        "list the shards of",
        () -> {
          try {
            return shards(filtered(since));
          } catch (InvalidArgumentException e) {
            // Servers like Kinesis may not know the filter: it only saves looking at empty shards.
            return shards(ListShardsRequest.builder());
          }
        });
  }

  private static ListShardsRequest.Builder filtered(Optional<Instant> since) {
    return ListShardsRequest.builder()
        .shardFilter(
            filter -> {
              if (since.isPresent()) {
                filter.type(ShardFilterType.FROM_TIMESTAMP).timestamp(since.get());
              } else {
                filter.type(ShardFilterType.FROM_TRIM_HORIZON);
              }
            });
  }

  private List<Shard> shards(ListShardsRequest.Builder first) {
    var request = (hasArn() ? first.streamARN(stream) : first.streamName(stream)).build();
    var shards = new ArrayList<Shard>();
    while (request != null) {
      var answer = client.listShards(request);
      shards.addAll(answer.shards());
      // The token stands for the stream and the filter, which must not be said again.
      request =
          answer.nextToken() == null
              ? null
              : ListShardsRequest.builder().nextToken(answer.nextToken()).build();
    }
    return shards;
  }

  String iterator(String shard, Position position) throws HistoryException, InterruptedException {
    var request = GetShardIteratorRequest.builder().shardId(shard);
    position.request().accept(hasArn() ? request.streamARN(stream) : request.streamName(stream));
    return asked("read", () -> client.getShardIterator(request.build()).shardIterator());
  }

  /**
   * Up to 10 MB.
   *
   * @throws KinesisException that {@link #isThrottled}, or because the iterator has expired
   */
  GetRecordsResponse records(String iterator) throws HistoryException, InterruptedException {
    return asked(
        "read",
        () ->
            client.getRecords(
                request ->
                    request
                        .shardIterator(iterator)
                        .limit(most)
                        .streamARN(hasArn() ? stream : null)));
  }

  /** Whether it is said to be asked more slowly. */
  static boolean isThrottled(KinesisException e) {
    return e instanceof ProvisionedThroughputExceededException
        || e instanceof LimitExceededException
        || e instanceof KmsThrottlingException;
  }

  private <T> T asked(String what, Supplier<T> question)
      throws HistoryException, InterruptedException {
    try {
      return question.get();
    } catch (AbortedException e) {
      throw new InterruptedException(e.getMessage());
    } catch (SdkException e) {
      if (e instanceof ExpiredIteratorException
          || (e instanceof KinesisException answer && isThrottled(answer))) {
        throw e;
      }
      throw new HistoryException(
          "cannot " + what + " stream " + stream + ": " + e.getMessage() + advice(e), e);
    }
  }

  private static String advice(SdkException e) {
    if (e instanceof ResourceNotFoundException) {
      return "; is its name right, and the region?";
    }
    boolean isDenied =
        e instanceof KinesisException answer
            && answer.awsErrorDetails() != null
            && "AccessDeniedException".equals(answer.awsErrorDetails().errorCode());
    return isDenied
        ? "; allow kinesis:ListShards, kinesis:GetShardIterator and kinesis:GetRecords, and"
            + " kms:Decrypt where the stream is encrypted with a key of KMS"
        : "";
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.respond;

import com.google.protobuf.ByteString;
import io.breakwater.cli.handover.Handover;
import io.breakwater.response.ResponseSources;
import io.breakwater.response.message.Arrival;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.flink.statefun.flink.common.protobuf.ProtobufTypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Hands revisions from somebody in the same process to the response job. */
public final class RevisionFeed implements ResponseSources, AutoCloseable {
  private static final String ORIGIN = "this process";

  private final Handover<Arrival> handover = new Handover<>();
  private final AtomicLong position = new AtomicLong();

  /** May be called by several threads; those of one exposure in order. */
  public void add(byte[] record) {
    handover.add(
        Arrival.newBuilder()
            .setRecord(ByteString.copyFrom(record))
            .setArrivedAt(System.currentTimeMillis())
            .setOrigin(ORIGIN)
            .setPosition(Long.toString(position.incrementAndGet()))
            .build());
  }

  /** Whether the job has taken all that there is. */
  public boolean isEmpty() {
    return handover.isEmpty();
  }

  @Override
  public DataStream<Arrival> revisions(StreamExecutionEnvironment env) {
    return handover.stream(env, "take revisions", new ProtobufTypeInformation<>(Arrival.class));
  }

  @Override
  public void close() {
    handover.close();
  }
}

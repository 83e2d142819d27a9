// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.local;

import io.breakwater.cli.handover.Handover;
import io.breakwater.console.web.redrive.LetterSink;
import io.breakwater.flink.types.Record;
import io.breakwater.flink.types.WireTypes;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Records of dead letters that are sent again, on their way to the job in the same process. */
final class LocalLetters implements LetterSink, AutoCloseable {
  private static final String ORIGIN = "sent again";

  private final Handover<Record> handover = new Handover<>();
  private final AtomicLong number = new AtomicLong();

  @Override
  public void send(byte[] record) {
    handover.add(new Record(record, ORIGIN, Long.toString(number.incrementAndGet())));
  }

  DataStream<Record> records(StreamExecutionEnvironment env) {
    return handover.stream(env, "take letters again", WireTypes.RECORD);
  }

  @Override
  public void close() {
    handover.close();
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.local;

import io.breakwater.cli.handover.Handover;
import io.breakwater.console.web.action.ActionSink;
import io.breakwater.flink.types.Record;
import io.breakwater.flink.types.WireTypes;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** What people decide in the console, on its way to the job in the same process. */
final class LocalActions implements ActionSink, AutoCloseable {
  private static final String ORIGIN = "console";

  private final Handover<Record> handover = new Handover<>();
  private final AtomicLong number = new AtomicLong();

  @Override
  public void send(String resource, byte[] action) {
    handover.add(new Record(action, ORIGIN, Long.toString(number.incrementAndGet())));
  }

  DataStream<Record> records(StreamExecutionEnvironment env) {
    return handover.stream(env, "take actions", WireTypes.RECORD);
  }

  @Override
  public void close() {
    handover.close();
  }
}

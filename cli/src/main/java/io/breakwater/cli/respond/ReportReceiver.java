// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.respond;

import io.breakwater.response.ResponseSinks;
import io.breakwater.response.message.DeadEnd;
import io.breakwater.response.message.Report;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.streaming.api.datastream.DataStream;

/** Hands what the response job says of itself to somebody in the same process. */
public final class ReportReceiver implements ResponseSinks, AutoCloseable {
  /** A sink travels to its task as bytes: what it hands over to is found again by name. */
  private static final Map<String, Consumer<Object>> RECEIVERS = new ConcurrentHashMap<>();

  private final String reports = UUID.randomUUID().toString();
  private final String deadEnds = UUID.randomUUID().toString();

  /** The receivers are called by the tasks of the job: they must be thread-safe. */
  public ReportReceiver(Consumer<Report> ofReports, Consumer<DeadEnd> ofDeadEnds) {
    RECEIVERS.put(reports, report -> ofReports.accept((Report) report));
    RECEIVERS.put(deadEnds, end -> ofDeadEnds.accept((DeadEnd) end));
  }

  @Override
  public void reports(DataStream<Report> stream) {
    stream.sinkTo(new HandOver<>(reports)).name("show reports").uid("show-reports");
  }

  @Override
  public void deadEnds(DataStream<DeadEnd> stream) {
    stream.sinkTo(new HandOver<>(deadEnds)).name("show dead letters").uid("show-dead-letters");
  }

  @Override
  public void close() {
    RECEIVERS.remove(reports);
    RECEIVERS.remove(deadEnds);
  }

  private static final class HandOver<T> implements Sink<T> {
    private static final long serialVersionUID = 1L;

    private final String receiver;

    HandOver(String receiver) {
      this.receiver = receiver;
    }

    @Override
    @SuppressWarnings("deprecation") // Flink 1.20 still has it as the abstract one.
    public SinkWriter<T> createWriter(InitContext context) {
      return new Writer<>(RECEIVERS.getOrDefault(receiver, what -> {}));
    }
  }

  private record Writer<T>(Consumer<Object> receiver) implements SinkWriter<T> {
    @Override
    public void write(T element, Context context) {
      receiver.accept(element);
    }

    @Override
    public void flush(boolean endOfInput) {}

    @Override
    public void close() {}
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.local;

import io.breakwater.flink.Sinks;
import io.breakwater.flink.types.Output;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.streaming.api.datastream.DataStream;

/** Hands what the job writes to somebody in the same process. */
final class LocalOutput implements Sinks, AutoCloseable {
  /** A sink travels to its task as bytes: what it hands over to is found again by name. */
  private static final Map<String, Consumer<byte[]>> RECEIVERS = new ConcurrentHashMap<>();

  private final String exposures = UUID.randomUUID().toString();
  private final String certificates = UUID.randomUUID().toString();
  private final String chokePoints = UUID.randomUUID().toString();
  private final String deadLetters = UUID.randomUUID().toString();
  private final String answers = UUID.randomUUID().toString();

  /** The receivers are called by the tasks of the job: they must be thread-safe. */
  LocalOutput(
      Consumer<byte[]> revisions,
      Consumer<byte[]> alerts,
      Consumer<byte[]> points,
      Consumer<byte[]> letters,
      Consumer<byte[]> actionAnswers) {
    RECEIVERS.put(exposures, revisions);
    RECEIVERS.put(certificates, alerts);
    RECEIVERS.put(chokePoints, points);
    RECEIVERS.put(deadLetters, letters);
    RECEIVERS.put(answers, actionAnswers);
  }

  @Override
  public void exposures(DataStream<Output> revisions) {
    revisions.sinkTo(new HandOver(exposures)).name("show exposures").uid("show-exposures");
  }

  @Override
  public void certificates(DataStream<Output> revisions) {
    revisions.sinkTo(new HandOver(certificates)).name("show certificates").uid("show-certificates");
  }

  @Override
  public void chokePoints(DataStream<Output> points) {
    points.sinkTo(new HandOver(chokePoints)).name("show choke points").uid("show-choke-points");
  }

  @Override
  public void deadLetters(DataStream<Output> letters) {
    letters.sinkTo(new HandOver(deadLetters)).name("show dead letters").uid("show-dead-letters");
  }

  @Override
  public void actionAnswers(DataStream<Output> given) {
    given.sinkTo(new HandOver(answers)).name("show action answers").uid("show-action-answers");
  }

  @Override
  public void close() {
    RECEIVERS.remove(exposures);
    RECEIVERS.remove(certificates);
    RECEIVERS.remove(chokePoints);
    RECEIVERS.remove(deadLetters);
    RECEIVERS.remove(answers);
  }

  private static final class HandOver implements Sink<Output> {
    private static final long serialVersionUID = 1L;

    private final String receiver;

    HandOver(String receiver) {
      this.receiver = receiver;
    }

    @Override
    @SuppressWarnings("deprecation") // Flink 1.20 still has it as the abstract one.
    public SinkWriter<Output> createWriter(InitContext context) {
      return new Writer(RECEIVERS.getOrDefault(receiver, json -> {}));
    }
  }

  private record Writer(Consumer<byte[]> receiver) implements SinkWriter<Output> {
    @Override
    public void write(Output element, Context context) {
      receiver.accept(element.json());
    }

    @Override
    public void flush(boolean endOfInput) {}

    @Override
    public void close() {}
  }
}

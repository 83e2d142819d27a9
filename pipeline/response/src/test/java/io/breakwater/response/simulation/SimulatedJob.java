// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.simulation;

import com.google.protobuf.Message;
import io.breakwater.response.function.Functions;
import io.breakwater.response.function.Workplace;
import io.breakwater.response.message.Notice;
import io.breakwater.response.message.Report;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.apache.flink.statefun.sdk.Address;
import org.apache.flink.statefun.sdk.AsyncOperationResult;
import org.apache.flink.statefun.sdk.AsyncOperationResult.Status;
import org.apache.flink.statefun.sdk.Context;
import org.apache.flink.statefun.sdk.FunctionType;
import org.apache.flink.statefun.sdk.StatefulFunction;
import org.apache.flink.statefun.sdk.io.EgressIdentifier;
import org.apache.flink.statefun.sdk.metrics.Metrics;
import org.apache.flink.statefun.sdk.state.Accessor;
import org.apache.flink.statefun.sdk.state.ApiExtension;
import org.apache.flink.statefun.sdk.state.PersistedValue;

/**
 * Runs the functions as Flink does, on the clock of a {@link World}: with checkpoints of all that
 * is remembered and under way, and failures after which it goes on from the last one, reads the
 * stream again from there, and no longer knows how calls ended.
 */
public final class SimulatedJob {
  private static final Duration RESTART = Duration.ofSeconds(12);

  /** Every other time: what was remembered goes on long before the stream has come as far again. */
  private static final Duration LATE = Duration.ofSeconds(20);

  private final World world;
  private final Function<Instant, Workplace> workplaces;
  private final List<Notice> stream = new ArrayList<>();
  private final List<Report> reports = new ArrayList<>();
  private final Map<FunctionType, StatefulFunction> functions = new HashMap<>();
  private State state = new State();
  private State checkpoint = new State();
  private int incarnation;
  private boolean running;
  private Address current;

  public SimulatedJob(World world, Function<Instant, Workplace> workplaces) {
    this.world = world;
    this.workplaces = workplaces;
    start();
  }

  private void start() {
    incarnation++;
    running = true;
    functions.clear();
    var workplace = workplaces.apply(world.instant());
    for (var type : Functions.ALL) {
      var function = Functions.of(type, workplace);
      bind(function);
      functions.put(type, function);
    }
  }

  /** The values of all instances of a function are kept here, by the address that is called. */
  private void bind(StatefulFunction function) {
    for (Class<?> type = function.getClass(); type != Object.class; type = type.getSuperclass()) {
      for (var field : type.getDeclaredFields()) {
        if (field.getType() == PersistedValue.class) {
          try {
            field.setAccessible(true);
            @SuppressWarnings("unchecked")
            var value = (PersistedValue<Message>) field.get(function);
            ApiExtension.setPersistedValueAccessor(value, new Memory());
          } catch (IllegalAccessException e) {
            throw new AssertionError(e);
          }
        }
      }
    }
  }

  /** A record comes to the stream now. */
  public void arrive(Notice notice) {
    stream.add(notice);
    if (running) {
      readOn();
    }
  }

  /** Something comes in by another stream than that of revisions. */
  public void ask(Address address, Message what) {
    enqueue(null, address, what);
  }

  private void readOn() {
    while (state.read < stream.size()) {
      var notice = stream.get(state.read++);
      enqueue(null, new Address(Functions.EXPOSURE, notice.getUid()), notice);
    }
  }

  private void enqueue(Address from, Address to, Object message) {
    state.mailbox.add(new Envelope(from, to, message));
    if (state.mailbox.size() == 1) {
      int ours = incarnation;
      world.in(Duration.ofMillis(1), () -> deliverAll(ours));
    }
  }

  private void deliverAll(int ofIncarnation) {
    while (ofIncarnation == incarnation && running && !state.mailbox.isEmpty()) {
      var envelope = state.mailbox.peek();
      call(envelope);
      state.mailbox.poll();
    }
  }

  private void call(Envelope envelope) {
    current = envelope.to();
    functions.get(envelope.to().type()).invoke(new Invocation(envelope), envelope.message());
    current = null;
  }

  /** Everything up to now is safe. */
  public void takeCheckpoint() {
    if (running) {
      checkpoint = state.copy();
    }
  }

  /** The processes are lost; others take over from the last checkpoint after a while. */
  public void fail() {
    running = false;
    incarnation++;
    world.in(RESTART, this::restore);
  }

  private void restore() {
    if (running) {
      return;
    }
    state = checkpoint.copy();
    start();
    int ours = incarnation;
    var pending = List.copyOf(state.calls.values());
    state.calls.clear();
    for (var call : pending) {
      state.mailbox.add(
          new Envelope(
              call.to(),
              call.to(),
              new AsyncOperationResult<>(call.message(), Status.UNKNOWN, null, null)));
    }
    for (var delayed : List.copyOf(state.delayed.entrySet())) {
      world.at(delayed.getValue().at(), () -> fire(ours, delayed.getKey()));
    }
    world.in(Duration.ofMillis(1), () -> deliverAll(ours));
    world.in(ours % 2 == 0 ? Duration.ofMillis(2) : LATE, () -> readAgain(ours));
  }

  private void readAgain(int ofIncarnation) {
    if (ofIncarnation == incarnation) {
      readOn();
    }
  }

  private void fire(int ofIncarnation, long number) {
    if (ofIncarnation != incarnation || !running) {
      return;
    }
    var delayed = state.delayed.remove(number);
    enqueue(delayed.envelope().from(), delayed.envelope().to(), delayed.envelope().message());
  }

  /** What left the functions, what is said again after a failure among it. */
  public List<Report> reports() {
    return reports;
  }

  /** What an instance remembers. */
  public Object remembered(Address address) {
    return state.memory.get(address);
  }

  private record Envelope(Address from, Address to, Object message) {}

  private record Delayed(Instant at, Envelope envelope) {}

  /** All that a checkpoint holds. */
  private static final class State {
    private final Map<Address, Message> memory = new HashMap<>();
    private final ArrayDeque<Envelope> mailbox = new ArrayDeque<>();
    private final Map<Long, Delayed> delayed = new LinkedHashMap<>();
    private final Map<Long, Envelope> calls = new LinkedHashMap<>();
    private int read;
    private long number;

    State copy() {
      var copy = new State();
      copy.memory.putAll(memory);
      copy.mailbox.addAll(mailbox);
      copy.delayed.putAll(delayed);
      copy.calls.putAll(calls);
      copy.read = read;
      copy.number = number;
      return copy;
    }
  }

  private final class Memory implements Accessor<Message> {
    @Override
    public void set(Message value) {
      state.memory.put(current, value);
    }

    @Override
    public Message get() {
      return state.memory.get(current);
    }

    @Override
    public void clear() {
      state.memory.remove(current);
    }
  }

  private final class Invocation implements Context {
    private final Envelope envelope;

    Invocation(Envelope envelope) {
      this.envelope = envelope;
    }

    @Override
    public Address self() {
      return envelope.to();
    }

    @Override
    public Address caller() {
      return envelope.from();
    }

    @Override
    public void send(Address to, Object message) {
      enqueue(self(), to, message);
    }

    @Override
    public <T> void send(EgressIdentifier<T> egress, T message) {
      reports.add((Report) message);
    }

    @Override
    public void sendAfter(Duration delay, Address to, Object message) {
      long number = state.number++;
      var at = world.instant().plus(delay);
      state.delayed.put(number, new Delayed(at, new Envelope(self(), to, message)));
      int ours = incarnation;
      world.at(at, () -> fire(ours, number));
    }

    @Override
    public void sendAfter(Duration delay, Address to, Object message, String token) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void cancelDelayedMessage(String token) {
      throw new UnsupportedOperationException();
    }

    @Override
    public <M, T> void registerAsyncOperation(M metadata, CompletableFuture<T> future) {
      long number = state.number++;
      var self = self();
      int ours = incarnation;
      state.calls.put(number, new Envelope(self, self, metadata));
      var unused =
          future.whenComplete(
              (value, failure) -> {
                if (ours == incarnation) {
                  var status = failure == null ? Status.SUCCESS : Status.FAILURE;
                  state.calls.remove(number);
                  enqueue(self, self, new AsyncOperationResult<>(metadata, status, value, failure));
                }
              });
    }

    @Override
    public Metrics metrics() {
      throw new UnsupportedOperationException();
    }
  }
}

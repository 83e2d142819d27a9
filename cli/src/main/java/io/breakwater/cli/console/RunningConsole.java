// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.console;

import io.breakwater.cli.Breakwater;
import io.breakwater.console.feed.DirectFeed;
import io.breakwater.console.index.Index;
import io.breakwater.console.index.Reader;
import io.breakwater.console.index.Retention;
import io.breakwater.console.index.query.Selection;
import io.breakwater.console.web.ConsoleServer;
import io.breakwater.console.web.Outlets;
import io.breakwater.console.web.Rulebook;
import io.breakwater.console.web.ServerSettings;
import io.breakwater.console.web.feeds.Follower;
import io.breakwater.console.web.feeds.MeasuredIndex;
import io.breakwater.console.web.feeds.Progress;
import io.breakwater.console.web.feeds.Source;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A store, what keeps it up with its sources, and the server that answers from it. */
final class RunningConsole implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofMillis(500);

  private final Clock clock = Clock.systemUTC();
  private final Progress progress = new Progress(clock);
  private final MeasuredIndex index;
  private final Housekeeping housekeeping;
  private final ConsoleServer server;
  private final List<Follower> followers = new ArrayList<>();

  /**
   * @param store is not closed with it
   * @param outlets where goes what people do
   * @throws io.breakwater.console.web.PortTakenException when another process listens there
   */
  RunningConsole(
      OpenStore store,
      Retention retention,
      ServerSettings settings,
      Rulebook rules,
      Outlets outlets) {
    index = new MeasuredIndex(store.index(), progress);
    server =
        ConsoleServer.start(
            settings,
            new ConsoleServer.Sources(Breakwater.release(), index, rules, progress, store, outlets),
            clock);
    housekeeping = Housekeeping.start(index, retention, clock);
  }

  /**
   * @param source of an index
   */
  void follow(Function<Index, Source> source) {
    followers.add(Follower.start(source.apply(index), progress, clock, PAUSE));
  }

  /** For records that are made in this process; to be closed before this. */
  DirectFeed feed() {
    progress.takesDirectly();
    return new DirectFeed(index, "local");
  }

  URI address() {
    return server.address();
  }

  boolean isReady() {
    return progress.isReady();
  }

  long open() {
    return reader().count(Selection.OPEN);
  }

  long read() {
    return reader().outcomes().values().stream().mapToLong(applied -> applied.read()).sum();
  }

  private Reader reader() {
    return index.reader();
  }

  @Override
  public void close() {
    server.close();
    followers.forEach(Follower::stop);
    index.refuse();
    followers.forEach(Follower::close);
    housekeeping.close();
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.console;

import io.breakwater.cli.Failure;
import io.breakwater.cli.catalogue.ChosenCatalogue;
import io.breakwater.cli.send.StreamPlace;
import io.breakwater.cli.send.Streams;
import io.breakwater.console.index.Index;
import io.breakwater.console.index.Retention;
import io.breakwater.console.web.Outlets;
import io.breakwater.console.web.PortTakenException;
import io.breakwater.console.web.Rulebook;
import io.breakwater.console.web.ServerSettings;
import io.breakwater.console.web.access.AccessException;
import io.breakwater.console.web.access.AuditLog;
import io.breakwater.core.catalogue.Suppressions;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The console over what the jobs write. */
@Command(
    name = "console",
    description = {
      "Show what is open, since when and why, in a browser: an index over what the jobs write,"
          + " kept up with it, and the page.",
      "",
      "It goes on where it was when it is started again with the same store. A store that is lost"
          + " is made again from the sources."
    },
    mixinStandardHelpOptions = true,
    footer = {"", "docs/console.md says how to put it behind a proxy. Ctrl-C stops it."})
public final class ShowConsole implements Callable<Integer> {
  private static final Duration TICK = Duration.ofMillis(500);
  private static final int TICKS_PER_LINE = 10;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Option(
      names = "--source",
      paramLabel = "SOURCE",
      required = true,
      converter = ChosenSource.Converter.class,
      description =
          "What to show: a directory that run, replay, local or respond write with --output, while they write or afterwards; or kinesis:WHAT=NAME, a stream that a job writes, where WHAT is exposures, certificates, dead-letters, action-answers, rule-answers, response-reports or response-dead-letters, and the name when there is none. May be given several times.")
  private List<ChosenSource> sources = new ArrayList<>();

  @Option(
      names = "--store",
      paramLabel = "STORE",
      description =
          "Where the index is kept: a file, or jdbc:postgresql://HOST/DATABASE?user=NAME with the password in ~/.pgpass. Default: a file that is gone at the end.")
  private String store;

  @Option(
      names = "--retain",
      paramLabel = "DURATION",
      description = "How long what has closed is kept, at most P400D. Default: ${DEFAULT-VALUE}.")
  private Duration retain = Retention.DEFAULT.closed();

  @Option(
      names = "--control-stream",
      paramLabel = "NAME",
      description =
          "The Kinesis stream that the jobs read what people decide from. Default: nobody decides anything here.")
  private String controlStream;

  @Option(
      names = "--redrive-stream",
      paramLabel = "NAME",
      description =
          "The Kinesis stream of findings, to which people may send dead letters again. Default: nobody may.")
  private String redriveStream;

  @Mixin private StreamPlace place;

  @Mixin private AccessOptions access;

  @Option(
      names = "--suppressions",
      paramLabel = "FILE",
      description = "The suppressions that the job goes by, to be shown.")
  private Path suppressions;

  @Mixin private ChosenCatalogue catalogue;

  @Spec private CommandSpec spec;

  private final CountDownLatch stop = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);

  @Override
  public Integer call() throws InterruptedException {
    var retention = retention();
    Runtime.getRuntime().addShutdownHook(new Thread(this::stopAndWait, "stop"));
    try (var audit = access.audit(Clock.systemUTC());
        var streams = isWithKinesis() ? place.open() : null;
        var open = store == null ? OpenStore.temporary() : OpenStore.at(store)) {
      var opened = sources.stream().map(source -> source.open(streams)).toList();
      check(open.index());
      try (var console =
          new RunningConsole(open, retention, settings(audit), rules(), outlets(streams))) {
        say("The console is at " + console.address());
        opened.forEach(console::follow);
        follow(console);
        say("Stopping ...");
      }
    } catch (AccessException e) {
      throw new Failure(e.getMessage(), e);
    } catch (PortTakenException e) {
      throw new Failure(e.getMessage() + "; choose another with --port", e);
    } finally {
      ended.countDown();
    }
    return 0;
  }

  private void check(Index index) {
    try {
      ChosenSource.check(sources, index);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "--source: " + e.getMessage(), e);
    }
  }

  /**
   * @param streams null for none
   */
  private Outlets outlets(Streams streams) {
    return new Outlets(
        Optional.ofNullable(controlStream)
            .map(stream -> new KinesisActions(streams.client(), stream)),
        Optional.ofNullable(redriveStream)
            .map(stream -> new KinesisLetters(streams.client(), stream)));
  }

  private boolean isWithKinesis() {
    return controlStream != null
        || redriveStream != null
        || sources.stream().anyMatch(ChosenSource.OfKinesis.class::isInstance);
  }

  private ServerSettings settings(AuditLog audit) {
    try {
      return access.settings(audit);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  private Retention retention() {
    var usual = Retention.DEFAULT;
    try {
      return new Retention(retain, usual.hourly(), usual.daily(), usual.answers(), usual.records());
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "--retain: " + e.getMessage(), e);
    }
  }

  private Rulebook rules() {
    return new Rulebook(
        catalogue.read(),
        catalogue.directory().map(Path::toString).orElse("as it ships"),
        suppressions == null ? Suppressions.NONE : Suppressions.in(suppressions));
  }

  /** Until the process is asked to end. */
  private void follow(RunningConsole console) throws InterruptedException {
    boolean ready = false;
    for (int tick = 1; !stop.await(TICK.toMillis(), TimeUnit.MILLISECONDS); tick++) {
      if (!ready && console.isReady()) {
        ready = true;
        say(console.read() + " records are in the index; open exposures: " + console.open());
      } else if (!ready && tick % TICKS_PER_LINE == 0) {
        say("reading: " + console.read() + " records ...");
      }
    }
  }

  private void say(String line) {
    var out = spec.commandLine().getOut();
    out.println(line);
    out.flush();
  }

  private void stopAndWait() {
    stop.countDown();
    try {
      ended.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

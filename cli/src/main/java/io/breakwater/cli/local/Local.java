// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.local;

import io.breakwater.cli.Failure;
import io.breakwater.cli.catalogue.ChosenCatalogue;
import io.breakwater.cli.console.LocalConsole;
import io.breakwater.console.web.Outlets;
import io.breakwater.console.web.access.AccessException;
import io.breakwater.console.web.access.AuditLog;
import io.breakwater.flink.Settings;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Everything on one machine with no account. */
@Command(
    name = "local",
    description =
        "Run everything on this machine, with no AWS account: the events of a small made-up organisation flow in, exposures open, rise and close, certificates run out and are renewed, and a stand-in for Jira has a ticket for each that matters.",
    mixinStandardHelpOptions = true,
    footer = {"", "Ctrl-C stops it. In a terminal it shows a live table, elsewhere plain lines."})
public final class Local implements Callable<Integer> {
  @Option(
      names = "--kinesis",
      description =
          "Put a Kinesis server in between: kinesis-local is installed, started, and stopped at the end. Needs Node.js and npm.")
  private boolean kinesis;

  @Option(
      names = "--rate",
      paramLabel = "N",
      description = "Events a second, besides those of certificates. Default: ${DEFAULT-VALUE}.")
  private double rate = 10;

  @Option(
      names = "--speed",
      paramLabel = "N",
      description =
          "How many times faster than the wall clock certificates age, at most 10000000. Default: 86400, a day each second.")
  private double speed = 86_400;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description =
          "Which organisation, and which story: the same seed tells the same one. Default: ${DEFAULT-VALUE}.")
  private long seed = 1;

  @Option(
      names = "--for",
      paramLabel = "DURATION",
      description = "Stop by itself after this time, such as PT30S. Default: run until stopped.")
  private Duration limit;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      description =
          "Also write exposures.ndjson and certificates.ndjson (OCSF, every revision), dead-letters.ndjson and action-answers.ndjson there, replacing those of an earlier run.")
  private Path output;

  @Option(
      names = "--parallelism",
      paramLabel = "N",
      description = "Tasks side by side. Default: ${DEFAULT-VALUE}.")
  private int parallelism = 1;

  @Option(names = "--no-tickets", description = "Keep no tickets: only the correlation job runs.")
  private boolean noTickets;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description =
          "Where the console listens, on this machine only; when it is taken, the next that is free. Default: ${DEFAULT-VALUE}.")
  private int port = 8080;

  @Option(names = "--no-console", description = "Show nothing in a browser.")
  private boolean noConsole;

  @Option(
      names = "--audit",
      paramLabel = "FILE",
      description =
          "Where who did what in the console is written, line by line. Default: audit.ndjson in the directory of --output; nowhere without one.")
  private Path audit;

  @Mixin private ChosenCatalogue catalogue;

  @Option(names = "--plain", description = "Plain lines also in a terminal.")
  private boolean plain;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    check();
    var out = spec.commandLine().getOut();
    var settings = Settings.live();
    catalogue.directory().ifPresent(settings::catalogue);
    out.println("Starting the jobs" + (kinesis ? " and a local Kinesis" : "") + " ...");
    out.flush();
    try (var receiver = new Receiver(output);
        var tickets = noTickets ? null : LocalTickets.start();
        var wiring = wiring(receiver);
        var auditLog = noConsole ? null : audit();
        var console = noConsole ? null : console(wiring.outlets(), auditLog)) {
      if (console != null) {
        out.println("The console is at " + console.address());
        auditFile().ifPresent(file -> out.println("Who does what there is written to " + file));
        receiver.showIn(console);
      }
      var clock = wiring.certificateClock();
      settings.certificateClock(clock, clock.during(wiring.delivery()));
      var view = view(wiring.where(), clock, tickets);
      receiver.show(view);
      if (tickets != null) {
        tickets.show(view);
        receiver.keepTickets(tickets);
        tickets.showIn(console);
      }
      var run = new LocalRun(wiring, settings.build(), parallelism);
      var counts = run.run(view, receiver.overview(), Optional.ofNullable(limit));
      out.println(counts);
      out.println("open: " + PlainLines.open(receiver.overview()));
      out.println(PlainLines.certificates(receiver.overview(), clock.instant()));
      out.println("shared choke points: " + PlainLines.shared(receiver.overview()));
      if (tickets != null) {
        out.println(tickets.summary());
      }
      out.flush();
    }
    return 0;
  }

  private LocalConsole console(Outlets outlets, AuditLog auditLog) {
    var source = catalogue.directory().map(Path::toString).orElse("as it ships");
    return LocalConsole.start(port, catalogue.read(), source, outlets, auditLog);
  }

  private AuditLog audit() {
    var clock = Clock.systemUTC();
    try {
      return auditFile()
          .map(file -> AuditLog.in(file, clock))
          .orElseGet(() -> AuditLog.to(OutputStream.nullOutputStream(), clock));
    } catch (AccessException e) {
      throw new Failure(e.getMessage(), e);
    }
  }

  private Optional<Path> auditFile() {
    return Optional.ofNullable(audit)
        .or(() -> Optional.ofNullable(output).map(directory -> directory.resolve("audit.ndjson")));
  }

  private void check() {
    if (!(rate > 0 && rate <= 100_000)) {
      throw wrong("--rate must be above 0 and at most 100000, was " + rate);
    }
    if (!(speed > 0 && speed <= 10_000_000)) {
      throw wrong("--speed must be above 0 and at most 10000000, was " + speed);
    }
    if (port < 1 || port > 65_000) {
      throw wrong("--port must be from 1 to 65000, was " + port);
    }
    if (parallelism < 1 || parallelism > 128) {
      throw wrong("--parallelism must be from 1 to 128, was " + parallelism);
    }
    if (limit != null && (limit.isNegative() || limit.isZero())) {
      throw wrong("--for must be a positive duration such as PT30S, was " + limit);
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  /**
   * @param tickets null for none
   */
  private View view(String where, Clock certificateClock, LocalTickets tickets) throws IOException {
    if (!plain && Boolean.getBoolean("breakwater.terminal")) {
      var hint = "Ctrl-C stops" + (where.isEmpty() ? "" : "   " + where);
      return new LiveTable(
          () -> tickets == null ? hint : hint + "   " + tickets.summary(), certificateClock);
    }
    var out = spec.commandLine().getOut();
    if (!where.isEmpty()) {
      out.println(where);
    }
    return new PlainLines(out, certificateClock);
  }

  private Wiring wiring(Receiver receiver) throws IOException, InterruptedException {
    return kinesis
        ? ThroughKinesis.start(
            Files.createTempDirectory("breakwater-kinesis-"), seed, rate, speed, receiver)
        : new InProcess(seed, rate, speed, receiver);
  }
}

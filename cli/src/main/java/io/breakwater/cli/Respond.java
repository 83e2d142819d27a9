// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli;

import io.breakwater.cli.respond.FakeTargets;
import io.breakwater.cli.respond.RedriveResponses;
import io.breakwater.cli.respond.ReportLine;
import io.breakwater.cli.respond.ReportReceiver;
import io.breakwater.cli.respond.RespondOutput;
import io.breakwater.cli.respond.RespondRun;
import io.breakwater.cli.respond.RevisionFeed;
import io.breakwater.response.ResponseSettings;
import io.breakwater.response.connect.PlanCheck;
import io.breakwater.response.plan.Plan;
import io.breakwater.response.plan.PlanException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The response job over what the correlation job has written. */
@Command(
    name = "respond",
    description = {
      "Keep a ticket for each exposure and certificate alert, by a plan of responses: made, kept up to"
          + " date, closed and opened again with it.",
      "",
      "Reads what run, replay or local have written. Without --plan it works against stand-ins on"
          + " this machine, which keep state and are gone at the end."
    },
    mixinStandardHelpOptions = true,
    subcommands = RedriveResponses.class,
    footer = {
      "",
      "Revisions of replays do nothing, and say what they would have done. Exit code 1 when the plan"
          + " has faults, or something could not be done."
    })
public final class Respond implements Callable<Integer> {
  @Option(
      names = "--input",
      paramLabel = "PATH",
      arity = "1..*",
      description =
          "Files of revisions, such as exposures.ndjson and certificates.ndjson, or directories that"
              + " have these two.")
  private List<Path> input = List.of();

  @Option(
      names = "--plan",
      paramLabel = "FILE",
      description = "Who is told of what, and how: see docs/respond.md.")
  private Path plan;

  @Option(names = "--check", description = "Check the plan, and do nothing else.")
  private boolean check;

  @Option(names = "--dry-run", description = "Say what would be done, and do nothing.")
  private boolean dryRun;

  @Option(
      names = "--until-idle",
      paramLabel = "DURATION",
      description =
          "End when all is read and nothing has happened for so long. Default: ${DEFAULT-VALUE}.")
  private Duration idle = Duration.ofSeconds(15);

  @Option(
      names = "--output",
      paramLabel = "DIR",
      description =
          "Also write reports.ndjson and dead-letters.ndjson there, and tickets.ndjson of the"
              + " stand-ins.")
  private Path output;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    var out = spec.commandLine().getOut();
    if (check) {
      return check(out);
    }
    if (input.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "--input says what to read");
    }
    if (plan != null) {
      return respond(out, plan.toString(), text(), Optional.empty());
    }
    try (var fakes = FakeTargets.start()) {
      out.println(fakes.where());
      return respond(out, "the plan of the stand-ins", fakes.plan(), Optional.of(fakes));
    }
  }

  private int check(PrintWriter out) {
    if (plan == null) {
      throw new ParameterException(spec.commandLine(), "--check needs a --plan");
    }
    var read = parsed(plan.toString(), text());
    out.printf(
        "%s: version %s, %d targets, no faults%n", plan, read.version(), read.targets().size());
    out.println(
        read.targetOfRequests()
            .map(target -> "tickets that people ask for are kept in " + target)
            .orElse("nobody can ask for a ticket, as no target keeps any"));
    return 0;
  }

  private static Plan parsed(String name, String text) {
    try {
      return PlanCheck.read(name, text);
    } catch (PlanException e) {
      throw new Failure(e.getMessage(), e);
    }
  }

  private String text() {
    try {
      return Files.readString(plan);
    } catch (IOException e) {
      throw new Failure("the plan cannot be read: " + e.getMessage(), e);
    }
  }

  private int respond(PrintWriter out, String name, String text, Optional<FakeTargets> fakes)
      throws Exception {
    parsed(name, text);
    var settings = ResponseSettings.of(name, text);
    try (var results = new RespondOutput(output, idle);
        var feed = new RevisionFeed();
        var receiver =
            new ReportReceiver(
                report -> {
                  results.add(report);
                  out.println(ReportLine.of(report));
                  out.flush();
                },
                results::add);
        var run = RespondRun.start(feed, receiver, dryRun ? settings.dryRun() : settings)) {
      for (var path : input) {
        results.read(path, feed);
      }
      run.await(() -> feed.isEmpty() && results.isIdle());
      fakes.ifPresent(targets -> results.tickets(targets.tickets()));
      out.println(results.summary());
      out.flush();
      return results.hasDeadEnds() ? 1 : 0;
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli;

import io.breakwater.cli.act.Act;
import io.breakwater.cli.catalogue.Catalogues;
import io.breakwater.cli.certificates.ShowCertificates;
import io.breakwater.cli.console.ShowConsole;
import io.breakwater.cli.diff.Diff;
import io.breakwater.cli.graph.ShowGraph;
import io.breakwater.cli.job.JobContract;
import io.breakwater.cli.job.JobMetrics;
import io.breakwater.cli.job.JobSettings;
import io.breakwater.cli.local.Local;
import io.breakwater.cli.rules.RuleChanges;
import java.time.Instant;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line: one entry for everything. Exit 0 ok, 1 the work failed, 2 wrong usage. */
@Command(
    name = "breakwater",
    description =
        "AWS security findings in, exposure findings and certificate alerts out, as a stream on Apache Flink.",
    mixinStandardHelpOptions = true,
    versionProvider = Breakwater.Version.class,
    subcommands = {
      Local.class,
      ShowConsole.class,
      Run.class,
      Replay.class,
      Diff.class,
      Explain.class,
      ShowGraph.class,
      ShowCertificates.class,
      Catalogues.class,
      RuleChanges.class,
      Act.class,
      Send.class,
      Redrive.class,
      Respond.class,
      JobSettings.class,
      JobMetrics.class,
      JobContract.class,
      Bench.class,
      Faults.class,
      Doctor.class
    },
    synopsisSubcommandLabel = "COMMAND")
public final class Breakwater {
  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Breakwater())
        .registerConverter(Instant.class, new PointInTime())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(new Failures());
  }

  /** The release of the jar, or {@code development} when run from classes. */
  public static String release() {
    var version = Breakwater.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"Breakwater " + release()};
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.job;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What the jobs on a cluster are set by. */
@Command(
    name = "settings",
    description = "List the settings of the jobs on a cluster, or check a file of them.",
    mixinStandardHelpOptions = true,
    subcommands = {ListSettings.class, CheckSettings.class},
    synopsisSubcommandLabel = "COMMAND")
public final class JobSettings implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say what to do: list or check");
  }
}

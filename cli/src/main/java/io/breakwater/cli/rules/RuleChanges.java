// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.rules;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Rules of a job that runs. */
@Command(
    name = "rules",
    description = "Change the rules of a job while it runs.",
    mixinStandardHelpOptions = true,
    subcommands = {SendRules.class, MakeExploitation.class},
    synopsisSubcommandLabel = "COMMAND")
public final class RuleChanges implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say what to do: send or exploitation");
  }
}

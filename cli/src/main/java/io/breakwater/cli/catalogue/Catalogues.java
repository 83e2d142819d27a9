// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.catalogue;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What the catalogue of traits, exposure rules and severity model says, and whether it is sound. */
@Command(
    name = "catalogue",
    description = "Check, list and compare the catalogue of traits, and print its severity table.",
    mixinStandardHelpOptions = true,
    subcommands = {Check.class, ListTraits.class, Coverage.class, Severities.class},
    synopsisSubcommandLabel = "COMMAND")
public final class Catalogues implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "say what to do: check, list, coverage or severity");
  }
}

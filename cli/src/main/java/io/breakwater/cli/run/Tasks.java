// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.run;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The option that says how many tasks of a bounded run work side by side. */
public final class Tasks {
  private static final int MOST = 128;

  private int count = 1;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--parallelism",
      paramLabel = "N",
      defaultValue = "1",
      description = "Tasks side by side. Default: ${DEFAULT-VALUE}.")
  void count(int value) {
    if (value < 1 || value > MOST) {
      throw new ParameterException(
          spec.commandLine(), "--parallelism must be from 1 to " + MOST + ", was " + value);
    }
    count = value;
  }

  public int count() {
    return count;
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** One call of the command line: what it printed, and how it ended. */
record CommandRun(int exit, String out, String err) {
  static CommandRun of(String... arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    int exit =
        Breakwater.commandLine()
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(arguments);
    return new CommandRun(exit, out.toString(), err.toString());
  }
}

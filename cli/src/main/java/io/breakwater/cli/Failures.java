// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli;

import io.breakwater.core.catalogue.CatalogueException;
import io.breakwater.history.HistoryException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says what went wrong in a sentence; the stack trace only to those who ask for it. */
final class Failures implements IExecutionExceptionHandler {
  private static final String VERBOSE = "BREAKWATER_STACK_TRACE";

  @Override
  public int handleExecutionException(
      Exception exception, CommandLine command, ParseResult parsed) {
    var cause = tellingCause(exception);
    command.getErr().println("breakwater: " + sentence(cause));
    if (System.getenv(VERBOSE) != null) {
      exception.printStackTrace(command.getErr());
    } else if (!isForPeople(cause)) {
      command.getErr().println("  (set " + VERBOSE + "=1 to see where)");
    }
    return command.getCommandSpec().exitCodeOnExecutionException();
  }

  /** The innermost failure of our own, else the innermost cause of all. */
  private static Throwable tellingCause(Throwable thrown) {
    var innermost = thrown;
    for (var next = thrown; next != null; next = next.getCause()) {
      if (isForPeople(next)) {
        return next;
      }
      innermost = next;
    }
    return innermost;
  }

  /** Whether the message alone says what to mend. */
  private static boolean isForPeople(Throwable thrown) {
    return thrown instanceof Failure
        || thrown instanceof CatalogueException
        || thrown instanceof HistoryException;
  }

  private static String sentence(Throwable cause) {
    return isForPeople(cause)
        ? cause.getMessage()
        : cause.getClass().getSimpleName() + ": " + cause.getMessage();
  }
}

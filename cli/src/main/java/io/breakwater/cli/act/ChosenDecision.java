// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.act;

import io.breakwater.core.control.Action;
import io.breakwater.core.control.ActionKind;
import io.breakwater.core.control.Signature;
import io.breakwater.core.signal.Severity;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options that say what is decided. */
final class ChosenDecision {
  private static final Map<String, Integer> STATUSES =
      Map.of("new", Action.NEW, "in-progress", Action.IN_PROGRESS);

  @Option(
      names = "--action",
      paramLabel = "ACTION",
      required = true,
      description = "status, severity, comment, suppress, unsuppress or ticket.")
  private ActionKind kind;

  private Integer statusId;

  @Option(
      names = "--severity",
      paramLabel = "SEVERITY",
      description = "low, medium, high or critical.")
  private Severity severity;

  @Option(
      names = "--comment",
      paramLabel = "TEXT",
      description = "What there is to say of it; with any action.")
  private String comment;

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      description = "Why the exposure may stay for a while.")
  private String reason;

  @Option(
      names = "--until",
      paramLabel = "INSTANT",
      description = "When a suppression ends, such as 2027-01-31.")
  private Instant until;

  @Option(names = "--status", paramLabel = "STATUS", description = "new or in-progress.")
  void status(String name) {
    statusId = STATUSES.get(name.toLowerCase(Locale.ROOT));
    if (statusId == null) {
      throw new TypeConversionException("'" + name + "' is neither new nor in-progress");
    }
  }

  /**
   * It, about an exposure.
   *
   * @throws IllegalArgumentException when the action lacks an option, has that of another, or would
   *     be over before it begins
   */
  Action about(Subject subject, Signature signature) {
    if (until != null && !until.isAfter(signature.at())) {
      throw new IllegalArgumentException("--until must be yet to come, was " + until);
    }
    var action = Action.of(signature, kind, subject.exposure(), subject.resource());
    subject.seen().ifPresent(action::seen);
    if (statusId != null) {
      action.statusId(statusId);
    }
    if (severity != null) {
      action.severity(severity);
    }
    if (comment != null) {
      action.comment(comment);
    }
    if (reason != null) {
      action.reason(reason);
    }
    if (until != null) {
      action.until(until);
    }
    return action.build();
  }
}

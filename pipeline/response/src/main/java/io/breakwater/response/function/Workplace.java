// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.function;

import io.breakwater.response.limit.Limits;
import io.breakwater.response.message.Assignment;
import io.breakwater.response.message.Notice;
import io.breakwater.response.playbook.Playbook;
import io.breakwater.response.targets.TicketTarget;
import io.breakwater.response.ticket.Terms;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/** What the functions of a task share; it begins when the task does. */
public interface Workplace {
  Clock clock();

  /** From 0 to 1. */
  DoubleSupplier chance();

  /** Whether everything is only said, and nothing done. */
  boolean isDryRun();

  /** The tickets that a notice of an exposure without any asks for. */
  List<Assignment> assignments(Notice notice);

  TicketTarget target(String name);

  Terms terms(String target, String route);

  /** Of a target, or of a playbook where {@code playbook:} is before its name. */
  Limits limits(String target);

  /** The names of the playbooks that a notice asks for. */
  List<String> playbooks(Notice notice);

  /** Empty where the plan does not have it any more. */
  Optional<Playbook> playbook(String name);
}

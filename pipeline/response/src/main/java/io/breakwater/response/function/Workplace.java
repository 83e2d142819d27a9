// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.function;

import io.breakwater.response.limit.Limits;
import io.breakwater.response.message.Assignment;
import io.breakwater.response.message.Notice;
import io.breakwater.response.targets.TicketTarget;
import io.breakwater.response.ticket.Terms;
import java.time.Clock;
import java.util.List;
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

  Limits limits(String target);
}

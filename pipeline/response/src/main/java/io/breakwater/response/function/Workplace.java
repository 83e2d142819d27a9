// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.function;

import io.breakwater.response.limit.Limits;
import io.breakwater.response.message.Notice;
import io.breakwater.response.plan.Route;
import io.breakwater.response.playbook.Playbook;
import io.breakwater.response.targets.MessageTarget;
import io.breakwater.response.targets.TicketTarget;
import io.breakwater.response.ticket.Terms;
import java.time.Clock;
import java.time.Duration;
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

  /** The routes that a notice takes, in their order. */
  List<Route> routesOf(Notice notice);

  /** A route by its name; empty where an earlier plan had it. */
  Optional<Route> route(String name);

  /** The target in which there are tickets that somebody asked for; empty where no target is. */
  Optional<String> targetOfRequests();

  /** By which the tickets of an exposure are found again. */
  String keyOf(String uid);

  /** A target that keeps tickets. */
  TicketTarget target(String name);

  /** A target that is only told. */
  MessageTarget messages(String name);

  /** How long something is tried that fails. */
  Duration giveUpAfter(String target);

  Terms terms(String target, String route);

  /** Of a target, or of a playbook where {@code playbook:} is before its name. */
  Limits limits(String target);

  /** How often to look what people have changed in a target. */
  Duration pollEvery(String target);

  /** Empty where the plan does not have it any more. */
  Optional<Playbook> playbook(String name);
}

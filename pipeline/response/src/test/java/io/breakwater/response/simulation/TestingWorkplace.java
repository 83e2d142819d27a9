// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.simulation;

import io.breakwater.response.function.Workplace;
import io.breakwater.response.limit.Limits;
import io.breakwater.response.message.Assignment;
import io.breakwater.response.message.Notice;
import io.breakwater.response.playbook.Playbook;
import io.breakwater.response.targets.TicketTarget;
import io.breakwater.response.ticket.Backoff;
import io.breakwater.response.ticket.Terms;
import io.breakwater.response.ticket.TicketPolicy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;

/** Every exposure has one ticket in each target, and is told to each playbook. */
public record TestingWorkplace(
    Clock clock,
    Instant started,
    SplittableRandom random,
    Map<String, TicketTarget> targets,
    TicketPolicy policy,
    Limits limits,
    Map<String, Playbook> playbooks,
    boolean isDryRun)
    implements Workplace {
  @Override
  public DoubleSupplier chance() {
    return random::nextDouble;
  }

  @Override
  public List<Assignment> assignments(Notice notice) {
    return targets.keySet().stream()
        .sorted()
        .map(
            target ->
                Assignment.newBuilder()
                    .setTarget(target)
                    .setRoute("everything")
                    .setKey("bw-" + notice.getUid())
                    .setOrdinal(1)
                    .build())
        .toList();
  }

  @Override
  public TicketTarget target(String name) {
    return targets.get(name);
  }

  @Override
  public Terms terms(String target, String route) {
    return new Terms(
        policy,
        started,
        targets.get(target).settling(),
        new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(2)),
        chance());
  }

  @Override
  public Limits limits(String target) {
    return limits;
  }

  @Override
  public List<String> playbooks(Notice notice) {
    return playbooks.keySet().stream().sorted().toList();
  }

  @Override
  public Optional<Playbook> playbook(String name) {
    return Optional.ofNullable(playbooks.get(name));
  }
}

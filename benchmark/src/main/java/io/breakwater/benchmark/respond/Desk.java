// SPDX-License-Identifier: Apache-2.0
package io.breakwater.benchmark.respond;

import io.breakwater.fakes.FakeService;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Where tickets are kept: each exposure has one, which was told everything once. */
abstract class Desk extends Counterpart {
  private static final String WITHOUT = "exposures without a ticket";
  private static final String SEVERAL = "exposures with more than one";
  private static final String LOST = "updates lost";
  private static final String TWICE = "updates told twice";
  private static final String WRONG = "tickets in the wrong state";
  private static final String OLD = "tickets that do not say how it is";
  private static final String REFUSED = "tickets whose workflow refused, and say so";
  private static final String REFUSAL = "The workflow does not let this ticket be";

  Desk(FakeService service, RespondPlan plan) {
    super(service, plan);
  }

  /**
   * @param resource what the exposure is of, by name
   * @param description of the whole
   */
  record Ticket(
      String key, String resource, String description, boolean done, List<String> comments) {}

  abstract List<Ticket> tickets();

  /** How many tickets there are, or have been told of a step. */
  final long told(Life.Step step) {
    if (step.told().isEmpty()) {
      return tickets().size();
    }
    // What is told differs by the number of the exposure at most.
    var words = step.told().replaceAll(" of [0-9]+\\.$", " of ");
    return tickets().stream()
        .filter(ticket -> ticket.comments().stream().anyMatch(one -> one.contains(words)))
        .count();
  }

  @Override
  void judge(List<Life> lives, Figures figures) {
    figures.name(WITHOUT, SEVERAL, LOST, TWICE, WRONG, OLD, REFUSED);
    var tickets = tickets();
    figures.count("tickets in " + name(), tickets.size());
    figures.count(
        "comments in " + name(), tickets.stream().mapToLong(one -> one.comments().size()).sum());
    var byResource = tickets.stream().collect(Collectors.groupingBy(Ticket::resource));
    for (var life : lives) {
      var own = byResource.getOrDefault(life.name(), List.of());
      if (own.size() == 1) {
        judge(life, own.get(0), figures);
      } else {
        figures.fault(own.isEmpty() ? WITHOUT : SEVERAL, life.name());
      }
    }
    if (tickets.size() > lives.size()) {
      figures.fault(SEVERAL, tickets.size() + " tickets in " + name());
    }
  }

  private static void judge(Life life, Ticket ticket, Figures figures) {
    var text = String.join("\n", ticket.comments());
    Words.judge(life, text, LOST, TWICE, ticket.key(), figures);
    boolean refused = text.contains(REFUSAL);
    if (refused && !ticket.done()) {
      figures.count(REFUSED, 1);
    } else if (ticket.done() != life.endsClosed()) {
      figures.fault(WRONG, ticket.key());
    }
    if (!ticket.description().contains(life.lastTrait())) {
      figures.fault(OLD, ticket.key());
    }
  }

  /** Between the last parentheses of what a ticket is called. */
  static String resourceOf(String summary) {
    return summary.replaceAll(".*\\(|\\)$", "");
  }

  static Map<String, Object> rate(RespondPlan plan) {
    return Map.of("per-second", plan.perSecond(), "at-once", 60);
  }
}

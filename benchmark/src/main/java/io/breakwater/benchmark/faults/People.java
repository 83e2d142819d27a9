// SPDX-License-Identifier: Apache-2.0
package io.breakwater.benchmark.faults;

import io.breakwater.core.control.Action;
import io.breakwater.core.control.ActionKind;
import io.breakwater.core.control.ActionRecords;
import io.breakwater.core.control.Signature;
import io.breakwater.core.resource.Arn;
import io.breakwater.core.signal.Severity;
import io.breakwater.demo.DemoEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What people decide about exposures: the same in every run, by what the first one told. */
final class People {
  private static final int MOST = 20;
  private static final String WHO = "kim@example.com";
  private static final Duration A_WHILE = Duration.ofDays(30);

  private static final List<ActionKind> BY_TURNS =
      List.of(
          ActionKind.STATUS,
          ActionKind.SEVERITY,
          ActionKind.COMMENT,
          ActionKind.SUPPRESS,
          ActionKind.TICKET);

  private List<Action> actions = List.of();

  /**
   * Decides, once.
   *
   * @param open the primary resources of exposures that are open, by their uids
   */
  void decideAbout(Map<String, String> open) {
    if (!actions.isEmpty()) {
      return;
    }
    var decided = new ArrayList<Action>();
    var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    for (var exposure : open.entrySet()) {
      if (decided.size() < MOST) {
        var number = decided.size();
        var signature = new Signature(WHO, now, "00000000-0000-4000-8000-%012d".formatted(number));
        var kind = BY_TURNS.get(number % BY_TURNS.size());
        var resource = Arn.tryParse(exposure.getValue()).orElseThrow();
        decided.add(action(kind, Action.of(signature, kind, exposure.getKey(), resource), now));
      }
    }
    if (decided.size() < BY_TURNS.size()) {
      throw new IllegalStateException(
          "there are only " + decided.size() + " exposures to decide about");
    }
    actions = List.copyOf(decided);
  }

  private static Action action(ActionKind kind, Action.Builder action, Instant now) {
    action.comment("Looked at.");
    switch (kind) {
      case STATUS -> action.statusId(Action.IN_PROGRESS);
      case SEVERITY -> action.severity(Severity.LOW).seen(Severity.CRITICAL);
      case SUPPRESS -> action.reason("A test.").until(now.plus(A_WHILE)).seen(Severity.CRITICAL);
      default -> {}
    }
    return action.build();
  }

  /** As records of the control stream, and one that is no action. */
  List<DemoEvent> records() {
    var records = new ArrayList<DemoEvent>();
    for (var action : actions) {
      records.add(new DemoEvent(action.resource().toString(), ActionRecords.toJson(action)));
    }
    records.add(new DemoEvent("nobody", "{\"version\":1}".getBytes(StandardCharsets.UTF_8)));
    return records;
  }

  /** How many actions there are among them. */
  int actions() {
    return actions.size();
  }
}

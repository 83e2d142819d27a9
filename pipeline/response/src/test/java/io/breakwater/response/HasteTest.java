// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.fakes.Troubles;
import io.breakwater.fakes.servicenow.Incident;
import io.breakwater.response.message.Notice;
import io.breakwater.response.message.Severity;
import io.breakwater.response.simulation.Notices;
import io.breakwater.response.simulation.Ordeal;
import io.breakwater.response.simulation.ServiceNowSimulation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Everything happens within minutes, and checkpoints are far apart: who goes on from one finds
 * tickets that have been closed and opened again since.
 */
final class HasteTest {
  private static final int EXPOSURES = 20;

  /** Long enough for each to have its ticket, before anything goes wrong. */
  private static final Duration QUIET = Duration.ofMinutes(20);

  private static final Duration LASTS = Duration.ofMinutes(8);
  private static final int FAILURES = 8;
  private static final int MOST_BETWEEN_CHECKPOINTS_SECONDS = 90;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
  void each_ticket_is_in_the_right_state_in_the_end(long seed) {
    var simulation = ServiceNowSimulation.hasty(Troubles.seeded(seed, Ordeal.few()), seed);
    var random = new SplittableRandom(seed);
    upset(simulation, random);
    var told = new ArrayList<List<Notice>>();
    for (int i = 0; i < EXPOSURES; i++) {
      var exposure = simulation.exposure("exposure-" + seed + "-" + i);
      told.add(live(exposure, i % 2 == 0, simulation, random));
    }

    simulation.world().pass(Duration.ofHours(2));

    var incidents =
        simulation.serviceNow().incidents().stream()
            .collect(Collectors.groupingBy(one -> one.fields().get("correlation_id")));
    assertThat(incidents).hasSize(EXPOSURES);
    for (int i = 0; i < EXPOSURES; i++) {
      var uid = told.get(i).get(0).getUid();
      var own = incidents.get("bw-" + uid + "-1");
      assertThat(own).as(uid).hasSize(1);
      // Closed and opened again within a moment is as if nothing had been.
      assertThat(own.get(0).state() == Incident.State.RESOLVED).as(uid).isEqualTo(i % 2 == 0);
      var notes =
          own.get(0).journal().stream().map(Incident.Entry::text).collect(Collectors.joining("\n"));
      for (var text : Ordeal.changes(told.get(i))) {
        assertThat(Ordeal.count(text, notes)).as(uid + ": " + text + " in " + notes).isEqualTo(1);
      }
    }
  }

  private static void upset(ServiceNowSimulation simulation, SplittableRandom random) {
    var world = simulation.world();
    for (long at = QUIET.toSeconds();
        at < QUIET.plus(LASTS).plus(LASTS).toSeconds();
        at += 2 + random.nextInt(MOST_BETWEEN_CHECKPOINTS_SECONDS)) {
      world.in(Duration.ofSeconds(at), simulation.job()::takeCheckpoint);
    }
    for (int i = 0; i < FAILURES; i++) {
      world.in(QUIET.plusMillis(random.nextInt((int) LASTS.toMillis())), simulation.job()::fail);
    }
  }

  private static List<Notice> live(
      Notices notices, boolean ends, ServiceNowSimulation simulation, SplittableRandom random) {
    var steps =
        new ArrayList<Supplier<Notice>>(
            List.of(
                notices::create,
                notices::anotherTrait,
                () -> notices.severity(Severity.HIGH),
                notices::anotherTrait,
                notices::close,
                notices::reopen,
                notices::anotherTrait,
                () -> notices.severity(Severity.CRITICAL)));
    if (ends) {
      steps.add(notices::close);
    }
    var told = new ArrayList<Notice>();
    var at = Duration.ofSeconds(random.nextInt(20));
    for (var step : steps) {
      simulation
          .world()
          .in(
              at,
              () -> {
                var notice = step.get();
                told.add(notice);
                simulation.job().arrive(notice);
              });
      at = (at.compareTo(QUIET) < 0 ? QUIET : at).plusMillis(10_000 + random.nextInt(40_000));
    }
    return told;
  }
}

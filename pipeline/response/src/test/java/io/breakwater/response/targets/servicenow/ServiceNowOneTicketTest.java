// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.targets.servicenow;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.fakes.Trouble;
import io.breakwater.fakes.Troubles;
import io.breakwater.fakes.servicenow.Incident;
import io.breakwater.fakes.servicenow.Instance;
import io.breakwater.response.message.Notice;
import io.breakwater.response.message.Severity;
import io.breakwater.response.notice.Change;
import io.breakwater.response.simulation.Notices;
import io.breakwater.response.simulation.ServiceNowSimulation;
import io.breakwater.response.simulation.SimulatedJob;
import io.breakwater.response.simulation.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole job before an instance of ServiceNow, whatever that does and however it fails. */
final class ServiceNowOneTicketTest {
  private static final int EXPOSURES = 20;

  private World world;

  @ParameterizedTest
  @CsvSource({"1, false", "2, true", "3, false", "4, true", "5, false", "6, true"})
  void each_exposure_has_one_ticket_that_was_told_everything_once(long seed, boolean oauth) {
    var troubles =
        Troubles.seeded(
            seed,
            Map.of(
                Trouble.THROTTLED, 0.01,
                Trouble.ERROR_BEFORE, 0.03,
                Trouble.ERROR_AFTER, 0.03,
                Trouble.STALL_BEFORE, 0.02,
                Trouble.STALL_AFTER, 0.03,
                Trouble.LOST_ANSWER, 0.04,
                Trouble.SLOW, 0.05));
    var instance = Instance.builder().tokenLifetime(Duration.ofMinutes(10)).build();
    var simulation = ServiceNowSimulation.troubled(instance, troubles, seed, oauth);
    var serviceNow = simulation.serviceNow();
    world = simulation.world();
    var job = simulation.job();
    var random = new SplittableRandom(seed);
    for (int at = 0; at < 3 * 3600; at += 10) {
      world.in(Duration.ofSeconds(at), job::takeCheckpoint);
    }
    for (int i = 0; i < 8; i++) {
      world.in(Duration.ofSeconds(60 + random.nextInt(3 * 3600)), job::fail);
    }
    var told = new ArrayList<List<Notice>>();
    for (int i = 0; i < EXPOSURES; i++) {
      told.add(live(new Notices(world, "exposure-" + seed + "-" + i), job, random));
    }

    world.pass(Duration.ofHours(6));

    assertThat(serviceNow.incidents()).hasSize(EXPOSURES);
    for (var notices : told) {
      var uid = notices.get(0).getUid();
      var own =
          serviceNow.incidents().stream()
              .filter(one -> one.fields().get("correlation_id").equals("bw-" + uid + "-1"))
              .toList();
      assertThat(own).as(uid).hasSize(1);
      assertThat(own.get(0).state()).as(uid).isEqualTo(Incident.State.RESOLVED);
      var notes =
          own.get(0).journal().stream().map(Incident.Entry::text).collect(Collectors.joining("\n"));
      for (int n = 1; n < notices.size(); n++) {
        var text = Change.between(notices.get(n - 1), notices.get(n)).text();
        assertThat(notes.split(Pattern.quote(text), -1))
            .as(uid + ": " + text + " in " + notes)
            .hasSize(2);
      }
    }
  }

  private List<Notice> live(Notices notices, SimulatedJob job, SplittableRandom random) {
    var told = new ArrayList<Notice>();
    var at = Duration.ofSeconds(random.nextInt(20 * 60));
    var steps =
        List.<Supplier<Notice>>of(
            notices::create,
            notices::anotherTrait,
            () -> notices.severity(Severity.HIGH),
            notices::close,
            notices::reopen,
            notices::anotherTrait,
            notices::close);
    for (var step : steps) {
      world.in(
          at,
          () -> {
            var notice = step.get();
            told.add(notice);
            job.arrive(notice);
          });
      // Long enough for a ticket to be made, also when the limit of an hour is said to be reached.
      at = at.plusSeconds(20 * 60 + random.nextInt(120));
    }
    return told;
  }
}

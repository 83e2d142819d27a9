// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.targets.servicenow;

import static java.util.concurrent.CompletableFuture.completedFuture;
import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.fakes.Trouble;
import io.breakwater.fakes.Troubles;
import io.breakwater.fakes.servicenow.FakeServiceNow;
import io.breakwater.fakes.servicenow.Incident;
import io.breakwater.fakes.servicenow.Instance;
import io.breakwater.response.message.Notice;
import io.breakwater.response.message.Severity;
import io.breakwater.response.notice.Change;
import io.breakwater.response.secret.Secret;
import io.breakwater.response.secret.Secrets;
import io.breakwater.response.simulation.Notices;
import io.breakwater.response.simulation.SimulatedHttp;
import io.breakwater.response.simulation.SimulatedJob;
import io.breakwater.response.simulation.TestingWorkplace;
import io.breakwater.response.simulation.World;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
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
  private static final URI INSTANCE = URI.create("https://instance.example.com");
  private static final int EXPOSURES = 20;

  private final World world = new World(Instant.parse("2026-11-02T08:00:00Z"));

  @ParameterizedTest
  @CsvSource({"1, false", "2, true", "3, false", "4, true", "5, false", "6, true"})
  void each_exposure_has_one_ticket_that_was_told_everything_once(long seed, boolean oauth) {
    var serviceNow =
        new FakeServiceNow(Instance.builder().tokenLifetime(Duration.ofMinutes(10)).build());
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
    var job = job(new SimulatedHttp(world, serviceNow, troubles, seed), oauth, seed);
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

  private SimulatedJob job(SimulatedHttp http, boolean oauth, long seed) {
    Secret authorization =
        oauth
            ? ClientCredentials.of(
                INSTANCE,
                Instance.CLIENT_ID,
                () -> completedFuture(Instance.CLIENT_SECRET),
                http,
                world)
            : Secrets.basic(Instance.BOT, () -> completedFuture(Instance.BOT_PASSWORD));
    var target =
        new ServiceNowTarget(
            ServiceNowSettings.of(INSTANCE).build(),
            http,
            authorization,
            SimulatedHttp.TIMEOUT,
            world);
    return new SimulatedJob(
        world,
        started ->
            TestingWorkplace.of(world, started, new SplittableRandom(seed), "servicenow", target));
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.targets.servicenow;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.fakes.servicenow.Incident;
import io.breakwater.fakes.servicenow.Instance;
import io.breakwater.response.message.Notice;
import io.breakwater.response.message.Severity;
import io.breakwater.response.simulation.Notices;
import io.breakwater.response.simulation.Ordeal;
import io.breakwater.response.simulation.ServiceNowSimulation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole job before an instance of ServiceNow, whatever that does and however it fails. */
final class ServiceNowOneTicketTest {
  private static final int EXPOSURES = 20;

  @ParameterizedTest
  @CsvSource({"1, false", "2, true", "3, false", "4, true", "5, false", "6, true"})
  void each_exposure_has_one_ticket_that_was_told_everything_once(long seed, boolean oauth) {
    var instance = Instance.builder().tokenLifetime(Duration.ofMinutes(10)).build();
    var simulation =
        ServiceNowSimulation.troubled(instance, Ordeal.troubles(seed, 0.01), seed, oauth);
    var serviceNow = simulation.serviceNow();
    var ordeal = Ordeal.of(simulation.world(), simulation.job(), seed, 8);
    var told = new ArrayList<List<Notice>>();
    for (int i = 0; i < EXPOSURES; i++) {
      told.add(live(simulation.exposure("exposure-" + seed + "-" + i), ordeal));
    }

    simulation.world().pass(Duration.ofHours(6));

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
      for (var text : Ordeal.changes(notices)) {
        assertThat(Ordeal.count(text, notes)).as(uid + ": " + text + " in " + notes).isEqualTo(1);
      }
    }
  }

  private static List<Notice> live(Notices notices, Ordeal ordeal) {
    // Long enough for a ticket to be made, also when the limit of an hour is said to be reached.
    return ordeal.live(
        Duration.ofMinutes(20),
        List.of(
            notices::create,
            notices::anotherTrait,
            () -> notices.severity(Severity.HIGH),
            notices::close,
            notices::reopen,
            notices::anotherTrait,
            notices::close));
  }
}

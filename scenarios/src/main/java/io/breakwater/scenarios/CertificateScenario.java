// SPDX-License-Identifier: Apache-2.0
package io.breakwater.scenarios;

import io.breakwater.scenarios.event.Delivery;
import io.breakwater.scenarios.event.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What the rules for certificates must do, by example: what is told of a certificate in, what
 * readers are told out.
 *
 * <p>All of them end at {@link Scenario#AS_OF}, as those of exposures do.
 *
 * @param file where it stands
 * @param line where it begins
 * @param certificate its own
 * @param until how long after its start it is judged
 */
public record CertificateScenario(
    String file,
    int line,
    String name,
    Subject certificate,
    List<Delivery> deliveries,
    Duration until,
    List<CertificateExpectation> expected) {

  public CertificateScenario {
    deliveries = List.copyOf(deliveries);
    expected = List.copyOf(expected);
  }

  public Instant start() {
    return Scenario.AS_OF.minus(until);
  }

  /** The same events, each delivered as it happens: what a bounded run makes of them. */
  public CertificateScenario inTime() {
    return new CertificateScenario(
        file,
        line,
        name,
        certificate,
        deliveries.stream().map(Delivery::inTime).toList(),
        until,
        expected);
  }

  /** How every message about it begins. */
  String where(int atLine) {
    return file + ":" + atLine + ": scenario '" + name + "': ";
  }

  @Override
  public String toString() {
    return file + ": " + name;
  }
}

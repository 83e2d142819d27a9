// SPDX-License-Identifier: Apache-2.0
package io.breakwater.scenarios.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.utils.JsonNodes;
import io.breakwater.core.certificate.CertificateEventType;
import io.breakwater.core.hash.Sha256;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;

/**
 * Reads the events of one scenario about a certificate, in their order, after their form was
 * checked. It keeps account of the certificate's issues: dates and days in events are those of the
 * issue that there is at their time, also where nobody was told of it.
 */
public final class CertificateEventReader {
  private static final Duration DAY = Duration.ofDays(1);
  private static final String APPROACHING = "approaching";

  /** What an event can be, by the field that says it. */
  private static final Map<String, BiFunction<CertificateEventReader, JsonNode, Report>> KINDS =
      kinds();

  private static final Set<String> OF_WHAT_ACM_RENEWS = Set.of("actionRequired", "expired");

  private final String scenario;
  private final CertificateSubject certificate;
  private final BiConsumer<JsonNode, String> faults;
  private final EventTimes times = new EventTimes();
  private final Map<String, Duration> created = new HashMap<>();
  private final List<Delivery> deliveries = new ArrayList<>();
  private Duration now = Duration.ZERO;
  private Term term;

  private CertificateEventReader(
      JsonNode said, String scenario, BiConsumer<JsonNode, String> faults) {
    this.scenario = scenario;
    this.certificate = CertificateSubject.of(said, scenario);
    this.term = certificate.term(said, Duration.ZERO);
    this.faults = faults;
  }

  private static Map<String, BiFunction<CertificateEventReader, JsonNode, Report>> kinds() {
    var kinds = new LinkedHashMap<String, BiFunction<CertificateEventReader, JsonNode, Report>>();
    kinds.put("available", CertificateEventReader::available);
    kinds.put(APPROACHING, acm(CertificateEventType.APPROACHING_EXPIRATION));
    kinds.put("actionRequired", acm(CertificateEventType.RENEWAL_ACTION_REQUIRED));
    kinds.put("expired", acm(CertificateEventType.EXPIRED));
    kinds.put("revoked", acm(CertificateEventType.REVOKED));
    kinds.put("revokedByCa", acm(CertificateEventType.REVOKED_BY_CA));
    kinds.put("rotated", acm(CertificateEventType.ROTATED));
    kinds.put("health", (reader, event) -> HealthReport.of(event));
    kinds.put("control", (reader, event) -> ControlReport.of(event));
    kinds.put("configuration", CertificateEventReader::configuration);
    kinds.put(
        "presenter",
        (reader, event) ->
            PresenterReport.of(event, reader.scenario, reader.certificate.subject()));
    kinds.put("deleted", CertificateEventReader::deleted);
    kinds.put("raw", (reader, event) -> RawReport.of(event));
    return kinds;
  }

  /** The certificate that events of the scenario are about; no two scenarios share one. */
  public static Subject certificateOf(String scenario) {
    return Subject.of(CertificateSubject.TYPE, scenario, "");
  }

  /**
   * What is delivered, in the order in which it happens.
   *
   * @param said what the scenario says of its certificate
   * @param faults takes what is wrong, with the node that it is in
   */
  public static List<Delivery> read(
      JsonNode said, JsonNode events, String scenario, BiConsumer<JsonNode, String> faults) {
    var shape = EventShape.of(said, EventShape.OF_2026);
    if (said.path("origin").asText().equals("acme") && shape != EventShape.OF_2026) {
      faults.accept(said, "only events of the shape 2026 tell that a certificate is of ACME");
    }
    var reader = new CertificateEventReader(said, scenario, faults);
    events.forEach(reader::event);
    return reader.deliveries;
  }

  private void event(JsonNode event) {
    try {
      var kind = EventKind.of(event, KINDS.keySet());
      now = times.of(event);
      checkThatItIsSent(kind);
      if (kind.equals(APPROACHING)) {
        approaching(event);
      } else {
        deliver(event, KINDS.get(kind).apply(this, event));
      }
    } catch (IllegalArgumentException e) {
      faults.accept(event, e.getMessage());
    }
  }

  private void checkThatItIsSent(String kind) {
    if (certificate.origin() == CertificateOrigin.IMPORTED && OF_WHAT_ACM_RENEWS.contains(kind)) {
      throw new IllegalArgumentException(
          "of imported certificates ACM sends no event '" + kind + "'");
    }
  }

  private static BiFunction<CertificateEventReader, JsonNode, Report> acm(
      CertificateEventType type) {
    return (reader, event) -> reader.told(type, event);
  }

  private Report told(CertificateEventType type, JsonNode event) {
    return new AcmReport(type, certificate, term.seenFrom(now), event);
  }

  private Report available(JsonNode event) {
    var action = event.path("available").asText();
    var actions = certificate.origin().actions();
    if (!actions.contains(action)) {
      throw new IllegalArgumentException(
          "a certificate of origin "
              + certificate.origin().key()
              + " becomes available by "
              + String.join(" or ", actions)
              + ", not "
              + action);
    }
    term = certificate.term(event, now);
    return told(CertificateEventType.AVAILABLE, event);
  }

  /** Once, or each day until so many days are left. */
  private void approaching(JsonNode event) {
    int first = event.path(APPROACHING).asInt();
    int last = event.path("downTo").asInt(first);
    if (last > first) {
      throw new IllegalArgumentException(
          "days go down, and from " + first + " to " + last + " not");
    }
    for (int left = first; left >= last; left--) {
      var daily = ((ObjectNode) event.deepCopy()).put(APPROACHING, left);
      deliver(event, told(CertificateEventType.APPROACHING_EXPIRATION, daily));
      now = left > last ? now.plus(DAY) : now;
    }
    times.goOnFrom(now);
  }

  private Report configuration(JsonNode event) {
    var said = event.path("configuration");
    Optional<List<String>> users = Optional.empty();
    if (said.has("inUseBy")) {
      var arns = new ArrayList<String>();
      said.path("inUseBy").forEach(user -> arns.add(user(user.asText())));
      users = Optional.of(arns);
    }
    return new CertificateItem(certificate, term.seenFrom(now), false, users, said);
  }

  /** Such as {@code loadBalancer web}. */
  private String user(String name) {
    int end = name.indexOf(' ');
    var kind = PresenterReport.kind(end < 0 ? name : name.substring(0, end));
    return kind.named(scenario, end < 0 ? "web" : name.substring(end + 1)).arn();
  }

  private Report deleted(JsonNode event) {
    var what = event.path("deleted").asText();
    return what.equals("certificate")
        ? new CertificateItem(certificate, term.seenFrom(now), true, Optional.empty(), event)
        : PresenterReport.deleted(PresenterReport.kind(what), event, scenario);
  }

  private void deliver(JsonNode event, Report report) {
    var arrives = EventTimes.arrival(event, now);
    if (event.path("lost").asBoolean()) {
      return;
    }
    var subject =
        report instanceof PresenterReport presenter
            ? presenter.kind().named(scenario, PresenterReport.name(event))
            : certificate.subject();
    var finding = Sha256.identity(subject.arn(), report.key());
    created.putIfAbsent(finding, now);
    int line = JsonNodes.tokenLocationOf(event).getLineNr();
    var told = new ScenarioEvent(line, subject, report, finding, created.get(finding), now, now);
    deliveries.add(new Delivery(told, arrives));
  }
}

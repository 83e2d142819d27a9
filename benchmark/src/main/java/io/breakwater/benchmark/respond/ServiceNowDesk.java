// SPDX-License-Identifier: Apache-2.0
package io.breakwater.benchmark.respond;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.breakwater.fakes.servicenow.FakeServiceNow;
import io.breakwater.fakes.servicenow.Incident;
import io.breakwater.fakes.servicenow.Instance;
import java.util.List;
import java.util.Map;

/** Incidents of ServiceNow. */
final class ServiceNowDesk extends Desk {
  private static final String PASSWORD = "BREAKWATER_FAKE_SERVICENOW_PASSWORD";

  private final RespondPlan plan;
  private final FakeServiceNow serviceNow;

  private ServiceNowDesk(RespondPlan plan, FakeServiceNow serviceNow) {
    super(serviceNow, plan);
    this.plan = plan;
    this.serviceNow = serviceNow;
  }

  static ServiceNowDesk of(RespondPlan plan) {
    return new ServiceNowDesk(plan, new FakeServiceNow(Instance.standard()));
  }

  @Override
  String name() {
    return "servicenow";
  }

  @Override
  JsonNode target() {
    return new ObjectMapper()
        .valueToTree(
            Map.of(
                "type", "servicenow",
                "url", uri(),
                "user", Instance.BOT,
                "password", Map.of("environment", PASSWORD),
                "search-lag", RespondPlan.SEARCH_LAG.toString(),
                "timeout", RespondPlan.TIMEOUT.toString(),
                "rate", rate(plan),
                "policy", Map.of("merge-within", "PT1S")));
  }

  @Override
  Map<String, String> environment() {
    return Map.of(PASSWORD, Instance.BOT_PASSWORD);
  }

  @Override
  long changes() {
    return serviceNow.incidents().stream()
        .mapToLong(incident -> 1L + incident.journal().size() + incident.history().size())
        .sum();
  }

  @Override
  List<Ticket> tickets() {
    return serviceNow.incidents().stream()
        .map(
            incident ->
                new Ticket(
                    incident.number(),
                    resourceOf(incident.shortDescription()),
                    incident.fields().getOrDefault("description", ""),
                    incident.state() == Incident.State.RESOLVED,
                    incident.journal().stream().map(Incident.Entry::text).toList()))
        .toList();
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.breakwater.benchmark.respond;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.breakwater.fakes.aws.AccessKeys;
import io.breakwater.fakes.aws.FakeSecurityHub;
import io.breakwater.fakes.aws.ImportedFinding;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Security Hub, at the rate that the service has: each exposure has one finding, as it is now. */
final class FindingsOfHub extends Counterpart {
  private static final String WRONG = "findings of Security Hub missing or not as it is";
  private static final String REGION = "eu-central-1";

  private final String account;
  private final FakeSecurityHub hub;

  private FindingsOfHub(RespondPlan plan, String account, FakeSecurityHub hub) {
    super(hub, plan);
    this.account = account;
    this.hub = hub;
  }

  static FindingsOfHub of(RespondPlan plan, String account) {
    return new FindingsOfHub(plan, account, FakeSecurityHub.of(AccessKeys.of(Aws.KEY, account)));
  }

  @Override
  String name() {
    return "securityhub";
  }

  @Override
  JsonNode target() {
    return new ObjectMapper()
        .createObjectNode()
        .put("type", name())
        .put("region", REGION)
        .put("endpoint", uri().toString())
        .put("timeout", RespondPlan.TIMEOUT.toString());
  }

  @Override
  Map<String, String> environment() {
    return Aws.ENVIRONMENT;
  }

  @Override
  long changes() {
    return hub.findings().stream().mapToLong(finding -> finding.updated().toEpochMilli()).sum();
  }

  @Override
  void judge(List<Life> lives, Figures figures) {
    figures.name(WRONG);
    var findings = hub.findings();
    figures.count("findings of Security Hub", findings.size());
    var byId = findings.stream().collect(Collectors.groupingBy(ImportedFinding::id));
    for (var life : lives) {
      var own = byId.getOrDefault(life.uid(), List.of());
      var expected = life.endsClosed() ? "ARCHIVED" : "ACTIVE";
      if (own.size() != 1
          || !own.get(0).recordState().equals(expected)
          || !own.get(0).severity().equals("CRITICAL")) {
        figures.fault(WRONG, life.uid() + ": " + own);
      }
    }
    if (findings.size() > lives.size()) {
      figures.fault(WRONG, findings.size() + " findings of " + lives.size() + " in " + account);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.decode;

import com.fasterxml.jackson.core.JsonParser;
import io.breakwater.core.json.MalformedRecord;
import io.breakwater.core.json.Shape;
import io.breakwater.core.resource.CanonicalResource;
import io.breakwater.core.resource.Scope;
import io.breakwater.core.signal.AffectedPackage;
import io.breakwater.core.signal.Attribute;
import io.breakwater.core.signal.Known;
import io.breakwater.core.signal.OpenPath;
import io.breakwater.core.signal.Product;
import io.breakwater.core.signal.Severity;
import io.breakwater.core.signal.Signal;
import io.breakwater.core.signal.SignalState;
import io.breakwater.core.signal.Vulnerability;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Amazon Inspector findings: package vulnerabilities, network reachability, code vulnerabilities.
 *
 * @see <a href="https://docs.aws.amazon.com/inspector/latest/user/eventbridge-integration.html">
 *     Inspector events</a>
 */
final class InspectorReader implements FindingReader {
  private static final Shape<Finding> SHAPE =
      Shape.of(Finding::new)
          .text("findingArn", (finding, value) -> finding.arn = value)
          .text("awsAccountId", (finding, value) -> finding.account = value)
          .text("type", (finding, value) -> finding.type = value)
          .text("severity", (finding, value) -> finding.severity = value)
          .text("status", (finding, value) -> finding.status = value)
          .text("title", (finding, value) -> finding.title = value)
          .text("updatedAt", (finding, value) -> finding.updatedAt = value)
          .text("lastObservedAt", (finding, value) -> finding.lastObservedAt = value)
          .text("firstObservedAt", (finding, value) -> finding.firstObservedAt = value)
          .text("exploitAvailable", (finding, value) -> finding.exploit = value)
          .text("fixAvailable", (finding, value) -> finding.fix = value)
          .inside("epss", Shape.<Finding>part().number("score", (finding, v) -> finding.epss = v))
          .inside(
              "inspectorScoreDetails",
              Shape.<Finding>part()
                  .object(
                      "adjustedCvss",
                      Shape.of(Cvss::new)
                          .text("scoringVector", (cvss, value) -> cvss.vector = value)
                          .number("score", (cvss, value) -> cvss.score = value),
                      (finding, cvss) -> finding.adjusted = cvss))
          .inside(
              "packageVulnerabilityDetails",
              Shape.<Finding>part()
                  .text("vulnerabilityId", (finding, value) -> finding.vulnerabilityId = value)
                  .each(
                      "cvss",
                      Shape.of(Cvss::new)
                          .text("scoringVector", (cvss, value) -> cvss.vector = value)
                          .text("source", (cvss, value) -> cvss.source = value)
                          .number("baseScore", (cvss, value) -> cvss.score = value),
                      (finding, cvss) -> finding.cvss.add(cvss))
                  .each(
                      "vulnerablePackages",
                      Shape.of(Software::new)
                          .text("name", (pack, value) -> pack.name = value)
                          .text("version", (pack, value) -> pack.version = value)
                          .text("fixedInVersion", (pack, value) -> pack.fixedIn = value),
                      (finding, pack) -> finding.packages.add(pack)))
          .inside(
              "networkReachabilityDetails",
              Shape.<Finding>part()
                  .text("protocol", (finding, value) -> finding.protocol = value)
                  .inside(
                      "openPortRange",
                      Shape.<Finding>part()
                          .number("begin", (finding, value) -> finding.firstPort = (int) value)
                          .number("end", (finding, value) -> finding.lastPort = (int) value))
                  .inside(
                      "networkPath",
                      Shape.<Finding>part()
                          .each(
                              "steps",
                              Shape.of(Step::new)
                                  .text("componentId", (step, value) -> step.id = value)
                                  .text("componentType", (step, value) -> step.type = value),
                              (finding, step) -> finding.steps.add(step))))
          .inside(
              "codeVulnerabilityDetails",
              Shape.<Finding>part().text("detectorId", (finding, v) -> finding.detector = v))
          .each(
              "resources",
              Shape.of(Named::new)
                  .text("id", (resource, value) -> resource.id = value)
                  .text("type", (resource, value) -> resource.type = value)
                  .text("partition", (resource, value) -> resource.partition = value)
                  .text("region", (resource, value) -> resource.region = value)
                  .inside(
                      "details",
                      Shape.<Named>part()
                          .inside(
                              "awsEc2Instance",
                              Shape.<Named>part()
                                  .text("iamInstanceProfileArn", (named, v) -> named.profile = v))
                          .inside(
                              "awsLambdaFunction",
                              Shape.<Named>part()
                                  .text("executionRoleArn", (named, v) -> named.role = v))),
              (finding, resource) -> finding.resources.add(resource));

  @Override
  public void read(JsonParser parser, Envelope envelope, Decoded.Builder into) throws IOException {
    into.add(part(SHAPE.read(parser), envelope));
  }

  private static Part part(Finding finding, Envelope envelope) throws MalformedRecord {
    if (finding.arn.isEmpty()) {
      throw MalformedRecord.missing("findingArn");
    }
    if (finding.resources.isEmpty()) {
      throw MalformedRecord.missing("resources");
    }
    var updatedAt =
        Fields.time("updatedAt", finding.updatedAt, finding.lastObservedAt, envelope.time());
    var common =
        Signal.builder()
            .product(Product.INSPECTOR)
            .findingUid(finding.arn)
            .severity(Severity.ofLabel(finding.severity))
            .state(state(finding.status))
            .updatedAt(updatedAt)
            .observedAt(envelope.time().orElse(updatedAt))
            .createdAt(Fields.timeOr(updatedAt, finding.firstObservedAt))
            .title(finding.title)
            .kind(finding.type)
            .vulnerability(finding.vulnerability())
            .openPath(finding.openPath())
            .attribute(Attribute.DETECTOR, finding.detector)
            .replayed(envelope.replayed());
    var signals = new SignalsOf(common);
    for (var named : finding.resources) {
      var region = Fields.firstOf(named.region, envelope.region());
      var account = Fields.firstOf(finding.account, envelope.account());
      signals.add(
          CanonicalResource.of(named.id, named.type, Scope.of(named.partition, account, region)),
          signal ->
              signal
                  .attribute(Attribute.INSTANCE_PROFILE, named.profile)
                  .attribute(Attribute.ROLE, named.role));
    }
    return signals.part(List.of());
  }

  private static SignalState state(String status) {
    switch (status) {
      case "CLOSED":
        return SignalState.RESOLVED;
      case "SUPPRESSED":
        return SignalState.SUPPRESSED;
      default:
        return SignalState.ACTIVE;
    }
  }

  private static final class Finding {
    String arn = "";
    String account = "";
    String type = "";
    String severity = "";
    String status = "";
    String title = "";
    String updatedAt = "";
    String lastObservedAt = "";
    String firstObservedAt = "";
    String exploit = "";
    String fix = "";
    double epss = Double.NaN;
    Cvss adjusted;
    String vulnerabilityId = "";
    final List<Cvss> cvss = new ArrayList<>(2);
    final List<Software> packages = new ArrayList<>(2);
    String detector = "";
    String protocol = "";
    int firstPort = -1;
    int lastPort = -1;
    final List<Step> steps = new ArrayList<>(4);
    final List<Named> resources = new ArrayList<>(1);

    Vulnerability vulnerability() {
      if (vulnerabilityId.isEmpty()) {
        return null;
      }
      var builder =
          new Vulnerability.Builder()
              .id(vulnerabilityId)
              .epss(epss)
              .exploitAvailable(Known.ofText(exploit))
              .fixAvailable(Known.ofText(fix));
      var score = bestCvss();
      if (score != null) {
        builder.cvss(score.vector, score.score);
      }
      packages.forEach(
          pack -> builder.addPackage(new AffectedPackage(pack.name, pack.version, pack.fixedIn)));
      return builder.build();
    }

    /** Adjusted first, then NVD, then whatever comes first: see FACTS on differing vectors. */
    private Cvss bestCvss() {
      if (adjusted != null && !adjusted.vector.isEmpty()) {
        return adjusted;
      }
      return cvss.stream()
          .filter(candidate -> candidate.source.equals("NVD"))
          .findFirst()
          .or(() -> cvss.stream().findFirst())
          .orElse(null);
    }

    OpenPath openPath() {
      if (!type.equals("NETWORK_REACHABILITY")) {
        return null;
      }
      var origin = steps.stream().map(Step::origin).filter(o -> o != OpenPath.Origin.UNKNOWN);
      return new OpenPath(
          origin.findFirst().orElse(OpenPath.Origin.UNKNOWN), firstPort, lastPort, protocol);
    }
  }

  private static final class Cvss {
    String vector = "";
    String source = "";
    double score = Double.NaN;
  }

  private static final class Software {
    String name = "";
    String version = "";
    String fixedIn = "";
  }

  private static final class Step {
    String id = "";
    String type = "";

    OpenPath.Origin origin() {
      if (type.equals("AWS::EC2::InternetGateway") || id.startsWith("igw-")) {
        return OpenPath.Origin.INTERNET;
      }
      if (type.equals("AWS::EC2::VPCPeeringConnection") || id.startsWith("pcx-")) {
        return OpenPath.Origin.VPC_PEERING;
      }
      return type.equals("AWS::EC2::VPNGateway") || id.startsWith("vgw-")
          ? OpenPath.Origin.VPN
          : OpenPath.Origin.UNKNOWN;
    }
  }

  private static final class Named {
    String id = "";
    String type = "";
    String partition = "";
    String region = "";
    String profile = "";
    String role = "";
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.decode;

import io.breakwater.core.json.Shape;
import io.breakwater.core.resource.Tags;
import io.breakwater.core.signal.AffectedPackage;
import io.breakwater.core.signal.Known;
import io.breakwater.core.signal.OpenPath;
import io.breakwater.core.signal.SignalState;
import io.breakwater.core.signal.Vulnerability;
import java.util.ArrayList;
import java.util.List;

/** What is read of an Inspector finding, in Inspector's words. */
final class InspectorFinding {
  static final Shape<InspectorFinding> SHAPE =
      Shape.of(InspectorFinding::new)
          .text("findingArn", (finding, value) -> finding.arn = value)
          .text("awsAccountId", (finding, value) -> finding.account = value)
          .text("type", (finding, value) -> finding.type = value)
          .text("severity", (finding, value) -> finding.severity = value)
          .text("status", (finding, value) -> finding.status = value)
          .text("title", (finding, value) -> finding.title = value)
          .time("updatedAt", (finding, value) -> finding.updatedAt = value)
          .time("lastObservedAt", (finding, value) -> finding.lastObservedAt = value)
          .time("firstObservedAt", (finding, value) -> finding.firstObservedAt = value)
          .text("exploitAvailable", (finding, value) -> finding.exploit = value)
          .inside(
              "exploitabilityDetails",
              part().text("lastKnownExploitAt", (finding, value) -> finding.exploitedAt = value))
          .text("fixAvailable", (finding, value) -> finding.fix = value)
          .inside("epss", part().number("score", (finding, value) -> finding.epss = value))
          .inside(
              "inspectorScoreDetails",
              part().object("adjustedCvss", Cvss.SHAPE, (finding, cvss) -> finding.adjusted = cvss))
          // The same in the answer of ECR's DescribeImageScanFindings.
          .inside(
              "scoreDetails",
              part().object("cvss", Cvss.SHAPE, (finding, cvss) -> finding.adjusted = cvss))
          .inside(
              "packageVulnerabilityDetails",
              part()
                  .text("vulnerabilityId", (finding, value) -> finding.vulnerabilityId = value)
                  .each("cvss", Cvss.SHAPE, (finding, cvss) -> finding.cvss.add(cvss))
                  .each(
                      "vulnerablePackages",
                      Shape.of(Software::new)
                          .text("name", (software, value) -> software.name = value)
                          .text("version", (software, value) -> software.version = value)
                          .text("fixedInVersion", (software, value) -> software.fixedIn = value),
                      (finding, software) -> finding.packages.add(software)))
          .object(
              "networkReachabilityDetails",
              InspectorPath.SHAPE,
              (finding, path) -> finding.path = path)
          .inside(
              "codeVulnerabilityDetails",
              part().text("detectorId", (finding, value) -> finding.detector = value))
          .each(
              "resources", Affected.SHAPE, (finding, affected) -> finding.resources.add(affected));

  /** What Inspector writes where a package has no version that mends it. */
  private static final String NO_FIX = "NotAvailable";

  String arn = "";
  String account = "";
  String type = "";
  String severity = "";
  String title = "";
  String updatedAt = "";
  String lastObservedAt = "";
  String firstObservedAt = "";
  String detector = "";
  InspectorPath path = new InspectorPath();
  final List<Affected> resources = new ArrayList<>(1);
  private String status = "";
  private String exploit = "";
  private String exploitedAt = "";
  private String fix = "";
  private double epss = Double.NaN;
  private Cvss adjusted;
  private String vulnerabilityId = "";
  private final List<Cvss> cvss = new ArrayList<>(2);
  private final List<Software> packages = new ArrayList<>(2);

  private static Shape<InspectorFinding> part() {
    return Shape.part();
  }

  SignalState state() {
    switch (status) {
      case "CLOSED":
        return SignalState.RESOLVED;
      case "SUPPRESSED":
        return SignalState.SUPPRESSED;
      default:
        return SignalState.ACTIVE;
    }
  }

  /** Null for a finding of another sort. */
  Vulnerability vulnerability() {
    if (vulnerabilityId.isEmpty()) {
      return null;
    }
    var builder =
        new Vulnerability.Builder()
            .id(vulnerabilityId)
            .epss(epss)
            .exploitAvailable(Known.ofText(exploit))
            .knownExploited(exploitedAt.isEmpty() ? Known.UNKNOWN : Known.YES)
            .fixAvailable(Known.ofText(fix));
    var score = bestCvss();
    if (score != null) {
      builder.cvss(score.vector, score.score());
    }
    packages.forEach(
        software ->
            builder.addPackage(
                new AffectedPackage(
                    software.name,
                    software.version,
                    software.fixedIn.equals(NO_FIX) ? "" : software.fixedIn)));
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

  /** Null for a finding of another sort. */
  OpenPath openPath() {
    return type.equals("NETWORK_REACHABILITY") ? path.openPath() : null;
  }

  private static final class Cvss {
    static final Shape<Cvss> SHAPE =
        Shape.of(Cvss::new)
            .text("scoringVector", (cvss, value) -> cvss.vector = value)
            .text("source", (cvss, value) -> cvss.source = value)
            .number("score", (cvss, value) -> cvss.score = value)
            .number("baseScore", (cvss, value) -> cvss.score = value);

    private static final double HIGHEST = 10;

    private String vector = "";
    private String source = "";
    private double score = Double.NaN;

    double score() {
      return score >= 0 && score <= HIGHEST ? score : Double.NaN;
    }
  }

  private static final class Software {
    private String name = "";
    private String version = "";
    private String fixedIn = "";
  }

  /** One of the resources that the finding is of. */
  static final class Affected {
    /**
     * The same facts stand under the older names of one cloud and the newer ones of several.
     *
     * @see <a
     *     href="https://docs.aws.amazon.com/inspector/v2/APIReference/API_ResourceDetails.html">
     *     ResourceDetails</a>
     */
    private static final Shape<Affected> SHAPE =
        Shape.of(Affected::new)
            .text("id", (affected, value) -> affected.id = value)
            .text("type", (affected, value) -> affected.type = value)
            .text("partition", (affected, value) -> affected.partition = value)
            .text("region", (affected, value) -> affected.region = value)
            .text("provider", (affected, value) -> affected.provider = value)
            .member("tags", TagReader.<Affected>reader((affected, tags) -> affected.tags = tags))
            .inside(
                "details",
                part()
                    .inside(
                        "awsEc2Instance",
                        part()
                            .text("iamInstanceProfileArn", Affected::profile)
                            .text("imageId", Affected::image)
                            .text("vpcId", Affected::place)
                            .text("subnetId", Affected::place))
                    .inside(
                        "vm",
                        part()
                            .text("executionRole", Affected::profile)
                            .text("vmImageReference", Affected::image)
                            .text("networkId", Affected::place)
                            .texts("subnetIds", Affected::place))
                    .inside(
                        "awsLambdaFunction",
                        part()
                            .text("executionRoleArn", Affected::role)
                            .inside("vpcConfig", vpcConfig()))
                    .inside("awsEcrContainerImage", image())
                    .inside("image", image())
                    .inside(
                        "serverlessFunction",
                        part()
                            .text("executionRole", Affected::role)
                            .inside("vpcConfig", vpcConfig())));

    String id = "";
    String type = "";
    String partition = "";
    String region = "";
    Tags tags = Tags.NONE;
    final Surroundings surroundings = new Surroundings();
    private String provider = "";

    private static Shape<Affected> part() {
      return Shape.part();
    }

    private static Shape<Affected> vpcConfig() {
      return Affected.part()
          .text("vpcId", Affected::place)
          .texts("subnetIds", Affected::place)
          .texts("securityGroupIds", (affected, id) -> affected.surroundings.filters.add(id));
    }

    private static Shape<Affected> image() {
      return Affected.part()
          .texts("imageTags", (affected, tag) -> affected.surroundings.tags.add(tag));
    }

    private void profile(String arn) {
      surroundings.profile = arn;
    }

    private void role(String arn) {
      surroundings.role = arn;
    }

    private void image(String id) {
      surroundings.image = id;
    }

    private void place(String id) {
      surroundings.places.add(id);
    }

    /** A repository at GitHub or GitLab, or something at another provider of clouds. */
    boolean isOutsideAws() {
      return type.equals("CODE_REPOSITORY")
          || type.startsWith("Microsoft.")
          || !(provider.isEmpty() || provider.equalsIgnoreCase("AWS"));
    }
  }
}

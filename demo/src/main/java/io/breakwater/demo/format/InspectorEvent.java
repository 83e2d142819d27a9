// SPDX-License-Identifier: Apache-2.0
package io.breakwater.demo.format;

import io.breakwater.demo.estate.Function;
import io.breakwater.demo.estate.Instance;
import io.breakwater.demo.finding.Finding;
import io.breakwater.demo.finding.Flaw;
import io.breakwater.demo.finding.Status;
import io.breakwater.demo.finding.Weakness.CodeFlaw;
import io.breakwater.demo.finding.Weakness.OpenPort;
import io.breakwater.demo.finding.Weakness.PackageFlaw;
import java.util.List;
import java.util.Locale;

/**
 * {@code Inspector2 Finding}.
 *
 * @see <a href="https://docs.aws.amazon.com/inspector/latest/user/eventbridge-integration.html">
 *     Inspector events</a>
 */
final class InspectorEvent {
  private InspectorEvent() {}

  static byte[] of(Finding finding, Occasion occasion) {
    return EventBridge.event(
        "aws.inspector2",
        "Inspector2 Finding",
        finding.subject().place(),
        occasion,
        List.of(resourceId(finding)),
        detail -> detail(detail, finding));
  }

  private static void detail(Json detail, Finding finding) {
    var weakness = finding.weakness();
    detail.put("awsAccountId", finding.subject().place().account().id());
    detail.put("description", description(finding));
    if (weakness instanceof PackageFlaw found) {
      detail.object("epss", epss -> epss.put("score", found.epss()));
      detail.put("exploitAvailable", found.exploited() ? "YES" : "NO");
      if (found.exploited()) {
        detail.object(
            "exploitabilityDetails",
            known -> known.put("lastKnownExploitAt", Written.inspectorTime(finding.updated())));
      }
    }
    detail.put("findingArn", Written.inspectorArn(finding));
    detail.put("firstObservedAt", Written.inspectorTime(finding.since()));
    if (weakness instanceof PackageFlaw found) {
      detail.put("fixAvailable", "YES");
      score(detail, found.flaw());
    }
    detail.put("lastObservedAt", Written.inspectorTime(finding.seen()));
    particulars(detail, finding);
    detail.object(
        "remediation",
        remediation ->
            remediation.object(
                "recommendation", recommendation -> recommendation.put("text", "None Provided")));
    detail.only("resources", resource -> resource(resource, finding));
    detail.put("severity", weakness.severity().label().toUpperCase(Locale.ROOT));
    detail.put("status", status(finding.status()));
    detail.put("title", title(finding));
    detail.put("type", type(finding));
    detail.put("updatedAt", Written.inspectorTime(finding.updated()));
  }

  static String title(Finding finding) {
    if (finding.weakness() instanceof PackageFlaw found) {
      return found.flaw().title();
    }
    return finding.weakness() instanceof OpenPort open
        ? "Port " + open.port() + " is reachable from an Internet Gateway - TCP"
        : code(finding).cwe() + " - " + code(finding).title();
  }

  static String description(Finding finding) {
    if (finding.weakness() instanceof PackageFlaw found) {
      return found.flaw().description();
    }
    if (finding.weakness() instanceof OpenPort open) {
      return "On the instance "
          + finding.subject().configId()
          + ", the port range "
          + open.port()
          + "-"
          + open.port()
          + " is reachable from the InternetGateway of its VPC over TCP.";
    }
    return "The detector found a place in the code of the function where "
        + code(finding).title().toLowerCase(Locale.ROOT)
        + " is possible. Code that runs with the permissions of a role should not contain secrets,"
        + " and should not build statements or commands out of input it did not check.";
  }

  private static String type(Finding finding) {
    if (finding.weakness() instanceof PackageFlaw) {
      return "PACKAGE_VULNERABILITY";
    }
    return finding.weakness() instanceof OpenPort ? "NETWORK_REACHABILITY" : "CODE_VULNERABILITY";
  }

  static String status(Status status) {
    return switch (status) {
      case OPEN -> "ACTIVE";
      case SUPPRESSED -> "SUPPRESSED";
      case FIXED, ARCHIVED -> "CLOSED";
    };
  }

  private static CodeFlaw code(Finding finding) {
    return (CodeFlaw) finding.weakness();
  }

  private static void score(Json detail, Flaw flaw) {
    detail.put("inspectorScore", flaw.score());
    detail.object(
        "inspectorScoreDetails",
        details ->
            details.object(
                "adjustedCvss",
                cvss ->
                    cvss.texts("adjustments", List.of())
                        .put("cvssSource", "NVD")
                        .put("score", flaw.score())
                        .put("scoreSource", "NVD")
                        .put("scoringVector", flaw.vector())
                        .put("version", "3.1")));
  }

  private static void particulars(Json detail, Finding finding) {
    if (finding.weakness() instanceof PackageFlaw found) {
      detail.object("packageVulnerabilityDetails", details -> flaw(details, finding, found.flaw()));
    } else if (finding.weakness() instanceof OpenPort open) {
      detail.object(
          "networkReachabilityDetails",
          details -> path(details, (Instance) finding.subject(), open.port()));
    } else {
      detail.object("codeVulnerabilityDetails", details -> place(details, finding));
    }
  }

  private static void flaw(Json details, Finding finding, Flaw flaw) {
    details
        .only(
            "cvss",
            cvss ->
                cvss.put("baseScore", flaw.score())
                    .put("scoringVector", flaw.vector())
                    .put("source", "NVD")
                    .put("version", "3.1"))
        .texts("referenceUrls", references(flaw))
        .texts("relatedVulnerabilities", List.of())
        .put("source", "NVD")
        .put("sourceUrl", "https://nvd.nist.gov/vuln/detail/" + flaw.id())
        .put("vendorCreatedAt", Written.inspectorTime(finding.since()))
        .put("vendorSeverity", flaw.severity().label().toUpperCase(Locale.ROOT))
        .put("vulnerabilityId", flaw.id())
        .only("vulnerablePackages", pack -> vulnerablePackage(pack, finding, flaw));
  }

  private static void vulnerablePackage(Json pack, Finding finding, Flaw flaw) {
    pack.put("epoch", 0).put("name", flaw.packageName()).put("version", flaw.version());
    pack.put("fixedInVersion", flaw.fixedIn()).put("packageManager", flaw.manager());
    if (finding.subject() instanceof Function function) {
      pack.put("filePath", function.runtime().lockFile());
    } else {
      pack.put("arch", "X86_64").put("remediation", "apt-get update && apt-get upgrade");
    }
  }

  static List<String> references(Flaw flaw) {
    return List.of(
        "https://www.cve.org/CVERecord?id=" + flaw.id(),
        "https://nvd.nist.gov/vuln/detail/" + flaw.id(),
        "https://security.example.org/advisories/" + flaw.packageName() + "/" + flaw.fixedIn());
  }

  private static void path(Json details, Instance instance, int port) {
    var gateway = "igw-" + instance.vpc().substring("vpc-".length());
    var acl = "acl-" + instance.vpc().substring("vpc-".length());
    var steps =
        List.of(
            new Step(gateway, "AWS::EC2::InternetGateway"),
            new Step(acl, "AWS::EC2::NetworkAcl"),
            new Step(instance.group().id(), "AWS::EC2::SecurityGroup"),
            new Step(instance.network().networkInterface(), "AWS::EC2::NetworkInterface"),
            new Step(instance.id(), "AWS::EC2::Instance"));
    details.object(
        "networkPath",
        path ->
            path.each(
                "steps",
                steps,
                (json, step) -> json.put("componentId", step.id).put("componentType", step.type)));
    details.object("openPortRange", range -> range.put("begin", port).put("end", port));
    details.put("protocol", "TCP");
  }

  private record Step(String id, String type) {}

  private static void place(Json details, Finding finding) {
    var function = (Function) finding.subject();
    boolean python = function.runtime() == Function.LambdaRuntime.PYTHON_3_11;
    var file = code(finding).file() + (python ? ".py" : ".js");
    details
        .texts("cwes", List.of(code(finding).cwe()))
        .put(
            "detectorId", (python ? "python/" : "javascript/") + code(finding).detector() + "@v1.0")
        .put("detectorName", code(finding).title())
        .texts("detectorTags", List.of("security", "owasp-top10"))
        .object(
            "filePath",
            path ->
                path.put("fileName", file)
                    .put("filePath", "src/" + file)
                    .put("startLine", code(finding).line())
                    .put("endLine", code(finding).line() + 3))
        .put("ruleId", "Rule-" + code(finding).line());
  }

  private static String resourceId(Finding finding) {
    return finding.subject() instanceof Function function
        ? function.latestArn()
        : finding.subject().configId();
  }

  private static void resource(Json resource, Finding finding) {
    var place = finding.subject().place();
    if (finding.subject() instanceof Instance instance) {
      resource.object("details", details -> instance(details, instance));
    } else {
      resource.object("details", details -> function(details, (Function) finding.subject()));
    }
    resource
        .put("id", resourceId(finding))
        .put("partition", "aws")
        .put("provider", "AWS")
        .put("providerAccountId", place.account().id())
        .put("region", place.region())
        .object("tags", finding.subject().tags().asMap())
        .put(
            "type",
            finding.subject() instanceof Function ? "AWS_LAMBDA_FUNCTION" : "AWS_EC2_INSTANCE");
  }

  private static void instance(Json details, Instance instance) {
    var addresses = List.of(instance.network().privateIp(), instance.network().publicIp());
    details.object(
        "awsEc2Instance",
        aws ->
            aws.put("iamInstanceProfileArn", instance.role().instanceProfileArn())
                .put("imageId", instance.image())
                .texts("ipV4Addresses", addresses)
                .texts("ipV6Addresses", List.of())
                .put("launchedAt", Written.inspectorTime(instance.launched()))
                .put("platform", instance.platform())
                .put("subnetId", instance.network().subnet())
                .put("type", instance.size())
                .put("vpcId", instance.vpc()));
    details.object(
        "vm",
        vm ->
            vm.put("type", instance.size())
                .put("vmImageReference", instance.image())
                .texts("ipV4Addresses", addresses)
                .put("networkId", instance.vpc())
                .texts("subnetIds", List.of(instance.network().subnet()))
                .put("launchedAt", Written.inspectorTime(instance.launched()))
                .put("platform", instance.platform())
                .put("executionRole", instance.role().instanceProfileArn()));
  }

  private static void function(Json details, Function function) {
    details.object(
        "awsLambdaFunction",
        aws ->
            aws.texts("architectures", List.of("X86_64"))
                .put("codeSha256", function.codeSha256())
                .put("executionRoleArn", function.role().arn())
                .put("functionName", function.name())
                .put("lastModifiedAt", Written.inspectorTime(function.modified()))
                .put("packageType", "ZIP")
                .put("runtime", function.runtime().name())
                .put("version", "$LATEST"));
    details.object(
        "serverlessFunction",
        serverless ->
            serverless
                .put("serverlessFunctionName", function.name())
                .put("runtime", function.runtime().name())
                .put("version", "$LATEST")
                .put("codeDigest", function.codeSha256())
                .put("lastModifiedAt", Written.inspectorTime(function.modified()))
                .put("executionRole", function.role().arn())
                .put("packageType", "ZIP")
                .texts("architectures", List.of("X86_64")));
  }
}

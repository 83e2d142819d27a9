// SPDX-License-Identifier: Apache-2.0
package io.breakwater.scenarios.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A threat, malware or an attack sequence, as GuardDuty finds it.
 *
 * @param type GuardDuty's type of the finding
 * @param severity GuardDuty's number, 1.0 to 10.0
 * @see <a
 *     href="https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_findings_cloudwatch.html">
 *     GuardDuty events</a>
 */
record ThreatReport(
    String source,
    String type,
    double severity,
    boolean archived,
    boolean sample,
    String resourceRole,
    HubState state,
    Around around)
    implements Report {
  private static final String DETECTOR = "b0c1d2e3f405162738495a6b7c8d9e0f";
  private static final double CRITICAL = 9;
  private static final double HIGH = 7;
  private static final double MEDIUM = 4;

  static ThreatReport of(JsonNode event) {
    return new ThreatReport(
        event.path("as").asText("guardduty"),
        event.path("threat").asText(),
        event.path("severity").asDouble(5),
        event.path("archived").asBoolean(),
        event.path("sample").asBoolean(),
        event.path("resourceRole").asText("TARGET"),
        HubState.of(event),
        Around.of(event));
  }

  @Override
  public String key() {
    return "threat " + type;
  }

  @Override
  public byte[] event(Occasion occasion) {
    return switch (source) {
      case "asff" -> asff(occasion);
      case "ocsf" -> ocsf(occasion);
      default -> guardDuty(occasion);
    };
  }

  private static String arn(Occasion occasion) {
    return Place.arn("guardduty", "detector/" + DETECTOR + "/finding/" + occasion.finding());
  }

  private String title() {
    return type + " was seen.";
  }

  private byte[] guardDuty(Occasion occasion) {
    var detail =
        Written.object()
            .put("schemaVersion", "2.0")
            .put("accountId", Place.ACCOUNT)
            .put("region", Place.REGION)
            .put("partition", "aws")
            .put("id", occasion.finding())
            .put("arn", arn(occasion))
            .put("type", type)
            .put("severity", severity)
            .put("createdAt", Written.millis(occasion.created()))
            .put("updatedAt", Written.millis(occasion.updated()))
            .put("title", title())
            .put("description", title());
    var service =
        detail
            .putObject("service")
            .put("serviceName", "guardduty")
            .put("detectorId", DETECTOR)
            .put("resourceRole", resourceRole)
            .put("eventFirstSeen", Written.millis(occasion.created()))
            .put("eventLastSeen", Written.millis(occasion.updated()))
            .put("archived", archived)
            .put("count", 1);
    if (sample) {
      service.putObject("additionalInfo").put("sample", true).put("value", "{\"sample\":true}");
    }
    if (type.startsWith("AttackSequence:")) {
      detail.putObject("resource").put("resourceType", "AttackSequence");
      service
          .withArray("/detection/sequence/resources")
          .addObject()
          .put("uid", occasion.subject().arn())
          .put("name", occasion.subject().id());
    } else {
      var resource = detail.putObject("resource");
      resource(resource, occasion.subject());
      around.writeMore(resource);
    }
    return Written.event("aws.guardduty", "GuardDuty Finding", occasion, "", detail);
  }

  private void resource(ObjectNode resource, Subject subject) {
    switch (subject.type()) {
      case "AWS::Lambda::Function" -> {
        var details =
            named(resource, "Lambda", "lambdaDetails")
                .put("functionArn", subject.arn())
                .put("functionName", subject.id());
        Written.putIfSaid(details, "role", around.role());
      }
      case "AWS::S3::Bucket" -> {
        resource.put("resourceType", "S3Bucket");
        resource
            .putArray("s3BucketDetails")
            .addObject()
            .put("arn", subject.arn())
            .put("name", subject.id())
            .put("type", "Destination");
      }
      case "AWS::IAM::User" ->
          named(resource, "AccessKey", "accessKeyDetails")
              .put("accessKeyId", "AKIAEXAMPLE0000000000")
              .put("userType", "IAMUser")
              .put("userName", subject.id());
      case "AWS::EKS::Cluster" ->
          named(resource, "EKSCluster", "eksClusterDetails")
              .put("arn", subject.arn())
              .put("name", subject.id());
      case "AWS::RDS::DBInstance" ->
          named(resource, "RDSDBInstance", "rdsDbInstanceDetails")
              .put("dbInstanceArn", subject.arn())
              .put("dbInstanceIdentifier", subject.id());
      case "AWS::ECS::Service" ->
          // GuardDuty knows the cluster; a service is told by nobody.
          named(resource, "ECSCluster", "ecsClusterDetails")
              .put("arn", Place.arn("ecs", "cluster/scenarios"))
              .put("name", "scenarios");
      case "AWS::ECS::Cluster" ->
          named(resource, "ECSCluster", "ecsClusterDetails")
              .put("arn", subject.arn())
              .put("name", subject.id());
      case "AWS::EC2::Image" ->
          named(resource, "EC2Image", "ec2ImageDetails").put("imageArn", subject.arn());
      default -> {
        var details =
            named(resource, "Instance", "instanceDetails").put("instanceId", subject.id());
        if (!around.instanceProfile().isEmpty()) {
          details.putObject("iamInstanceProfile").put("arn", around.instanceProfile());
        }
      }
    }
  }

  private static ObjectNode named(ObjectNode resource, String type, String details) {
    return resource.put("resourceType", type).putObject(details);
  }

  private String label() {
    if (severity >= CRITICAL) {
      return "Critical";
    }
    return severity >= HIGH ? "High" : severity >= MEDIUM ? "Medium" : "Low";
  }

  /** A slash would divide the type in ASFF, and is a dash there (observed). */
  private byte[] asff(Occasion occasion) {
    var purpose = type.substring(0, type.indexOf(':'));
    var format =
        new Asff(
            HubProduct.GUARDDUTY,
            arn(occasion),
            "TTPs/" + purpose + "/" + type.replace('/', '-'),
            title());
    var finding = format.finding(occasion, label(), state, around);
    var fields =
        finding.putObject("ProductFields").put("aws/guardduty/service/resourceRole", resourceRole);
    if (sample) {
      fields.put("aws/guardduty/service/additionalInfo/sample", "true");
    }
    return format.event(occasion, finding);
  }

  private byte[] ocsf(Occasion occasion) {
    var format = new Ocsf(Ocsf.DETECTION, HubProduct.GUARDDUTY, arn(occasion), title());
    var finding = format.finding(occasion, type, label(), state, around);
    finding.putArray("evidences").addObject().putObject("data").put("resource_role", resourceRole);
    return format.event(occasion, finding);
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.breakwater.demo.format;

import io.breakwater.demo.estate.Bucket;
import io.breakwater.demo.estate.Resource;
import io.breakwater.demo.finding.Finding;
import io.breakwater.demo.finding.Status;
import io.breakwater.demo.finding.Weakness.FailedControl;
import io.breakwater.demo.finding.Weakness.PackageFlaw;
import io.breakwater.demo.finding.Weakness.SensitiveObject;
import io.breakwater.demo.finding.Weakness.Threat;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * {@code Findings Imported V2}: OCSF, with the extensions of AWS. Vulnerability findings (2002) are
 * Inspector's, compliance findings (2003) Security Hub's, detection findings (2004) GuardDuty's,
 * data security findings (2006) Macie's.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/securityhub/latest/userguide/securityhub-ocsf.html">OCSF
 *     findings in Security Hub</a>
 */
final class OcsfEvent {
  private OcsfEvent() {}

  static byte[] of(Finding finding, Occasion occasion) {
    var kind = Kind.of(finding);
    return EventBridge.event(
        "aws.securityhub",
        "Findings Imported V2",
        finding.subject().place(),
        occasion,
        List.of(globalUid(finding)),
        detail -> detail.only("findings", ocsf -> finding(ocsf, finding, kind)));
  }

  private static String globalUid(Finding finding) {
    return finding.id() + new StringBuilder(finding.id()).reverse();
  }

  private static void finding(Json ocsf, Finding finding, Kind kind) {
    var activity = Activity.of(finding);
    ocsf.put("activity_id", activity.id)
        .put("activity_name", activity.label)
        .put("category_name", "Findings")
        .put("category_uid", 2)
        .put("class_name", kind.className)
        .put("class_uid", kind.classUid)
        .object("cloud", cloud -> cloud(cloud, finding));
    particulars(ocsf, finding);
    ocsf.put("count", finding.count())
        .object("finding_info", info -> info(info, finding, kind))
        .object("metadata", metadata -> metadata(metadata, finding, kind))
        .object("remediation", remediation -> remediation(remediation, finding))
        .each("resources", resources(finding), (object, resource) -> resource.accept(object))
        .put("severity", finding.weakness().severity().label())
        .put("severity_id", finding.weakness().severity().ocsfId())
        .put("status", status(finding.status()))
        .put("status_id", statusId(finding.status()));
    time(ocsf, "time", finding.updated());
    ocsf.put("type_name", kind.className + ": " + activity.label)
        .put("type_uid", kind.classUid * 100 + activity.id)
        .object(
            "vendor_attributes",
            vendor ->
                vendor
                    .put("severity", finding.weakness().severity().label())
                    .put("severity_id", finding.weakness().severity().ocsfId()));
  }

  private static void cloud(Json cloud, Finding finding) {
    var account = finding.subject().place().account();
    cloud
        .object(
            "account",
            object ->
                object
                    .put("name", account.name())
                    .put("type", "AWS Account")
                    .put("type_id", 10)
                    .put("uid", account.id()))
        .put("cloud_partition", "aws")
        .put("provider", "AWS")
        .put("region", finding.subject().place().region());
  }

  private static void info(Json info, Finding finding, Kind kind) {
    info.object(
        "analytic",
        analytic -> analytic.put("type", "Rule").put("type_id", 1).put("name", kind.analytic));
    time(info, "created_time", finding.since());
    info.put("desc", kind.description(finding));
    time(info, "first_seen_time", finding.since());
    time(info, "last_seen_time", finding.seen());
    time(info, "modified_time", finding.updated());
    info.put("title", kind.title(finding))
        .texts("types", kind.types(finding))
        .put("uid", kind.uid(finding))
        .put("uid_alt", finding.id());
  }

  private static void metadata(Json metadata, Finding finding, Kind kind) {
    metadata
        .only(
            "extensions",
            extension -> extension.put("name", "aws").put("uid", "998").put("version", "1.0.0"))
        .object(
            "product",
            product ->
                product
                    .put("name", kind.product)
                    .put(
                        "uid",
                        "arn:aws:securityhub:"
                            + finding.subject().place().region()
                            + "::productv2/aws/"
                            + kind.product.toLowerCase(Locale.ROOT).replace(" ", ""))
                    .put("vendor_name", "AWS"))
        .texts("profiles", List.of("cloud", "datetime", "aws/cloud_resources"))
        .put("uid", globalUid(finding))
        .put("version", "1.6.0");
  }

  private static void remediation(Json remediation, Finding finding) {
    if (finding.weakness() instanceof FailedControl failed) {
      remediation
          .put(
              "desc",
              "For information on how to correct this issue, consult the AWS Security Hub controls"
                  + " documentation.")
          .texts("references", List.of(AsffEvent.remediationUrl(failed.control())));
    } else {
      remediation.put(
          "desc", "Please review the remediation guidance provided in the finding details.");
    }
  }

  /** Macie names the object first, by its bare key, and the bucket second. */
  private static List<Consumer<Json>> resources(Finding finding) {
    var resources = new ArrayList<Consumer<Json>>();
    if (finding.weakness() instanceof SensitiveObject found) {
      resources.add(
          object ->
              object
                  .put("cloud_partition", "aws")
                  .put("region", finding.subject().place().region())
                  .put("type", "AWS::S3::Object")
                  .put("uid", found.key()));
    }
    Written.concerned(finding).forEach(each -> resources.add(object -> resource(object, each)));
    return resources;
  }

  private static void resource(Json json, Resource resource) {
    var account = resource.place().account();
    var uid = Written.ocsfUid(resource);
    json.put("cloud_partition", "aws")
        .object("data", data -> AsffResource.details(data, resource))
        .put("name", resource.tags().name())
        .object(
            "owner",
            owner ->
                owner.object(
                    "account",
                    object ->
                        object
                            .put("type", "AWS Account")
                            .put("type_id", 10)
                            .put("uid", account.id())))
        .put("provider", "AWS")
        .put("region", resource.place().region())
        .tags("tags", resource.tags().asMap(), "name", "value")
        .put("type", Written.ocsfType(resource))
        .put("uid", uid);
    if (!uid.startsWith("arn:")) {
      json.put("uid_alt", Written.arn(resource));
    }
  }

  private static void particulars(Json ocsf, Finding finding) {
    if (finding.weakness() instanceof PackageFlaw found) {
      ocsf.only("vulnerabilities", vulnerability -> vulnerability(vulnerability, found));
    } else if (finding.weakness() instanceof FailedControl failed) {
      compliance(ocsf, finding, failed);
    } else if (finding.weakness() instanceof Threat threat) {
      ocsf.only("evidences", evidence -> evidence(evidence, threat));
    } else if (finding.weakness() instanceof SensitiveObject found) {
      ocsf.object("databucket", bucket -> databucket(bucket, (Bucket) finding.subject(), found));
    }
  }

  private static void vulnerability(Json vulnerability, PackageFlaw found) {
    var flaw = found.flaw();
    vulnerability
        .only(
            "affected_packages",
            pack ->
                pack.put("architecture", "X86_64")
                    .put("epoch", 0)
                    .put("fixed_in_version", flaw.fixedIn())
                    .put("name", flaw.packageName())
                    .put("package_manager", flaw.manager())
                    .put("version", flaw.version()))
        .object(
            "cve",
            cve ->
                cve.only(
                        "cvss",
                        cvss ->
                            cvss.put("base_score", flaw.score())
                                .put("severity", flaw.severity().label())
                                .put("vector_string", flaw.vector())
                                .put("vendor_name", "NVD")
                                .put("version", "3.1"))
                    .object("epss", epss -> epss.put("score", Double.toString(found.epss())))
                    .put("uid", flaw.id()))
        .put("is_exploit_available", found.exploited())
        .put("is_fix_available", true)
        .texts("references", InspectorEvent.references(flaw))
        .put("severity", flaw.severity().label())
        .put("vendor_name", "NVD");
  }

  private static void compliance(Json ocsf, Finding finding, FailedControl failed) {
    boolean passed = finding.status() == Status.FIXED;
    ocsf.object(
        "compliance",
        compliance ->
            compliance
                .put("control", failed.control().id())
                .texts("requirements", List.of("NIST.800-53.r5 AC-3", "NIST.800-53.r5 CM-7"))
                .texts(
                    "standards",
                    List.of("standards/aws-foundational-security-best-practices/v/1.0.0"))
                .put("status", passed ? "Pass" : "Fail")
                .put("status_id", passed ? 1 : 3));
  }

  private static void evidence(Json evidence, Threat threat) {
    evidence
        .object("data", data -> data.put("resource_role", "TARGET").put("kind", threat.kind()))
        .object("src_endpoint", source -> source.put("ip", "198.51.100.77").put("port", 51_442))
        .object("connection_info", connection -> connection.put("direction", "Inbound"));
  }

  private static void databucket(Json databucket, Bucket bucket, SensitiveObject found) {
    databucket
        .put("name", bucket.name())
        .put("uid", bucket.arn())
        .object(
            "encryption_details",
            encryption -> encryption.put("algorithm", "aws:kms").put("key_uid", bucket.keyArn()))
        .object(
            "file",
            file ->
                file.put("name", found.key())
                    .only(
                        "data_classifications",
                        classification ->
                            classification
                                .put("category", found.category())
                                .object(
                                    "classifier_details",
                                    classifier -> classifier.put("type", found.detection()))));
  }

  private static String status(Status status) {
    return switch (status) {
      case OPEN -> "New";
      case FIXED -> "Resolved";
      case SUPPRESSED -> "Suppressed";
      case ARCHIVED -> "Archived";
    };
  }

  private static int statusId(Status status) {
    return switch (status) {
      case OPEN -> 1;
      case SUPPRESSED -> 3;
      case FIXED -> 4;
      case ARCHIVED -> 5;
    };
  }

  /** As AWS does: epoch milliseconds, and ISO beside it. */
  private static void time(Json json, String name, Instant time) {
    json.put(name, time.toEpochMilli()).put(name + "_dt", Written.millis(time));
  }

  private enum Activity {
    CREATE(1, "Create"),
    UPDATE(2, "Update"),
    CLOSE(3, "Close");

    private final int id;
    private final String label;

    Activity(int id, String label) {
      this.id = id;
      this.label = label;
    }

    static Activity of(Finding finding) {
      if (finding.status() == Status.FIXED || finding.status() == Status.ARCHIVED) {
        return CLOSE;
      }
      return finding.count() == 1 ? CREATE : UPDATE;
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.breakwater.demo.format;

import io.breakwater.demo.chance.Dice;
import io.breakwater.demo.estate.Bucket;
import io.breakwater.demo.estate.Certificate;
import io.breakwater.demo.estate.Function;
import io.breakwater.demo.estate.Instance;
import io.breakwater.demo.estate.Resource;
import io.breakwater.demo.estate.Role;
import io.breakwater.demo.estate.SecurityGroup;
import io.breakwater.demo.estate.User;
import io.breakwater.demo.finding.Finding;
import io.breakwater.demo.finding.Weakness.FailedControl;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How the products write what several of them write: times, identifiers, the thing concerned. */
final class Written {
  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter INSPECTOR =
      DateTimeFormatter.ofPattern("EEE MMM dd HH:mm:ss.SSS 'UTC' uuuu", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private static final DateTimeFormatter RFC_1123 =
      DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private Written() {}

  static String millis(Instant time) {
    return MILLIS.format(time);
  }

  /** Such as {@code Wed Sep 04 16:59:44.356 UTC 2024}. */
  static String inspectorTime(Instant time) {
    return INSPECTOR.format(time);
  }

  /** Such as {@code Sat, 05 Jun 2016 15:10:09 GMT}. */
  static String rfc1123(Instant time) {
    return RFC_1123.format(time);
  }

  static String inspectorArn(Finding finding) {
    return finding.subject().place().arn("inspector2", "finding/" + finding.id());
  }

  static String detectorId(Finding finding) {
    var place = finding.subject().place();
    return Dice.seeded(place.arn("guardduty", "detector").hashCode()).hex(32);
  }

  static String guardDutyArn(Finding finding) {
    return finding
        .subject()
        .place()
        .arn("guardduty", "detector/" + detectorId(finding) + "/finding/" + finding.id());
  }

  static String controlArn(Finding finding) {
    var control = ((FailedControl) finding.weakness()).control();
    return finding
        .subject()
        .place()
        .arn(
            "securityhub",
            "security-control/" + control.id() + "/finding/" + Dice.uuid(finding.id()));
  }

  /** The subject first, then whatever else the finding names. */
  static List<Resource> concerned(Finding finding) {
    var all = new ArrayList<Resource>();
    all.add(finding.subject());
    all.addAll(finding.also());
    return all;
  }

  /** Controls on policies name the policy of the role. */
  static String arn(Resource resource) {
    return resource instanceof Role role ? role.policyArn() : resource.arn();
  }

  /** ASFF's word for the type of a resource. */
  static String asffType(Resource resource) {
    if (resource instanceof Instance) {
      return "AwsEc2Instance";
    }
    if (resource instanceof Function) {
      return "AwsLambdaFunction";
    }
    if (resource instanceof Bucket) {
      return "AwsS3Bucket";
    }
    if (resource instanceof User) {
      return "AwsIamUser";
    }
    if (resource instanceof Role) {
      return "AwsIamPolicy";
    }
    return resource instanceof SecurityGroup
        ? "AwsEc2SecurityGroup"
        : "AwsCertificateManagerCertificate";
  }

  /** What OCSF findings call it: no ARN where the service has an id or a name. */
  static String ocsfUid(Resource resource) {
    if (resource instanceof Instance || resource instanceof SecurityGroup) {
      return resource.configId();
    }
    if (resource instanceof Bucket bucket) {
      return bucket.name();
    }
    return resource instanceof Certificate ? resource.arn() : arn(resource);
  }

  static String ocsfType(Resource resource) {
    return resource instanceof Role ? "AWS::IAM::ManagedPolicy" : resource.type();
  }
}

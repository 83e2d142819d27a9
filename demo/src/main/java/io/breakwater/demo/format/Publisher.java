// SPDX-License-Identifier: Apache-2.0
package io.breakwater.demo.format;

import io.breakwater.demo.estate.Certificate;
import io.breakwater.demo.estate.Certificate.Kind;
import io.breakwater.demo.estate.Resource;
import io.breakwater.demo.finding.Control;
import io.breakwater.demo.finding.Finding;
import io.breakwater.demo.finding.Status;
import io.breakwater.demo.finding.Weakness.FailedControl;
import io.breakwater.demo.finding.Weakness.OutsideAccess;
import io.breakwater.demo.finding.Weakness.PackageFlaw;
import io.breakwater.demo.finding.Weakness.PublicBucket;
import io.breakwater.demo.finding.Weakness.SensitiveObject;
import io.breakwater.demo.finding.Weakness.Threat;
import io.breakwater.demo.finding.Weakness.UnusedAccess;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** Writes what happens as the events by which AWS services tell of it, in all their formats. */
public final class Publisher {
  private Publisher() {}

  /**
   * A finding, in one of the formats it comes in. A finding keeps its format for life, as its
   * account either has Security Hub pass it on or not.
   */
  public static byte[] finding(Finding finding, Occasion occasion) {
    var weakness = finding.weakness();
    int draw = Integer.parseInt(finding.id().substring(0, 2), 16) * 100 / 256;
    if (weakness instanceof FailedControl) {
      return draw < 60 ? AsffEvent.of(finding, occasion) : OcsfEvent.of(finding, occasion);
    }
    if (weakness instanceof Threat) {
      return draw < 60
          ? GuardDutyEvent.of(finding, occasion)
          : draw < 80 ? OcsfEvent.of(finding, occasion) : AsffEvent.of(finding, occasion);
    }
    if (weakness instanceof SensitiveObject) {
      return draw < 60 ? MacieEvent.of(finding, occasion) : OcsfEvent.of(finding, occasion);
    }
    if (weakness instanceof PublicBucket) {
      return MacieEvent.of(finding, occasion);
    }
    if (weakness instanceof OutsideAccess || weakness instanceof UnusedAccess) {
      return AccessAnalyzerEvent.of(finding, occasion);
    }
    if (weakness instanceof PackageFlaw && draw >= 80) {
      return draw < 92 ? OcsfEvent.of(finding, occasion) : AsffEvent.of(finding, occasion);
    }
    return InspectorEvent.of(finding, occasion);
  }

  /** The configuration of a resource, as AWS Config records it. */
  public static byte[] configuration(Resource resource, ItemStatus status, Occasion occasion) {
    return ConfigItemEvent.of(resource, status, occasion);
  }

  /** What the Config rule behind the control of a finding says of its resource. */
  public static byte[] compliance(Finding finding, Control control, Occasion occasion) {
    return ConfigComplianceEvent.of(
        finding.subject(), control, finding.status() == Status.FIXED, occasion);
  }

  public static byte[] approachingExpiration(
      Certificate certificate, int daysLeft, Occasion occasion) {
    return AcmEvent.approachingExpiration(certificate, daysLeft, occasion);
  }

  /**
   * @param reason in ACM's words, such as {@code CAA_ERROR}
   */
  public static byte[] renewalActionRequired(
      Certificate certificate, String reason, Occasion occasion) {
    return AcmEvent.renewalActionRequired(certificate, reason, occasion);
  }

  /** What AWS Health says of a renewal that waits for the same reason, since then. */
  public static byte[] renewalNotice(
      Certificate certificate, String reason, Instant since, Occasion occasion) {
    boolean forbidden = reason.equals("CAA_ERROR");
    return HealthEvent.ofRenewal(
        certificate,
        forbidden ? "CAA_CHECK_FAILURE" : "AWS_ACM_RENEWAL_STATE_CHANGE",
        forbidden
            ? "A CAA record of " + certificate.domain() + " does not let ACM renew its certificate."
            : "ACM cannot renew the certificate for " + certificate.domain() + " by itself.",
        since,
        occasion);
  }

  /** Issued, or imported, for the first time under its ARN. */
  public static byte[] issued(Certificate certificate, Occasion occasion) {
    boolean imported = certificate.kind() == Kind.IMPORTED;
    return AcmEvent.available(certificate, imported ? "IMPORT" : "ISSUANCE", occasion);
  }

  /** Renewed, or imported anew. */
  public static byte[] renewed(Certificate certificate, Occasion occasion) {
    boolean imported = certificate.kind() == Kind.IMPORTED;
    return AcmEvent.available(certificate, imported ? "REIMPORT" : "RENEWAL", occasion);
  }

  public static byte[] expired(Certificate certificate, Occasion occasion) {
    return AcmEvent.expired(certificate, occasion);
  }

  public static byte[] revoked(Certificate certificate, Occasion occasion) {
    return certificate.kind() == Kind.PRIVATE
        ? AcmEvent.revokedByAuthority(certificate, "KEY_COMPROMISE", occasion)
        : AcmEvent.revoked(certificate, occasion);
  }

  public static byte[] rotated(Certificate certificate, Occasion occasion) {
    return AcmEvent.rotated(certificate, occasion);
  }

  /** An event that a rule with too wide a pattern lets through: no finding. */
  public static byte[] instanceStateChange(Resource instance, String state, Occasion occasion) {
    return EventBridge.event(
        "aws.ec2",
        "EC2 Instance State-change Notification",
        instance.place(),
        occasion,
        List.of(instance.arn()),
        detail -> detail.put("instance-id", instance.configId()).put("state", state));
  }

  /** The news that Inspector has looked at a resource: no finding either. */
  public static byte[] scanned(Resource resource, Occasion occasion) {
    return EventBridge.event(
        "aws.inspector2",
        "Inspector2 Scan",
        resource.place(),
        occasion,
        List.of(resource.arn()),
        detail ->
            detail
                .put("scan-status", "INITIAL_SCAN_COMPLETE")
                .object("finding-severity-counts", counts -> counts.put("TOTAL", 0))
                .put("version", "1.0"));
  }

  /** An event that broke on its way: its end is missing. */
  public static byte[] broken(byte[] event) {
    return Arrays.copyOf(event, event.length * 2 / 3);
  }
}

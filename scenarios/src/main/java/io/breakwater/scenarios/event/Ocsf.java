// SPDX-License-Identifier: Apache-2.0
package io.breakwater.scenarios.event;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.core.hash.Sha256;
import io.breakwater.core.signal.Severity;
import java.time.Instant;

/** A finding in OCSF, as Security Hub sends it. */
record Ocsf(int classUid, HubProduct product, String uid, String title) {
  static final int VULNERABILITY = 2002;
  static final int COMPLIANCE = 2003;
  static final int DETECTION = 2004;
  static final int DATA_SECURITY = 2006;

  private static final int CREATE = 1;
  private static final int UPDATE = 2;
  private static final int CLOSE = 3;

  ObjectNode finding(
      Occasion occasion, String type, String severity, HubState state, Around around) {
    int activity = activity(occasion, state);
    var finding =
        Written.object()
            .put("activity_id", activity)
            .put("category_uid", 2)
            .put("class_uid", classUid)
            .put("type_uid", classUid * 100 + activity)
            .put("severity", severity)
            .put("severity_id", Severity.ofLabel(severity).ocsfId())
            .put("status", state.status())
            .put("status_id", state.statusId());
    time(finding, "time", occasion.updated());
    cloud(finding.putObject("cloud"));
    info(finding.putObject("finding_info"), occasion, type);
    metadata(finding.putObject("metadata"));
    resource(finding.putArray("resources").addObject(), occasion.subject(), around);
    return finding;
  }

  private static int activity(Occasion occasion, HubState state) {
    return switch (state.status()) {
      case "Resolved", "Archived", "Deleted" -> CLOSE;
      default -> occasion.created().equals(occasion.updated()) ? CREATE : UPDATE;
    };
  }

  private static void cloud(ObjectNode cloud) {
    cloud
        .put("provider", "AWS")
        .put("cloud_partition", "aws")
        .put("region", Place.REGION)
        .putObject("account")
        .put("uid", Place.ACCOUNT);
  }

  private void info(ObjectNode info, Occasion occasion, String type) {
    info.put("uid", uid).put("title", title).put("desc", title);
    info.putArray("types").add(type);
    time(info, "created_time", occasion.created());
    time(info, "first_seen_time", occasion.created());
    time(info, "modified_time", occasion.updated());
  }

  private void metadata(ObjectNode metadata) {
    metadata
        .put("version", "1.6.0")
        .put("uid", globalUid())
        .putObject("product")
        .put("name", product.name())
        .put("vendor_name", product.company())
        .put("uid", "arn:aws:securityhub:" + Place.REGION + "::productv2/" + product.path());
  }

  /** Ids and names are no ARNs: then the ARN is the alternative. */
  private static void resource(ObjectNode resource, Subject subject, Around around) {
    resource
        .put("uid", subject.id())
        .put("cloud_partition", "aws")
        .put("region", subject.region())
        .withObject("/owner/account")
        .put("uid", subject.account());
    Written.putIfSaid(resource, "type", subject.type());
    if (!subject.id().equals(subject.arn())) {
      resource.put("uid_alt", subject.arn());
    }
    around.writeOcsf(resource);
  }

  byte[] event(Occasion occasion, ObjectNode finding) {
    var detail = Written.object();
    detail.putArray("findings").add(finding);
    return Written.event("aws.securityhub", "Findings Imported V2", occasion, globalUid(), detail);
  }

  private String globalUid() {
    return Sha256.identity(product.path(), uid) + Sha256.identity(uid, product.path());
  }

  /** As AWS does: epoch milliseconds, and ISO beside it. */
  private static void time(ObjectNode object, String name, Instant time) {
    object.put(name, time.toEpochMilli()).put(name + "_dt", Written.millis(time));
  }
}

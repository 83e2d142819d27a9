// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.ocsf;

import static io.breakwater.core.ocsf.Fields.texts;
import static io.breakwater.core.ocsf.Fields.time;

import com.fasterxml.jackson.core.JsonGenerator;
import io.breakwater.core.finding.Activity;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/**
 * What every OCSF 1.6.0 Detection Finding (class 2004) of ours begins with.
 *
 * @see <a href="https://schema.ocsf.io/1.6.0/classes/detection_finding">Detection Finding</a>
 */
final class DetectionFinding {
  static final String OCSF_VERSION = "1.6.0";
  static final String PRODUCT = "Breakwater";

  private static final int CATEGORY_FINDINGS = 2;
  private static final int CLASS_UID = 2004;
  private static final int ANALYTIC_RULE = 1;

  private DetectionFinding() {}

  static void classification(JsonGenerator json, Activity activity, Instant at) throws IOException {
    json.writeNumberField("activity_id", activity.ocsfId());
    json.writeStringField("activity_name", activity.label());
    json.writeNumberField("category_uid", CATEGORY_FINDINGS);
    json.writeStringField("category_name", "Findings");
    json.writeNumberField("class_uid", CLASS_UID);
    json.writeStringField("class_name", "Detection Finding");
    json.writeNumberField("type_uid", CLASS_UID * 100 + activity.ocsfId());
    json.writeStringField("type_name", "Detection Finding: " + activity.label());
    time(json, "time", at);
  }

  /**
   * @param uid of the revision
   * @param correlationUid of what it is a revision of
   */
  static void metadata(JsonGenerator json, String uid, String correlationUid, String productVersion)
      throws IOException {
    json.writeObjectFieldStart("metadata");
    json.writeStringField("version", OCSF_VERSION);
    json.writeStringField("uid", uid);
    json.writeStringField("correlation_uid", correlationUid);
    texts(json, "profiles", List.of("cloud"));
    json.writeObjectFieldStart("product");
    json.writeStringField("name", PRODUCT);
    json.writeStringField("vendor_name", PRODUCT);
    json.writeStringField("version", productVersion);
    json.writeEndObject();
    json.writeEndObject();
  }

  /** The rule behind it. */
  static void analytic(JsonGenerator json, String ruleId, String name, String catalogueVersion)
      throws IOException {
    json.writeObjectFieldStart("analytic");
    json.writeStringField("uid", ruleId);
    json.writeStringField("name", name);
    json.writeNumberField("type_id", ANALYTIC_RULE);
    json.writeStringField("type", "Rule");
    json.writeStringField("version", catalogueVersion);
    json.writeEndObject();
  }
}

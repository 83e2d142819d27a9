// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.breakwater.core.document.Document;
import io.breakwater.core.document.Faults;
import io.breakwater.core.json.Shape;
import io.breakwater.core.resource.Arn;
import io.breakwater.core.signal.Severity;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;

/** Actions as records of the control stream. The form is {@code schemas/records/control-action}. */
public final class ActionRecords {
  /** More than the longest texts that the form allows take. */
  public static final int MAX_BYTES = 32 << 10;

  private static final int VERSION = 1;
  private static final String FORM = "records/control-action";
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Stands for what is faulty, of which no action is made. */
  private static final Arn NOWHERE = Arn.of("aws", "none", "", "", "none");

  private ActionRecords() {}

  /** Writes an action, in UTF-8. */
  public static byte[] toJson(Action action) {
    var json = JSON.createObjectNode();
    json.put("version", VERSION);
    json.put("uid", action.signature().action());
    json.put("at", action.signature().at().toString());
    json.put("by", action.signature().by());
    json.put("action", action.kind().key());
    json.put("exposure", action.exposure());
    json.put("resource", action.resource().toString());
    action.seen().ifPresent(seen -> json.put("seen", seen.ocsfId()));
    action.statusId().ifPresent(status -> json.put("status_id", status));
    action.severity().ifPresent(severity -> json.put("severity_id", severity.ocsfId()));
    action.comment().ifPresent(comment -> json.put("comment", comment));
    action.reason().ifPresent(reason -> json.put("reason", reason));
    action.until().ifPresent(until -> json.put("until", until.toString()));
    return json.toString().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Reads a record.
   *
   * @throws MalformedAction naming every fault
   */
  public static Action of(byte[] record) throws MalformedAction {
    if (record.length > MAX_BYTES) {
      throw new MalformedAction(
          List.of("an action of " + record.length + " bytes; at most " + MAX_BYTES + " are read"));
    }
    var faults = new Faults();
    var document = Document.read("action", name -> new ByteArrayInputStream(record), FORM, faults);
    failIfFaulty(faults);
    var action = action(document.orElseThrow(), faults);
    failIfFaulty(faults);
    return action.build();
  }

  private static void failIfFaulty(Faults faults) throws MalformedAction {
    if (!faults.found().isEmpty()) {
      throw new MalformedAction(faults.found());
    }
  }

  private static Action.Builder action(Document document, Faults faults) {
    var root = document.root();
    var signature =
        new Signature(text(root, "by"), instant(document, "at", faults), root.path("uid").asText());
    var action =
        Action.of(
            signature,
            ActionKind.ofKey(root.path("action").asText()),
            root.path("exposure").asText(),
            arn(document, faults));
    if (root.has("seen")) {
      action.seen(severity(root.path("seen")));
    }
    if (root.has("status_id")) {
      action.statusId(root.path("status_id").asInt());
    }
    if (root.has("severity_id")) {
      action.severity(severity(root.path("severity_id")));
    }
    if (root.has("comment")) {
      action.comment(text(root, "comment"));
    }
    if (root.has("reason")) {
      action.reason(text(root, "reason"));
    }
    if (root.has("until")) {
      action.until(instant(document, "until", faults));
    }
    return action;
  }

  private static String text(JsonNode root, String field) {
    return Shape.wellFormed(root.path(field).asText());
  }

  private static Severity severity(JsonNode id) {
    return Severity.ofOcsfId(id.asInt());
  }

  /** What has the form of an instant may be none: the 31st of June. */
  private static Instant instant(Document document, String field, Faults faults) {
    var node = document.root().path(field);
    try {
      return Instant.parse(node.asText());
    } catch (DateTimeException e) {
      faults.add(document, node, "/" + field + ": there is no time '" + node.asText() + "'");
      return Instant.EPOCH;
    }
  }

  private static Arn arn(Document document, Faults faults) {
    var node = document.root().path("resource");
    var arn = Arn.tryParse(node.asText());
    if (arn.isEmpty()) {
      faults.add(document, node, "/resource: '" + node.asText() + "' is no ARN");
    }
    return arn.orElse(NOWHERE);
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.record;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.flink.types.Output;
import io.breakwater.response.message.DeadEnd;
import io.breakwater.response.message.Kind;
import io.breakwater.response.message.Report;
import io.breakwater.response.notice.Change;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;

/**
 * What the job says of itself, as records of its streams. The forms are {@code response-report} and
 * {@code response-dead-letter} in {@code schemas/records}.
 */
public final class ResponseRecords {
  private static final int SCHEMA_VERSION = 1;

  private ResponseRecords() {}

  /** Reports of the same exposure stay in order. */
  public static Output of(Report report) {
    return output(report.getUid(), json(report));
  }

  /** Letters of the same exposure stay in order. */
  public static Output of(DeadEnd end) {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("schema_version", SCHEMA_VERSION)
        .put("reason", end.getReason())
        .put("detail", end.getDetail());
    if (end.hasReport()) {
      json.set("report", json(end.getReport()));
    }
    if (end.hasArrival()) {
      json.put("origin", end.getArrival().getOrigin())
          .put("position", end.getArrival().getPosition())
          .put(
              "raw",
              Base64.getEncoder().encodeToString(end.getArrival().getRecord().toByteArray()));
    }
    var key = end.hasReport() ? end.getReport().getUid() : end.getArrival().getPosition();
    return output(key, json);
  }

  private static ObjectNode json(Report report) {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("schema_version", SCHEMA_VERSION)
        .put("what", report.getWhat().name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .put("only_said", report.getOnlySaid())
        .put("at", Instant.ofEpochMilli(report.getAt()).toString())
        .put("kind", report.getKind() == Kind.CERTIFICATE ? "certificate" : "exposure")
        .put("uid", report.getUid())
        .put("revision", report.getRevision())
        .put("severity", Change.label(report.getSeverity()))
        .put("target", report.getTarget())
        .put("route", report.getRoute());
    putUnlessEmpty(json, "key", report.getKey());
    putUnlessEmpty(json, "ticket", report.getTicket());
    putUnlessEmpty(json, "url", report.getUrl());
    putUnlessEmpty(json, "status", report.getStatus());
    putUnlessEmpty(json, "detail", report.getDetail());
    putUnlessEmpty(json, "by", report.getBy());
    return json;
  }

  private static void putUnlessEmpty(ObjectNode json, String field, String text) {
    if (!text.isEmpty()) {
      json.put(field, text);
    }
  }

  private static Output output(String key, ObjectNode json) {
    return new Output(key, json.toString().getBytes(StandardCharsets.UTF_8));
  }
}

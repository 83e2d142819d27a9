// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.record;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.ByteString;
import io.breakwater.core.deadletter.DeadLetterRecord;
import io.breakwater.core.hash.Sha256;
import io.breakwater.flink.types.Output;
import io.breakwater.response.message.Arrival;
import io.breakwater.response.message.DeadEnd;
import io.breakwater.response.message.Kind;
import io.breakwater.response.message.Report;
import io.breakwater.response.notice.Change;
import io.breakwater.response.targets.PlainText;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/**
 * What the job says of itself, as records of its streams. The forms are {@code response-report} and
 * {@code response-dead-letter} in {@code schemas/records}.
 */
public final class ResponseRecords {
  private static final int SCHEMA_VERSION = 1;

  /** Details are for people; some quote the record. */
  private static final int DETAIL_CHARACTERS = 1_000;

  private ResponseRecords() {}

  /** Reports of the same exposure stay in order. */
  public static Output of(Report report) {
    return output(report.getUid(), json(report));
  }

  /**
   * Letters of the same exposure stay in order, and so do the chunks of one: as many as it takes
   * for each to fit into its stream, as those of the correlation job.
   */
  public static List<Output> of(DeadEnd end) {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("schema_version", SCHEMA_VERSION)
        .put("reason", end.getReason())
        .put("detail", PlainText.cut(end.getDetail(), DETAIL_CHARACTERS));
    if (end.hasReport()) {
      json.set("report", json(end.getReport()));
    }
    return end.hasArrival()
        ? chunks(json, end.getArrival())
        : List.of(output(end.getReport().getUid(), json));
  }

  private static List<Output> chunks(ObjectNode json, Arrival arrival) {
    var record = arrival.getRecord();
    json.put("origin", arrival.getOrigin())
        .put("position", arrival.getPosition())
        .put("size", record.size())
        .put("sha256", Sha256.of(record.toByteArray()));
    int around = chunk(json, Integer.MAX_VALUE, Integer.MAX_VALUE, ByteString.EMPTY).length;
    // Base64 makes four bytes of three.
    int room = (DeadLetterRecord.MAX_BYTES - around) / 4 * 3;
    int chunks = Math.max(1, (record.size() + room - 1) / room);
    var outputs = new ArrayList<Output>();
    for (int chunk = 0; chunk < chunks; chunk++) {
      int from = chunk * room;
      var part = record.substring(from, Math.min(record.size(), from + room));
      outputs.add(new Output(arrival.getPosition(), chunk(json, chunk, chunks, part)));
    }
    return outputs;
  }

  private static byte[] chunk(ObjectNode json, int chunk, int chunks, ByteString part) {
    return json.deepCopy()
        .put("chunk", chunk)
        .put("chunks", chunks)
        .put("raw", Base64.getEncoder().encodeToString(part.toByteArray()))
        .toString()
        .getBytes(StandardCharsets.UTF_8);
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

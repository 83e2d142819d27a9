// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.act;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.breakwater.cli.Failure;
import io.breakwater.core.finding.Activity;
import io.breakwater.core.resource.Arn;
import io.breakwater.core.signal.Severity;
import io.breakwater.flink.files.RecordReader;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** The exposures that findings tell of; of several revisions of one the last counts. */
final class Findings {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PRIMARY = "Target";

  private final Map<String, Subject> open = new LinkedHashMap<>();

  /**
   * @throws Failure when a record is no exposure finding
   */
  void addAll(RecordReader records) throws IOException {
    for (var next = records.next(); next.isPresent(); next = records.next()) {
      var record = next.get();
      add(parsed(record.bytes(), record.position()), record.position());
    }
  }

  private static JsonNode parsed(byte[] bytes, String position) {
    try {
      return JSON.readTree(bytes);
    } catch (IOException e) {
      throw notOne(position, e);
    }
  }

  private void add(JsonNode finding, String position) {
    var uid = finding.at("/finding_info/uid").asText();
    var resource = primary(finding).orElseThrow(() -> notOne(position, null));
    open.remove(uid);
    if (finding.path("activity_id").asInt() != Activity.CLOSE.ocsfId()) {
      var seen = Severity.ofOcsfId(finding.path("severity_id").asInt());
      open.put(uid, new Subject(uid, resource, Optional.of(seen)));
    }
  }

  private static Optional<Arn> primary(JsonNode finding) {
    return StreamSupport.stream(finding.path("resources").spliterator(), false)
        .filter(resource -> resource.path("role").asText().equals(PRIMARY))
        .findFirst()
        .flatMap(resource -> Arn.tryParse(resource.path("uid").asText()));
  }

  private static Failure notOne(String position, IOException cause) {
    return new Failure(position + " is no exposure finding", cause);
  }

  List<Subject> open() {
    return List.copyOf(open.values());
  }
}

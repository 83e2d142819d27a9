// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.protobuf.ByteString;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.breakwater.core.deadletter.DeadLetterRecord;
import io.breakwater.core.hash.Sha256;
import io.breakwater.flink.types.Output;
import io.breakwater.response.message.Arrival;
import io.breakwater.response.message.DeadEnd;
import io.breakwater.response.message.Kind;
import io.breakwater.response.message.Report;
import io.breakwater.response.message.Report.What;
import io.breakwater.response.message.Severity;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ResponseRecordsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonSchemaFactory SCHEMAS =
      JsonSchemaFactory.getInstance(
          SpecVersion.VersionFlag.V202012,
          builder ->
              builder.schemaMappers(
                  mappers ->
                      mappers.mappings(
                          Map.of(
                              "urn:breakwater:records:response-report",
                              "classpath:breakwater/records/response-report.schema.json"))));

  @ParameterizedTest
  @EnumSource(
      value = What.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"NOTHING", "UNRECOGNIZED"})
  void each_kind_of_report_has_the_form(What what) throws Exception {
    var record = ResponseRecords.of(report(what));

    assertFits("response-report", record);
  }

  @Test
  void a_report_with_all_that_it_may_say_has_the_form() throws Exception {
    var report =
        report(What.STATUS_CHANGED).toBuilder()
            .setKind(Kind.CERTIFICATE)
            .setKey("bw-1-1")
            .setTicket("SEC-1")
            .setUrl("https://example.atlassian.net/browse/SEC-1")
            .setStatus("In Progress")
            .setDetail("from To Do")
            .setBy("A Person")
            .setOnlySaid(true)
            .build();

    var json = assertFits("response-report", ResponseRecords.of(report));

    assertThat(json.path("what").asText()).isEqualTo("status-changed");
    assertThat(json.path("kind").asText()).isEqualTo("certificate");
    assertThat(json.path("by").asText()).isEqualTo("A Person");
    assertThat(json.path("at").asText()).isEqualTo("2026-11-27T10:00:00.250Z");
  }

  @Test
  void what_is_about_a_whole_route_has_the_form() throws Exception {
    var report = Report.newBuilder().setWhat(What.CAPPED).setUid("storm-all").setRoute("all");

    assertFits("response-report", ResponseRecords.of(report.setDetail("too many").build()));
  }

  @Test
  void what_was_given_up_has_the_form_with_its_report() throws Exception {
    var end =
        DeadEnd.newBuilder()
            .setReason("given-up")
            .setDetail("POST /issue was answered 400")
            .setReport(report(What.GIVEN_UP))
            .build();

    var record = only(ResponseRecords.of(end));

    assertFits("response-dead-letter", record);
    assertThat(record.key()).isEqualTo("uid-1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"unreadable", "unreadable-control"})
  void what_cannot_be_read_has_the_form_with_its_bytes(String reason) throws Exception {
    var end =
        DeadEnd.newBuilder()
            .setReason(reason)
            .setDetail("it is no JSON")
            .setArrival(
                Arrival.newBuilder()
                    .setRecord(ByteString.copyFromUtf8("not JSON"))
                    .setOrigin("exposures/shardId-000000000000")
                    .setPosition("4711"))
            .build();

    var record = only(ResponseRecords.of(end));

    var json = assertFits("response-dead-letter", record);
    assertThat(Base64.getDecoder().decode(json.path("raw").asText()))
        .asString()
        .isEqualTo("not JSON");
    assertThat(record.key()).isEqualTo("4711");
  }

  @ParameterizedTest
  @CsvSource({"700000, 1", "1048576, 2", "10485760, 14"})
  void a_large_record_is_split_into_letters_that_fit_their_stream_and_nothing_is_lost(
      int bytes, int letters) throws Exception {
    var raw = new byte[bytes];
    new SplittableRandom(1).nextBytes(raw);
    var end =
        DeadEnd.newBuilder()
            .setReason("unreadable")
            .setDetail("ü".repeat(5_000))
            .setArrival(
                Arrival.newBuilder()
                    .setRecord(ByteString.copyFrom(raw))
                    .setOrigin("exposures/shardId-000000000000")
                    .setPosition("4711"))
            .build();

    var records = ResponseRecords.of(end);

    var whole = new ByteArrayOutputStream();
    for (int i = 0; i < records.size(); i++) {
      var json = assertFits("response-dead-letter", records.get(i));
      assertThat(json.path("chunk").asInt()).isEqualTo(i);
      assertThat(json.path("chunks").asInt()).isEqualTo(letters);
      assertThat(json.path("size").asInt()).isEqualTo(bytes);
      assertThat(json.path("sha256").asText()).isEqualTo(Sha256.of(raw));
      assertThat(records.get(i).json().length).isLessThanOrEqualTo(DeadLetterRecord.MAX_BYTES);
      whole.writeBytes(Base64.getDecoder().decode(json.path("raw").asText()));
    }
    assertThat(records).hasSize(letters);
    assertThat(whole.toByteArray()).isEqualTo(raw);
  }

  private static Output only(List<Output> records) {
    assertThat(records).hasSize(1);
    return records.get(0);
  }

  private static Report report(What what) {
    return Report.newBuilder()
        .setWhat(what)
        .setUid("uid-1")
        .setKind(Kind.EXPOSURE)
        .setRevision("revision-1")
        .setSeverity(Severity.CRITICAL)
        .setTarget("jira")
        .setRoute("severe")
        .setAt(1_795_773_600_250L)
        .build();
  }

  private static JsonNode assertFits(String form, Output record) throws IOException {
    var json = JSON.readTree(record.json());
    assertThat(schema(form).validate(json)).as(json.toString()).isEmpty();
    return json;
  }

  private static JsonSchema schema(String form) throws IOException {
    var name = "/breakwater/records/" + form + ".schema.json";
    try (var stream = ResponseRecordsTest.class.getResourceAsStream(name)) {
      return SCHEMAS.getSchema(stream);
    }
  }
}

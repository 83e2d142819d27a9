// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.breakwater.fakes.Answer;
import io.breakwater.fakes.FakeServer;
import io.breakwater.fakes.Troubles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ResponsePropertiesTest {
  private static final String TARGETS =
      "\"targets\": {\"chat\": {\"type\": \"webhook\", \"url\": \"https://chat.example.com\","
          + " \"secret\": {\"environment\": \"CHAT\"}}}";
  private static final String PLAN = "{\"version\": \"1\", " + TARGETS + ", \"routes\": []}";

  @TempDir private Path directory;

  @Test
  void the_plan_may_be_an_object_of_s3() {
    try (var s3 =
        FakeServer.start(
            (call, now) ->
                call.path().equals("/plans/plan.json")
                    ? Answer.text(200, PLAN)
                    : Answer.text(404, "there is nothing else"),
            Troubles.none(),
            Clock.systemUTC())) {
      var properties =
          ResponseProperties.of(
              with(
                  "Response.plan",
                  "s3://plans/plan.json",
                  "Response.plan-endpoint",
                  s3.uri().toString()));

      assertThat(properties.settings().plan()).isEqualTo(PLAN);
    }
  }

  @Test
  void faults_of_a_plan_in_s3_are_told_with_their_lines_beside_all_others() {
    try (var s3 =
        FakeServer.start(
            (call, now) ->
                Answer.text(
                    200,
                    "{\"version\": \"1\", "
                        + TARGETS
                        + ",\n \"routes\": [{\"name\": \"all\",\n   \"tickets\": [\"nobody\"]}]}"),
            Troubles.none(),
            Clock.systemUTC())) {
      var settings =
          with(
              "Response.plan", "s3://plans/plan.json",
              "Response.plan-endpoint", s3.uri().toString(),
              "Response.dry-run", "perhaps",
              "Response.colour", "blue");
      settings.remove("Sinks.report-stream");

      assertThatThrownBy(() -> ResponseProperties.of(settings))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("s3://plans/plan.json:3: route 'all': no target keeps tickets")
          .hasMessageContaining("Sinks.report-stream is missing: the name of a stream")
          .hasMessageContaining("Response.dry-run cannot be 'perhaps', only true or false (flag)")
          .hasMessageContaining("Response.colour is no setting of this job");
    }
  }

  @Test
  void an_object_that_is_no_json_is_named_with_the_line_where_it_ceases_to_be() {
    try (var s3 =
        FakeServer.start(
            (call, now) -> Answer.text(200, "{\"version\": \"1\",\nversion"),
            Troubles.none(),
            Clock.systemUTC())) {
      var settings =
          with(
              "Response.plan",
              "s3://plans/plan.json",
              "Response.plan-endpoint",
              s3.uri().toString());

      assertThatThrownBy(() -> ResponseProperties.of(settings))
          .hasMessageContaining("s3://plans/plan.json:2")
          .hasMessageContaining("is not JSON");
    }
  }

  @Test
  void a_plan_that_is_not_there_is_one_fault_of_all() throws IOException {
    var none = directory.resolve("none.json").toString();

    assertThatThrownBy(() -> ResponseProperties.of(with("Response.plan", none, "A.b", "c")))
        .hasMessageContaining("Response.plan cannot be read: there is no file " + none)
        .hasMessageContaining("A.b is no setting of this job");
    assertThatThrownBy(() -> ResponseProperties.of(with("Response.plan", "s3://plans")))
        .hasMessageContaining("s3://BUCKET/KEY");
    assertThatThrownBy(() -> ResponseProperties.of(with("Response.dry-run", "true")))
        .hasMessageContaining("Response.plan is missing");
  }

  @Test
  void a_region_that_is_none_is_told_and_nobody_is_asked_for_the_plan() {
    var settings = with("Response.plan", "s3://plans/plan.json");
    settings.put("Source.region", "here");

    assertThatThrownBy(() -> ResponseProperties.of(settings))
        .hasMessageContaining("Source.region must be a region such as us-east-1, was 'here'")
        .hasMessageNotContaining("Response.plan");
  }

  @Test
  void a_plan_in_a_file_is_read_with_what_is_set_beside_it() throws IOException {
    var file = Files.writeString(directory.resolve("plan.json"), PLAN).toString();

    var acting = ResponseProperties.of(with("Response.plan", file));
    var saying = ResponseProperties.of(with("Response.plan", file, "Response.dry-run", "true"));

    assertThat(acting.settings().isDryRun()).isFalse();
    assertThat(saying.settings().isDryRun()).isTrue();
  }

  private static Map<String, String> with(String... namesAndValues) {
    var settings = new TreeMap<String, String>();
    settings.put("Source.exposure-stream", "exposures");
    settings.put("Source.region", "eu-central-1");
    settings.put("Sinks.report-stream", "response-reports");
    settings.put("Sinks.dead-letter-stream", "response-dead-letters");
    for (int i = 0; i < namesAndValues.length; i += 2) {
      settings.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return settings;
  }
}

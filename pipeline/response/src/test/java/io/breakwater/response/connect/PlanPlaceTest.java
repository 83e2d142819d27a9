// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.breakwater.fakes.Answer;
import io.breakwater.fakes.FakeServer;
import io.breakwater.fakes.Trouble;
import io.breakwater.fakes.Troubles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Where plans come from. What S3 refuses has the forms of the documentation of its API; a server
 * like S3 is asked by the tests of the command line.
 */
final class PlanPlaceTest {
  private static final String PLACE = "s3://plans/response/plan.json";

  @TempDir private Path directory;

  @Test
  void an_object_is_asked_for_once_in_its_region_and_signed() throws IOException {
    var text = "{\"version\": \"ü\"}";

    try (var s3 =
        FakeServer.start(
            (call, now) -> {
              var signed = call.header("authorization").orElse("");
              return call.method().equals("GET")
                      && call.path().equals("/plans/response/plan.json")
                      && signed.contains("/eu-central-1/s3/aws4_request")
                  ? Answer.of(200, "application/json", text)
                  : error(400, "InvalidRequest", call.method() + " " + call.path());
            },
            Troubles.none(),
            Clock.systemUTC())) {
      assertThat(at(s3).read()).isEqualTo(text);
    }
  }

  @Test
  void a_server_that_fails_for_a_moment_is_asked_again() throws IOException {
    try (var s3 =
        FakeServer.start(
            (call, now) -> Answer.text(200, "{}"),
            Troubles.scripted(Trouble.ERROR_BEFORE),
            Clock.systemUTC())) {
      assertThat(at(s3).read()).isEqualTo("{}");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "404 | NoSuchKey | there is no s3://plans/response/plan.json",
        "404 | NoSuchBucket | is the name of the bucket right?",
        "403 | AccessDenied | allow s3:GetObject on it, and see that it is there",
        "301 | PermanentRedirect | the bucket lies in another region, and has to be in eu-central-1",
        "400 | KMS.DisabledException | allow kms:Decrypt with that",
        "400 | ExpiredToken | the credentials are not valid (any more)",
        "403 | InvalidObjectState | S3 does not give s3://plans/response/plan.json: 403",
      })
  void what_s3_refuses_is_told_with_what_can_be_done(int status, String code, String told) {
    try (var s3 = answering(error(status, code, "said by S3"))) {
      assertThatThrownBy(() -> at(s3).read())
          .isInstanceOf(IOException.class)
          .hasMessageContaining(told);
    }
  }

  @Test
  void a_key_of_kms_that_the_role_may_not_use_is_told_from_an_object_that_it_may_not_read() {
    try (var s3 =
        answering(error(403, "AccessDenied", "not authorized to perform: kms:Decrypt on key"))) {
      assertThatThrownBy(() -> at(s3).read()).hasMessageContaining("allow kms:Decrypt");
    }
  }

  @Test
  void as_much_as_a_plan_may_have_is_read_and_no_byte_more() throws IOException {
    var most = " ".repeat(PlanPlace.MOST_BYTES);
    try (var s3 = answering(Answer.text(200, most))) {
      assertThat(at(s3).read()).hasSize(PlanPlace.MOST_BYTES);
    }
    try (var s3 = answering(Answer.text(200, most + " "))) {
      assertThatThrownBy(() -> at(s3).read()).hasMessageContaining("more than 1048576 bytes");
    }
  }

  @Test
  void what_is_no_text_is_no_plan() {
    var gzip = new byte[] {0x1f, (byte) 0x8b, 8, 0};

    try (var s3 = answering(new Answer(200, Map.of(), gzip))) {
      assertThatThrownBy(() -> at(s3).read()).hasMessage(PLACE + " is no text in UTF-8");
    }
  }

  @Test
  void a_file_is_read_as_before_and_within_the_same_bounds() throws IOException {
    var file = Files.writeString(directory.resolve("plan.json"), "{}");
    var large = Files.writeString(directory.resolve("large"), " ".repeat(PlanPlace.MOST_BYTES + 1));
    var none = directory.resolve("none.json");

    assertThat(in(file).read()).isEqualTo("{}");
    assertThatThrownBy(() -> in(large).read()).hasMessageContaining("more than 1048576 bytes");
    assertThatThrownBy(() -> in(none).read()).hasMessage("there is no file " + none);
  }

  @ParameterizedTest
  @ValueSource(strings = {"s3://", "s3://plans", "s3://plans/", "s3:///key", "s3://Plans/key"})
  void a_place_in_s3_names_an_object(String place) {
    assertThatThrownBy(() -> PlanPlace.of(place, "eu-central-1", Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("an object of S3 is written s3://BUCKET/KEY, was '" + place + "'");
  }

  private static FakeServer answering(Answer answer) {
    return FakeServer.start((call, now) -> answer, Troubles.none(), Clock.systemUTC());
  }

  private static PlanPlace at(FakeServer s3) {
    return PlanPlace.of(PLACE, "eu-central-1", Optional.of(s3.uri()));
  }

  private static PlanPlace in(Path file) {
    return PlanPlace.of(file.toString(), "eu-central-1", Optional.empty());
  }

  private static Answer error(int status, String code, String message) {
    return Answer.of(
        status,
        "application/xml",
        "<Error><Code>" + code + "</Code><Message>" + message + "</Message></Error>");
  }
}

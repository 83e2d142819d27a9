// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A few certificates on the command line: one is late, one is in order, one is not used. */
final class CertificatesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Instant ISSUED = Instant.parse("2026-01-01T00:00:00Z");
  private static final String AS_OF = "2026-06-20T00:00:00Z";

  @TempDir private Path directory;

  @BeforeEach
  void write() throws IOException {
    Files.write(
        directory.resolve("events.ndjson"),
        List.of(
            available(1, "IMPORTED", "IMPORT", 198, true),
            available(2, "AMAZON_ISSUED", "ISSUANCE", 395, true),
            available(3, "AMAZON_ISSUED", "ISSUANCE", 198, false),
            listener(1),
            "{\"not\":\"a finding\"}"));
  }

  @Test
  void people_see_who_has_to_act_what_ends_and_what_nobody_tells() {
    var run = certificates("--days", "60");

    assertThat(run.exit()).isZero();
    assertThat(run.out())
        .startsWith(
            "3 certificates as of 2026-06-20T00:00:00Z: somebody has to act on 1, 2 end within 60")
        .containsPattern(
            "Low +28 +2026-07-18 +approaching +1 +111122223333 +Imported certificate for"
                + " shop-1.example.com expires in 28 days")
        .containsPattern("2026-07-18 +28 +shop-3.example.com +public +no +overdue since 2026-06-18")
        .contains("imported: ACM sends no event when it expires")
        .contains("nothing uses it: ACM will not renew it")
        .doesNotContain("shop-2.example.com");
  }

  @Test
  void programs_get_every_certificate() throws IOException {
    var json = JSON.readTree(certificates("--format", "json").out());

    assertThat(json.path("asOf").asText()).isEqualTo(AS_OF);
    assertThat(json.path("alerts").asInt()).isOne();
    assertThat(json.path("certificates")).hasSize(3);
    var first = json.at("/certificates/0");
    assertThat(first.path("state").asText()).isEqualTo("approaching");
    assertThat(first.path("daysLeft").asInt()).isEqualTo(28);
    assertThat(first.at("/alert/causes/0").asText()).isEqualTo("reimport");
    assertThat(first.at("/usedBy/0").asText()).contains("loadbalancer/app/web/50dc");
    var last = json.at("/certificates/2");
    assertThat(last.path("renewalStartsAt").asText()).isEqualTo("2026-12-02T00:00:00Z");
    assertThat(last.has("alert")).isFalse();
  }

  @Test
  void a_run_writes_what_the_calendar_shows() throws IOException {
    var output = directory.resolve("output");
    var run = CommandRun.of("run", "--input", input(), "--output", "" + output, "--as-of", AS_OF);

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out()).contains("certificates to see to: 1 Low");
    var open = lines(output.resolve("open-certificates.ndjson"));
    assertThat(open).hasSize(1);
    assertThat(open.get(0).at("/unmapped/certificate/state").asText()).isEqualTo("approaching");
    assertThat(lines(output.resolve("certificates.ndjson")))
        .extracting(revision -> revision.path("activity_name").asText())
        .containsExactly("Create", "Update");
    var summary = JSON.readTree(output.resolve("summary.json").toFile());
    assertThat(summary.at("/openCertificates/Low").asInt()).isOne();
    assertThat(summary.at("/certificateRevisions/created").asInt()).isOne();
    assertThat(summary.path("applied").asInt()).isEqualTo(4);
  }

  @Test
  void an_earlier_time_knows_less() {
    var run = CommandRun.of("certificates", "--input", input(), "--as-of", "2026-03-01T00:00:00Z");

    assertThat(run.out()).contains("somebody has to act on 0, 0 end within 90 days");
  }

  @Test
  void input_without_a_certificate_is_an_error() throws IOException {
    Files.writeString(directory.resolve("events.ndjson"), "{\"not\":\"a finding\"}");

    var run = CommandRun.of("certificates", "--input", input());

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains("no event in the input speaks of a certificate");
  }

  @Test
  void wrong_days_are_wrong_usage() {
    assertThat(certificates("--days", "0").exit()).isEqualTo(2);
  }

  private CommandRun certificates(String... more) {
    var arguments = new ArrayList<>(List.of("certificates", "--input", input(), "--as-of", AS_OF));
    arguments.addAll(List.of(more));
    return CommandRun.of(arguments.toArray(String[]::new));
  }

  private String input() {
    return directory.resolve("events.ndjson").toString();
  }

  private static List<JsonNode> lines(Path file) throws IOException {
    return Files.readAllLines(file).stream().map(CertificatesTest::read).toList();
  }

  private static JsonNode read(String line) {
    try {
      return JSON.readTree(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String arn(int number) {
    return "arn:aws:acm:eu-central-1:111122223333:certificate/61f50cd4-0000-4000-8000-%012d"
        .formatted(number);
  }

  private static String available(int number, String type, String action, int days, boolean used) {
    return """
        {"version":"0","id":"%d","detail-type":"ACM Certificate Available","source":"aws.acm",\
        "account":"111122223333","time":"%s","region":"eu-central-1","resources":["%s"],\
        "detail":{"Action":"%s","CertificateType":"%s","CommonName":"shop-%d.example.com",\
        "CertificateCreatedDate":"%s","CertificateExpirationDate":"%s","InUse":%s}}"""
        .formatted(
            number,
            ISSUED,
            arn(number),
            action,
            type,
            number,
            ISSUED,
            ISSUED.plus(Duration.ofDays(days)),
            used);
  }

  private static String listener(int certificate) {
    return """
        {"configurationItemStatus":"OK","resourceType":"AWS::ElasticLoadBalancingV2::Listener",\
        "ARN":"arn:aws:elasticloadbalancing:eu-central-1:111122223333:listener/app/web/50dc/f2f7",\
        "awsAccountId":"111122223333","awsRegion":"eu-central-1",\
        "configurationItemCaptureTime":"%s","tags":{"Owner":"shop team"},"relationships":[],\
        "configuration":{"certificates":[{"certificateArn":"%s"}]}}"""
        .formatted(ISSUED, arn(certificate));
  }
}

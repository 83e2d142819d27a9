// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.page;

import static io.breakwater.console.index.Records.exposure;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.console.index.RecordStream;
import io.breakwater.console.index.Records;
import io.breakwater.console.index.Severity;
import io.breakwater.console.web.ConsoleCase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The page in a browser, over a server with an index: what it does there is in TypeScript. */
final class PageInBrowserTest extends ConsoleCase {
  @Test
  void pages_are_as_their_tests_say() throws IOException {
    var chromium = Chromium.orAbort();
    take(
        exposure(1),
        exposure(1).severity(Severity.HIGH).at(minute(1)).update(),
        exposure(1).at(minute(2)).update(),
        exposure(2).severity(Severity.HIGH).title("Potential Data Theft: S3 bucket is public"),
        exposure(3)
            .severity(Severity.MEDIUM)
            .title("Potential hostile text: <img src=x onerror=alert(1)>"));
    take(
        RecordStream.CERTIFICATES,
        Records.certificate(1, Instant.parse("2026-06-03T00:00:00Z")),
        lessConfident(Records.certificate(1, Instant.parse("2026-06-03T00:00:00Z"))),
        Records.certificate(2, Instant.parse("2026-06-20T00:00:00Z")),
        silent(Records.certificate(3, Instant.parse("2126-07-01T00:00:00Z"))));
    take(RecordStream.DEAD_LETTERS, Records.deadLetter(7, 0, 1));
    take(
        RecordStream.RULE_ANSWERS,
        Records.ruleAnswer(1, "accepted", minute(1)),
        Records.ruleAnswer(2, "refused", minute(2), "a.yaml:3: no title", "a.yaml:9: no severity"));

    var ended =
        Program.of("npm", "run", "--silent", "test:page")
            .in(Path.of("web"))
            .with("BREAKWATER_CHROMIUM", chromium.toString())
            .with("BREAKWATER_CONSOLE", server.address().toString())
            .when("a minute passes", () -> clock.pass(Duration.ofMinutes(1)))
            .when(
                "the job applies the action",
                () ->
                    take(
                        RecordStream.ACTION_ANSWERS,
                        Records.actionAnswer(6, 1, "applied", "", minute(3))))
            .when(
                "the job refuses the action",
                () ->
                    take(
                        RecordStream.ACTION_ANSWERS,
                        Records.actionAnswer(
                            7, 1, "refused", "its time is yet to come", minute(4))))
            .when(
                "the job answers another update",
                () ->
                    take(RecordStream.RULE_ANSWERS, Records.ruleAnswer(3, "unchanged", minute(3))))
            .when("bring a new critical exposure", () -> take(exposure(4)))
            .when("bring another critical exposure", () -> take(exposure(5)))
            .when("bring a third critical exposure", () -> take(exposure(6)))
            .run();

    assertThat(ended.exit()).as(ended.output()).isZero();
    assertThat(ended.output()).containsPattern("# pass [1-9]").contains("# skipped 0");
  }

  private static ObjectNode silent(ObjectNode certificate) {
    ((ObjectNode) certificate.at("/unmapped/certificate"))
        .put("silent_since", Records.START.toString());
    return certificate;
  }

  private static ObjectNode lessConfident(ObjectNode certificate) {
    certificate.put("activity_id", 2).put("activity_name", "Update");
    certificate.put("type_uid", 200_402).put("type_name", "Detection Finding: Update");
    certificate.put("confidence_id", 1).put("confidence", "Low");
    ((ObjectNode) certificate.path("metadata")).put("uid", "0".repeat(32));
    return certificate;
  }

  private static Instant minute(int number) {
    return Records.START.plus(Duration.ofMinutes(number));
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.web.export;

import static io.breakwater.console.index.Records.exposure;
import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.console.index.Records;
import io.breakwater.console.index.Records.Exposure;
import io.breakwater.console.web.ConsoleCase;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ExportTest extends ConsoleCase {
  private static final int MANY = 1_203;

  @Test
  void a_file_has_all_that_is_chosen() {
    take(IntStream.range(0, MANY).mapToObj(Records::exposure).toArray(Exposure[]::new));

    var csv = get("/api/exposures/export?format=csv");
    var ocsf = get("/api/exposures/export?format=ocsf").body().lines().toList();

    assertThat(csv.body().split("\r\n", -1)).hasSize(1 + MANY + 1);
    assertThat(csv.body().lines().skip(1).map(line -> line.split(",", 2)[0]).distinct())
        .hasSize(MANY);
    assertThat(ocsf.stream().map(line -> read(line).at("/finding_info/uid").asText()).distinct())
        .hasSize(MANY);
  }

  @Test
  void it_is_a_file_to_keep() {
    var headers = get("/api/exposures/export?format=csv").headers();

    assertThat(headers.firstValue("Content-Type")).hasValue("text/csv; charset=utf-8");
    assertThat(headers.firstValue("Content-Disposition"))
        .hasValue("attachment; filename=\"exposures-2026-05-05.csv\"");
  }

  @Test
  void a_filter_chooses() {
    take(exposure(1).region("a"), exposure(2).region("b"));
    var filter = encoded("{\"field\":\"cloud.region\",\"operator\":\"equals\",\"value\":\"b\"}");

    var csv = get("/api/exposures/export?filter=" + filter).body();

    assertThat(csv).contains(Exposure.uid(2)).doesNotContain(Exposure.uid(1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        " =1",
        "=cmd|' /C calc'!A0",
        "＝1+1",
        "＋1",
        "－1",
        "＠SUM(A1)",
        "=HYPERLINK(\"http://x\",\"y\")"
      })
  void no_cell_is_a_formula(String title) {
    take(exposure(1).title(title));

    var cell = cells(get("/api/exposures/export").body().split("\r\n", -1)[1]);

    assertThat(cell).startsWith("'" + title.substring(0, 1));
  }

  /** Where cells are parted by semicolons or tabs, and not by commas. */
  @ParameterizedTest
  @ValueSource(strings = {"a;=1+1", "a\t=1+1", "a\r\n=1+1", "a; @SUM(A1)", "a\";-1"})
  void no_part_of_a_cell_is_a_formula(String title) {
    take(exposure(1).title(title));

    var csv = get("/api/exposures/export").body();

    assertThat(csv).doesNotContainPattern("[;\\t\\r\\n]\\s*[=+\\-@]").contains("'");
  }

  @Test
  void a_sign_within_a_text_is_none() {
    take(exposure(1).title("a=b, c - d + e"));

    assertThat(get("/api/exposures/export").body()).contains(",\"a=b, c - d + e\",");
  }

  /** What is between the fourth comma and the next, without its quotation marks. */
  private static String cells(String line) {
    var title = line.split(",", 5)[4];
    return title.startsWith("\"") ? title.substring(1) : title;
  }

  @Test
  void quotation_marks_and_breaks_stay_in_their_cell() {
    take(exposure(1).title("a \"b\", c\r\nd"));

    assertThat(get("/api/exposures/export").body()).contains(",\"a \"\"b\"\", c\r\nd\",");
  }

  @Test
  void nothing_is_a_header() {
    assertThat(get("/api/exposures/export").body())
        .startsWith("uid,state,severity")
        .hasLineCount(1);
    assertThat(get("/api/exposures/export?format=ocsf").body()).isEmpty();
  }
}

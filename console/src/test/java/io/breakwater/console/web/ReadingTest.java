// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.web;

import static io.breakwater.console.index.Records.START;
import static io.breakwater.console.index.Records.exposure;
import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.console.index.RecordStream;
import io.breakwater.console.index.Records;
import io.breakwater.console.index.Records.Exposure;
import io.breakwater.console.index.Severity;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ReadingTest extends ConsoleCase {
  private static final String BY_TITLE = "by=finding_info.title";

  @Test
  void an_exposure_is_a_row_with_its_traits_and_its_resource() {
    take(exposure(1).title("Potential harm").region("eu-west-1"));

    var row = json("/api/exposures").at("/rows/0");

    assertThat(row.path("uid").asText()).isEqualTo(Exposure.uid(1));
    assertThat(row.path("severity").asText()).isEqualTo("Critical");
    assertThat(row.path("status").asText()).isEqualTo("New");
    assertThat(row.path("title").asText()).isEqualTo("Potential harm");
    assertThat(row.path("region").asText()).isEqualTo("eu-west-1");
    assertThat(row.path("opened").asText()).isEqualTo(START.toString());
    assertThat(row.at("/resource/type").asText()).isEqualTo("AWS::EC2::Instance");
    assertThat(texts(row.path("traits"), "uid")).contains("internet-reachable");
    assertThat(row.path("ticket").isNull()).isTrue();
  }

  @Test
  void pages_follow_one_another_until_there_are_none() {
    take(exposure(1), exposure(2), exposure(3));
    var uids = new ArrayList<String>();

    var page = json("/api/exposures?limit=2");
    uids.addAll(texts(page.path("rows"), "uid"));
    assertThat(page.path("total").asLong()).isEqualTo(3);
    var last = json("/api/exposures?limit=2&after=" + page.path("next").asText());
    uids.addAll(texts(last.path("rows"), "uid"));

    assertThat(uids).containsExactlyInAnyOrder(Exposure.uid(1), Exposure.uid(2), Exposure.uid(3));
    assertThat(last.path("next").isNull()).isTrue();
  }

  @Test
  void filters_searches_and_states_choose() {
    take(
        exposure(1).region("eu-west-1").title("First"),
        exposure(2).region("us-east-1").title("Second"),
        exposure(3).region("us-east-1").title("Third"),
        exposure(3).region("us-east-1").title("Third").close());
    var filter =
        encoded("{\"field\":\"cloud.region\",\"operator\":\"equals\",\"value\":\"us-east-1\"}");

    assertThat(rows("filter=" + filter)).containsExactly(Exposure.uid(2));
    assertThat(rows("q=seco")).containsExactly(Exposure.uid(2));
    assertThat(rows("state=closed")).containsExactly(Exposure.uid(3));
    assertThat(rows("state=either&filter=" + filter))
        .containsExactlyInAnyOrder(Exposure.uid(2), Exposure.uid(3));
  }

  private Iterable<String> rows(String query) {
    return texts(json("/api/exposures?" + query).path("rows"), "uid");
  }

  @Test
  void filters_are_nested() {
    take(exposure(1).region("a"), exposure(2).region("b"), exposure(3).region("c"));
    var filter =
        """
        {"all":[{"any":[{"field":"cloud.region","operator":"equals","value":"a"},
                        {"field":"cloud.region","operator":"equals","value":"b"}]},
                {"field":"cloud.region","operator":"not-equals","value":"b"}]}""";

    assertThat(rows("filter=" + encoded(filter))).containsExactly(Exposure.uid(1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[",
        "[]",
        "{}",
        "{\"all\":1}",
        "{\"all\":[],\"any\":[]}",
        "{\"field\":\"severity\",\"operator\":\"equals\"}",
        "{\"field\":\"severity\",\"operator\":\"equals\",\"value\":5}",
        "{\"field\":\"severity\",\"operator\":\"like\",\"value\":\"x\"}",
        "{\"field\":\"severity\",\"operator\":\"after\",\"value\":\"-7d\"}",
        "{\"field\":\"resources.colour\",\"operator\":\"equals\",\"value\":\"x\"}",
        "{\"field\":\"finding_info.created_time_dt\",\"operator\":\"after\",\"value\":\"soon\"}",
        "{\"all\":[{\"all\":[{\"all\":[{\"all\":[{\"all\":[{\"all\":[{\"all\":[{\"all\":[{\"all\":[]}]}]}]}]}]}]}]}]}"
      })
  void a_wrong_filter_is_told(String filter) {
    var error = error(400, get("/api/exposures?filter=" + encoded(filter)));

    assertThat(error.path("code").asText()).isEqualTo("bad-filter");
    assertThat(error.path("field").asText()).isEqualTo("filter");
    assertThat(error.path("message").asText()).isNotBlank();
  }

  @ParameterizedTest
  @CsvSource({
    "/api/exposures?limit=0, limit",
    "/api/exposures?limit=501, limit",
    "/api/exposures?limit=many, limit",
    "/api/exposures?after=x, after",
    "/api/exposures?after=YXxi, after",
    "/api/exposures?state=gone, state",
    "/api/exposures/facets, fields",
    "/api/exposures/facets?fields=vulnerabilities.cve.uid, fields",
    "/api/exposures/groups, by",
    "/api/exposures/groups?by=nothing, by",
    "/api/exposures/detail, uid",
    "/api/exposures/revision?uid=x&sequence=y, sequence",
    "/api/risks?order=size, order",
    "/api/trend?span=2d, span",
    "/api/trend?kind=cloud, kind",
    "/api/took?since=1000d, since",
    "/api/certificates?expiresBefore=soon, expiresBefore",
    "/api/letters?stream=none, stream",
    "/api/stream?after=-1, after",
    "/api/exposures/export?format=pdf, format"
  })
  void a_wrong_parameter_is_named(String path, String parameter) {
    var error = error(400, get(path));

    assertThat(error.path("field").asText()).isEqualTo(parameter);
  }

  @ParameterizedTest
  @CsvSource({
    "/api/exposures/detail?uid=x, no-exposure",
    "/api/exposures/revision?uid=x&sequence=1, no-revision",
    "/api/resources/detail?uid=x, no-resource",
    "/api/certificates/detail?uid=x, no-certificate",
    "/api/certificates/revision?uid=x&sequence=1, no-revision",
    "/api/letters/detail?stream=dead-letters&id=x, no-letter",
    "/api/nothing, no-route",
    "/api, no-route",
    "/api/, no-route",
    "/nothing.js, no-route"
  })
  void what_is_not_there_is_told(String path, String code) {
    assertThat(error(404, get(path)).path("code").asText()).isEqualTo(code);
  }

  @Test
  void facets_leave_out_what_the_filter_says_of_them() {
    take(exposure(1).region("a"), exposure(2).region("b").severity(Severity.LOW));
    var filter = encoded("{\"field\":\"cloud.region\",\"operator\":\"equals\",\"value\":\"a\"}");

    var facets =
        json("/api/exposures/facets?fields=cloud.region,severity&limit=1&filter=" + filter)
            .path("facets");

    assertThat(facets.at("/cloud.region/values")).hasSize(1);
    assertThat(facets.at("/cloud.region/more").asBoolean()).isTrue();
    assertThat(texts(facets.at("/severity/values"), "value")).containsExactly("Critical");
    assertThat(facets.at("/severity/more").asBoolean()).isFalse();
  }

  @Test
  void groups_have_groups_within() {
    take(
        exposure(1).title("A").region("x"),
        exposure(2).title("A").region("y"),
        exposure(3).title("B").region("x").severity(Severity.LOW));

    var groups = json("/api/exposures/groups?" + BY_TITLE + "&then=cloud.region").path("groups");

    assertThat(texts(groups, "value")).containsExactly("A", "B");
    assertThat(groups.at("/0/exposures").asLong()).isEqualTo(2);
    assertThat(groups.at("/0/critical").asLong()).isEqualTo(2);
    assertThat(groups.at("/1/worst").asText()).isEqualTo("Low");
    assertThat(texts(groups.at("/0/within"), "value")).containsExactlyInAnyOrder("x", "y");
  }

  @Test
  void an_exposure_has_its_finding_its_past_and_the_matrix() {
    take(exposure(1).says("one"), exposure(1).says("two").update());
    take(RecordStream.REPORTS, Records.report(1, "announced", START));

    var detail = json("/api/exposures/detail?uid=" + Exposure.uid(1));

    assertThat(detail.at("/exposure/uid").asText()).isEqualTo(Exposure.uid(1));
    assertThat(detail.at("/finding/finding_info/uid").asText()).isEqualTo(Exposure.uid(1));
    assertThat(detail.path("revisions")).hasSize(2);
    assertThat(texts(detail.path("reports"), "what")).containsExactly("announced");
    assertThat(detail.at("/severity/matrix/Very High/High").asText()).isEqualTo("Critical");
    assertThat(detail.at("/severity/matrix/Low/Low").asText()).isEqualTo("Informational");
  }

  @Test
  void a_revision_is_given_as_it_came() {
    take(exposure(1).says("one"), exposure(1).says("two").update());
    var sequence =
        json("/api/exposures/detail?uid=" + Exposure.uid(1)).at("/revisions/1/sequence").asText();

    var revision = get("/api/exposures/revision?uid=" + Exposure.uid(1) + "&sequence=" + sequence);

    assertThat(read(revision.body())).isEqualTo(exposure(1).says("one").json());
  }

  @Test
  void the_summary_counts() {
    take(exposure(1).title("A"), exposure(2).title("B").severity(Severity.LOW));

    var risks = json("/api/risks?limit=1");

    assertThat(texts(risks.path("risks"), "title")).containsExactly("A");
    assertThat(risks.at("/open/Critical").asLong()).isEqualTo(1);
    assertThat(risks.at("/open/Low").asLong()).isEqualTo(1);
    var trend = json("/api/trend?span=5d");
    assertThat(trend.path("step").asText()).isEqualTo("PT1H");
    var points = trend.path("points");
    assertThat(points.get(points.size() - 1).at("/open/Critical").asLong()).isEqualTo(1);
    assertThat(json("/api/took").at("/measures/detect/0/count").asLong()).isEqualTo(1);
    assertThat(texts(json("/api/coverage").path("heard"), "source")).contains("Inspector");
  }

  @Test
  void nobody_was_heard_in_the_future() {
    clock.pass(Duration.ofDays(-1));
    take(
        RecordStream.CERTIFICATES,
        Records.certificate(1, START.plus(Duration.ofDays(30)))
            .put("time", START.plus(Duration.ofDays(20)).toEpochMilli()));

    assertThat(json("/api/coverage").at("/heard/0/last").asText()).isEqualTo(START.toString());
  }

  @Test
  void an_exposure_has_what_became_of_actions_about_it() {
    take(exposure(1));
    take(
        RecordStream.ACTION_ANSWERS,
        Records.actionAnswer(7, 1, "stale", "somebody decided otherwise since", START));

    var answers = json("/api/exposures/detail?uid=" + Exposure.uid(1)).path("answers");

    assertThat(answers.toString())
        .isEqualTo(
            "[{\"uid\":\"action-7\",\"action\":\"suppress\",\"by\":\"kim@example.com\","
                + "\"at\":\"2026-05-04T10:00:00Z\",\"outcome\":\"stale\","
                + "\"detail\":\"somebody decided otherwise since\"}]");
  }

  @Test
  void resources_have_exposures_and_a_role_in_them() {
    take(exposure(1).resource("AWS::S3::Bucket", "logs"));
    var arn = "arn:aws:any:eu-central-1:" + Records.ACCOUNT + ":it/logs";

    var rows = json("/api/resources?q=logs").path("rows");
    var detail = json("/api/resources/detail?uid=" + encoded(arn));

    assertThat(texts(rows, "uid")).containsExactly(arn);
    assertThat(rows.at("/0/worst").asText()).isEqualTo("Critical");
    assertThat(rows.at("/0/open/Critical").asLong()).isEqualTo(1);
    assertThat(detail.at("/exposures/0/role").asText()).isEqualTo("Target");
    assertThat(detail.at("/exposures/0/exposure/uid").asText()).isEqualTo(Exposure.uid(1));
  }

  @Test
  void certificates_come_by_when_they_expire() {
    var soon = START.plus(Duration.ofDays(3));
    take(
        RecordStream.CERTIFICATES,
        Records.certificate(1, START.plus(Duration.ofDays(30))),
        Records.certificate(2, soon));

    var page = json("/api/certificates?limit=1");
    var rest = json("/api/certificates?limit=1&after=" + page.path("next").asText());

    assertThat(page.at("/rows/0/expires").asText()).isEqualTo(soon.toString());
    assertThat(page.at("/rows/0/validityDays").isInt()).isTrue();
    assertThat(page.at("/rows/0/silentSince").isNull()).isTrue();
    assertThat(rest.at("/rows/0/commonName").asText()).isEqualTo("shop-1.example.com");
    assertThat(json("/api/certificates?expiresBefore=2026-05-10T00:00:00Z").path("rows"))
        .hasSize(1);
    var uid = page.at("/rows/0/uid").asText();
    var detail = json("/api/certificates/detail?uid=" + uid);
    assertThat(detail.at("/finding/finding_info/uid").asText()).isEqualTo(uid);
    assertThat(detail.path("revisions")).hasSize(1);
    var revision =
        json(
            "/api/certificates/revision?uid="
                + uid
                + "&sequence="
                + detail.at("/revisions/0/sequence").asText());
    assertThat(revision).isEqualTo(detail.path("finding"));
  }

  @Test
  void the_rules_are_those_of_the_catalogue() {
    var rules = json("/api/rules");

    assertThat(texts(rules.path("traits"), "uid")).contains("internet-reachable");
    assertThat(rules.at("/traits/0/remediation/text").asText()).isNotBlank();
    assertThat(rules.at("/severity/likelihoods/0").asText()).isEqualTo("Very High");
    assertThat(rules.path("suppressions")).isEmpty();
    assertThat(rules.at("/certificates/steps/0").asInt()).isEqualTo(45);
    assertThat(rules.at("/certificates/severityByDays/0").toString())
        .isEqualTo("{\"days\":1,\"severity\":\"Critical\"}");
  }

  @Test
  void the_rules_have_what_the_job_said_to_updates_of_them() {
    assertThat(json("/api/rules").path("answers")).isEmpty();

    take(
        RecordStream.RULE_ANSWERS,
        Records.ruleAnswer(1, "accepted", START),
        Records.ruleAnswer(2, "refused", START.plusSeconds(9), "a.yaml:3: no title"));

    var answers = json("/api/rules").path("answers");
    assertThat(texts(answers, "outcome")).containsExactly("refused", "accepted");
    assertThat(answers.at("/0").toString())
        .isEqualTo(
            "{\"at\":\"2026-05-04T10:00:09Z\",\"update\":\"update-2\",\"kind\":\"catalogue\","
                + "\"version\":\"1.8.0\",\"outcome\":\"refused\","
                + "\"detail\":\"a.yaml:3: no title\"}");
  }

  @Test
  void health_adds_up() {
    take(exposure(1), exposure(1), exposure(1).close());
    take(RecordStream.DEAD_LETTERS, Records.deadLetter(7, 0, 1));

    var health = json("/api/health");
    var exposures = health.at("/streams/0");

    assertThat(exposures.path("stream").asText()).isEqualTo("exposures");
    assertThat(exposures.path("read").asLong()).isEqualTo(3);
    assertThat(exposures.at("/outcomes/opened").asLong()).isEqualTo(1);
    assertThat(exposures.at("/outcomes/duplicate").asLong()).isEqualTo(1);
    assertThat(exposures.at("/outcomes/closed").asLong()).isEqualTo(1);
    assertThat(exposures.path("recordsPerSecond").asDouble()).isEqualTo(0.3);
    assertThat(health.at("/letters/0/count").asLong()).isEqualTo(1);
    assertThat(health.at("/store/bytes").asLong()).isEqualTo(4096);
  }

  @Test
  void letters_have_their_bytes() {
    take(RecordStream.DEAD_LETTERS, Records.deadLetter(7, 0, 1), Records.deadLetter(8, 0, 1));

    var first = json("/api/letters?limit=1&reason=not-json&stream=dead-letters");
    var rest = json("/api/letters?limit=1&after=" + first.path("next").asText());
    var letter = first.at("/letters/0");
    var detail = json("/api/letters/detail?stream=dead-letters&id=" + letter.path("id").asText());

    assertThat(rest.at("/letters/0/id")).isNotEqualTo(letter.path("id"));
    assertThat(detail.path("rawBase64").asText()).isEqualTo("AQIDBAU=");
    assertThat(detail.path("whole").asBoolean()).isTrue();
  }

  @Test
  void what_the_index_cannot_read_is_there_with_its_reason() {
    take(RecordStream.EXPOSURES, Records.deadLetter(1, 0, 1));

    assertThat(json("/api/health").at("/unreadable/0/count").asLong()).isEqualTo(1);
    assertThat(json("/api/letters/unreadable").at("/records/0/text").asText()).contains("not-json");
  }

  @Test
  void hostile_text_is_text_only() {
    var hostile = "</script><img src=x onerror=alert(1)>\"'\u2028=cmd|' /C calc'!A0";
    take(exposure(1).title(hostile));

    var response = get("/api/exposures");

    assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
    assertThat(response.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(read(response.body()).at("/rows/0/title").asText()).isEqualTo(hostile);
  }

  @Test
  void what_is_wrong_is_repeated_as_text_only() {
    var response = get("/api/exposures/detail?uid=" + encoded("<script>alert(1)</script>"));

    assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
    error(404, response);
  }

  @Test
  void large_answers_are_compressed_for_who_takes_it() {
    var response = send(request("/api/rules").header("Accept-Encoding", "gzip"));

    assertThat(response.headers().firstValue("Content-Encoding")).hasValue("gzip");
  }

  @Test
  void a_store_that_fails_is_told_as_such() {
    index.close();

    var response = get("/api/exposures");

    assertThat(error(503, response).path("code").asText()).isEqualTo("store-fails");
    assertThat(response.headers().firstValue("Retry-After")).isPresent();
  }
}

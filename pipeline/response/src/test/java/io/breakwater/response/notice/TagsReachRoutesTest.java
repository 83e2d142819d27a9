// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.notice;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.core.catalogue.Catalogue;
import io.breakwater.core.certificate.CertificateSignals;
import io.breakwater.core.correlation.CertificateWatch;
import io.breakwater.core.correlation.Correlation;
import io.breakwater.core.decode.Decoder;
import io.breakwater.core.ocsf.CertificateAlertWriter;
import io.breakwater.core.ocsf.ExposureFindingWriter;
import io.breakwater.core.signal.Signal;
import io.breakwater.response.message.Activity;
import io.breakwater.response.message.Notice;
import io.breakwater.response.plan.Plan;
import io.breakwater.response.plan.Route;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The tags of a finding arrive where routes are chosen, by way of what the jobs really write. */
final class TagsReachRoutesTest {
  private static final Catalogue CATALOGUE = Catalogue.builtIn();
  private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");

  private static final Plan PLAN =
      Plan.of(
          "plan.json",
          """
          {
            "version": "1",
            "targets": {
              "jira": {
                "type": "jira", "url": "https://example.atlassian.net", "project": "SEC",
                "email": "breakwater@example.com", "token": {"environment": "JIRA_TOKEN"}
              }
            },
            "routes": [
              {"name": "of-payments", "when": {"owner": ["payments"]}, "tickets": ["jira"]},
              {
                "name": "of-production",
                "when": {"tags": {"Environment": ["production"]}},
                "tickets": ["jira"]
              },
              {"name": "others", "tickets": ["jira"]}
            ]
          }
          """);

  @Test
  void an_exposure_is_routed_by_its_tags_and_by_its_owner_to_the_end_of_its_life()
      throws Exception {
    var told =
        exposures(
            finding(0, "ACTIVE", "{\"Environment\": \"production\"}"),
            finding(60, "ACTIVE", "{\"Environment\": \"production\", \"Team\": \"payments\"}"),
            finding(120, "CLOSED", "{}"));

    assertThat(told)
        .extracting(Notice::getActivity)
        .containsExactly(Activity.CREATE, Activity.UPDATE, Activity.CLOSE);
    assertThat(told)
        .extracting(TagsReachRoutesTest::route)
        .containsExactly("of-production", "of-payments", "of-payments");
    assertThat(told.get(2).getSubject().getOwner()).isEqualTo("payments");
    assertThat(told.get(2).getSubject().getTagsMap())
        .isEqualTo(Map.of("Environment", "production", "Team", "payments"));
  }

  @Test
  void an_exposure_without_tags_takes_the_routes_of_all() throws Exception {
    var told = exposures(finding(0, "ACTIVE", "{}"));

    assertThat(told).extracting(TagsReachRoutesTest::route).containsExactly("others");
    assertThat(told.get(0).getSubject().getOwner()).isEmpty();
  }

  @Test
  void a_certificate_alert_is_routed_by_the_tags_that_config_has_recorded() throws Exception {
    var item =
        """
        {"source": "aws.config", "detail-type": "Config Configuration Item Change",
         "account": "111122223333", "region": "eu-central-1", "time": "2026-03-01T08:00:00Z",
         "detail": {"configurationItem": {
           "resourceType": "AWS::ACM::Certificate", "awsAccountId": "111122223333",
           "awsRegion": "eu-central-1", "configurationItemStatus": "OK",
           "configurationItemCaptureTime": "2026-03-01T08:00:00Z",
           "ARN": "arn:aws:acm:eu-central-1:111122223333:certificate/61f50cd4-0000-4000-8000-0001",
           "tags": {"Environment": "production", "Owner": "payments"},
           "configuration": {"domainName": "shop.example.com", "type": "IMPORTED",
             "status": "ISSUED", "notAfter": "2026-03-03T08:00:00Z",
             "inUseBy": ["arn:aws:elasticloadbalancing:eu-central-1:111122223333:loadbalancer/a"]}
         }}}
        """;
    var words = new ArrayList<>(signals(item)).stream().map(CertificateSignals::eventOf);
    var watch = CertificateWatch.at(START, CATALOGUE);
    watch.see(words.flatMap(word -> word.stream()).toList(), List.of());
    var written = new CertificateAlertWriter(CATALOGUE, "1").toJson(watch.revisions().get(0));

    var notice = NoticeReader.read(written, 0, "0");

    assertThat(notice.hasCertificate()).isTrue();
    assertThat(notice.getSubject().getTagsMap())
        .isEqualTo(Map.of("Environment", "production", "Owner", "payments"));
    assertThat(route(notice)).isEqualTo("of-payments");
  }

  private static String route(Notice notice) {
    return PLAN.routesOf(notice).stream().map(Route::name).findFirst().orElse("");
  }

  private static List<Notice> exposures(String... records) throws Exception {
    var correlation = Correlation.at(START, CATALOGUE);
    for (var record : records) {
      correlation.see(signals(record));
    }
    var writer = new ExposureFindingWriter(CATALOGUE, "1");
    var notices = new ArrayList<Notice>();
    for (var revision : correlation.revisions()) {
      notices.add(NoticeReader.read(writer.toJson(revision), 0, "0"));
    }
    return notices;
  }

  private static List<Signal> signals(String record) {
    return Decoder.withLimit(1 << 20).decode(record.getBytes(UTF_8)).best().signals();
  }

  private static String finding(int second, String status, String tags) {
    var time = START.plusSeconds(second);
    return """
        {"source": "aws.inspector2", "detail-type": "Inspector2 Finding",
         "account": "111122223333", "region": "eu-central-1", "time": "%s",
         "detail": {
           "findingArn": "arn:aws:inspector2:eu-central-1:111122223333:finding/1",
           "awsAccountId": "111122223333", "type": "PACKAGE_VULNERABILITY", "status": "%s",
           "title": "CVE-2026-0001 - libexample", "severity": "HIGH",
           "firstObservedAt": "2026-03-01T08:00:00Z", "updatedAt": "%s",
           "exploitAvailable": "YES", "fixAvailable": "YES", "epss": {"score": 0.94},
           "packageVulnerabilityDetails": {
             "vulnerabilityId": "CVE-2026-0001",
             "cvss": [{"source": "NVD", "baseScore": 9.8,
               "scoringVector": "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"}],
             "vulnerablePackages": [{"name": "libexample", "version": "1.2.0"}]},
           "resources": [{"id": "i-0aaa111122223333a", "type": "AWS_EC2_INSTANCE",
             "partition": "aws", "region": "eu-central-1", "tags": %s}]
         }}
        """
        .formatted(time, status, time, tags);
  }
}

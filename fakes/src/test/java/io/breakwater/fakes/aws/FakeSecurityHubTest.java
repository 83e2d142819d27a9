// SPDX-License-Identifier: Apache-2.0
package io.breakwater.fakes.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.breakwater.fakes.FakeServer;
import io.breakwater.fakes.Trouble;
import io.breakwater.fakes.Troubles;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.securityhub.SecurityHubClient;
import software.amazon.awssdk.services.securityhub.model.AccessDeniedException;
import software.amazon.awssdk.services.securityhub.model.AwsSecurityFinding;
import software.amazon.awssdk.services.securityhub.model.BatchImportFindingsResponse;
import software.amazon.awssdk.services.securityhub.model.FindingProviderFields;
import software.amazon.awssdk.services.securityhub.model.InvalidInputException;
import software.amazon.awssdk.services.securityhub.model.RecordState;
import software.amazon.awssdk.services.securityhub.model.Resource;
import software.amazon.awssdk.services.securityhub.model.SecurityHubException;
import software.amazon.awssdk.services.securityhub.model.SeverityLabel;
import software.amazon.awssdk.services.securityhub.model.StringFilter;
import software.amazon.awssdk.services.securityhub.model.StringFilterComparison;
import software.amazon.awssdk.services.securityhub.model.WorkflowStatus;

final class FakeSecurityHubTest {
  private static final Instant START = Instant.parse("2026-11-27T10:00:00Z");
  private static final String PRODUCT =
      "arn:aws:securityhub:eu-west-1:111122223333:product/111122223333/default";
  private static final String OTHER_ACCOUNT = "444455556666";

  private final AccessKeys keys = AccessKeys.of(Sdk.KEY, Sdk.ACCOUNT).and("key-2", OTHER_ACCOUNT);
  private final FakeSecurityHub hub = FakeSecurityHub.of(keys);
  private final FakeServer server =
      FakeServer.start(hub, Troubles.none(), Clock.fixed(START, ZoneOffset.UTC));
  private final SecurityHubClient client = Sdk.client(SecurityHubClient.builder(), server, Sdk.KEY);

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  @Test
  void a_finding_is_imported_and_read_again() {
    var response = send(finding(change -> {}));
    var found = get("exposure-1");

    assertThat(response.successCount()).isEqualTo(1);
    assertThat(response.failedCount()).isZero();
    assertThat(found).hasSize(1);
    assertThat(found.get(0).title()).isEqualTo("An exposure");
    assertThat(found.get(0).severity().label()).isEqualTo(SeverityLabel.HIGH);
    assertThat(found.get(0).severity().normalized()).isEqualTo(70);
    assertThat(found.get(0).workflow().status()).isEqualTo(WorkflowStatus.NEW);
    assertThat(found.get(0).recordState()).isEqualTo(RecordState.ACTIVE);
    assertThat(found.get(0).region()).isEqualTo(Sdk.REGION);
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        fault("Title", finding -> finding.title(null)),
        fault("Description", finding -> finding.description("x".repeat(1025))),
        fault("GeneratorId", finding -> finding.generatorId("x".repeat(513))),
        fault("SchemaVersion", finding -> finding.schemaVersion("2020-01-01")),
        fault("UpdatedAt", finding -> finding.updatedAt("yesterday")),
        fault("CreatedAt", finding -> finding.createdAt(null)),
        fault("Resources", finding -> finding.resources(List.of())),
        fault("Resources", finding -> finding.resources(Resource.builder().type("Other").build())),
        fault(
            "FindingProviderFields",
            finding -> finding.findingProviderFields((FindingProviderFields) null)),
        fault(
            "Types",
            finding ->
                finding.findingProviderFields(
                    fields ->
                        fields.types("Exposure").severity(severity -> severity.label("HIGH")))),
        fault(
            "Label",
            finding ->
                finding.findingProviderFields(
                    fields -> fields.severity(severity -> severity.label("URGENT")))),
        fault(
            "Remediation",
            finding ->
                finding.remediation(
                    remediation ->
                        remediation.recommendation(
                            recommendation -> recommendation.text("x".repeat(513))))),
        fault("ProductFields", finding -> finding.productFields(Map.of("key", "x".repeat(2049)))),
        fault("account", finding -> finding.awsAccountId("444455556666")),
        fault(
            "240 KB",
            finding ->
                finding.resources(
                    Collections.nCopies(
                        32,
                        Resource.builder()
                            .type("Other")
                            .id("id")
                            .tags(Map.of("tag", "x".repeat(8_000)))
                            .build()))));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void a_finding_at_fault_fails_by_itself(
      String named, Consumer<AwsSecurityFinding.Builder> change) {
    var response = send(finding(change), finding(other -> other.id("exposure-2")));

    assertThat(response.failedCount()).isEqualTo(1);
    assertThat(response.successCount()).isEqualTo(1);
    assertThat(response.failedFindings().get(0).id()).isEqualTo("exposure-1");
    assertThat(response.failedFindings().get(0).errorCode()).isEqualTo("InvalidInput");
    assertThat(response.failedFindings().get(0).errorMessage()).contains(named);
    assertThat(hub.findings()).extracting(ImportedFinding::id).containsExactly("exposure-2");
  }

  @Test
  void a_batch_has_at_most_100_findings() {
    var most =
        IntStream.range(0, 100).mapToObj(i -> finding(change -> change.id("e-" + i))).toList();
    var tooMany =
        IntStream.range(0, 101).mapToObj(i -> finding(change -> change.id("e-" + i))).toList();

    var response = client.batchImportFindings(request -> request.findings(most));

    assertThat(response.successCount()).isEqualTo(100);
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> client.batchImportFindings(request -> request.findings(tooMany)));
  }

  @Test
  void only_a_later_update_has_an_effect() {
    send(finding(change -> {}));
    var same = send(finding(change -> change.title("Another")));
    var later = send(finding(change -> change.title("Later").updatedAt(at(60))));
    var earlier = send(finding(change -> change.title("Earlier").updatedAt(at(30))));

    assertThat(List.of(same, later, earlier))
        .extracting(BatchImportFindingsResponse::successCount)
        .containsOnly(1);
    assertThat(only().asff().path("Title").asText()).isEqualTo("Later");
    assertThat(only().imports()).isEqualTo(2);
    assertThat(only().outdated()).isEqualTo(2);
  }

  @Test
  void an_import_does_not_touch_what_is_the_customers() {
    send(finding(change -> {}));
    hub.personSetsWorkflow("exposure-1", "SUPPRESSED");
    hub.personSets(
        "exposure-1", "Note", JsonNodeFactory.instance.objectNode().put("Text", "accepted"));

    send(
        finding(
            change ->
                change
                    .updatedAt(at(60))
                    .workflow(workflow -> workflow.status("RESOLVED"))
                    .note(note -> note.text("ours").updatedBy("us").updatedAt(START.toString()))));

    assertThat(only().workflowStatus()).isEqualTo("SUPPRESSED");
    assertThat(only().asff().at("/Note/Text").asText()).isEqualTo("accepted");
  }

  @Test
  void a_severity_that_a_person_has_set_stays() {
    send(finding(change -> {}));
    hub.personSets(
        "exposure-1", "Severity", JsonNodeFactory.instance.objectNode().put("Label", "LOW"));

    send(finding(change -> change.updatedAt(at(60))));

    assertThat(only().severity()).isEqualTo("LOW");
    assertThat(only().asff().at("/FindingProviderFields/Severity/Label").asText())
        .isEqualTo("HIGH");
  }

  @Test
  void what_is_active_again_is_new_again() {
    send(finding(change -> {}));
    hub.personSetsWorkflow("exposure-1", "NOTIFIED");
    send(finding(change -> change.updatedAt(at(60)).recordState("ARCHIVED")));
    var archived = only();
    send(finding(change -> change.updatedAt(at(120))));

    assertThat(archived.recordState()).isEqualTo("ARCHIVED");
    assertThat(archived.workflowStatus()).isEqualTo("NOTIFIED");
    assertThat(only().workflowStatus()).isEqualTo("NEW");
  }

  @Test
  void the_product_of_another_account_is_denied() {
    try (var other = Sdk.client(SecurityHubClient.builder(), server, "key-2")) {
      assertThatExceptionOfType(AccessDeniedException.class)
          .isThrownBy(
              () ->
                  other.batchImportFindings(
                      request ->
                          request.findings(finding(change -> change.awsAccountId(OTHER_ACCOUNT)))));
    }
  }

  @Test
  void each_account_sees_its_own_findings() {
    send(finding(change -> {}));

    try (var other = Sdk.client(SecurityHubClient.builder(), server, "key-2")) {
      assertThat(other.getFindings().findings()).isEmpty();
    }
  }

  @Test
  void findings_are_read_page_by_page() {
    send(
        finding(change -> change.id("a-1")),
        finding(change -> change.id("a-2")),
        finding(change -> change.id("b-1")));

    var first =
        client.getFindings(
            request ->
                request
                    .maxResults(1)
                    .filters(filters -> filters.id(filter(StringFilterComparison.PREFIX, "a-"))));
    var second =
        client.getFindings(
            request ->
                request
                    .nextToken(first.nextToken())
                    .filters(filters -> filters.id(filter(StringFilterComparison.PREFIX, "a-"))));

    assertThat(first.findings()).extracting(AwsSecurityFinding::id).containsExactly("a-1");
    assertThat(second.findings()).extracting(AwsSecurityFinding::id).containsExactly("a-2");
    assertThat(second.nextToken()).isNull();
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(
            () ->
                client.getFindings(
                    request ->
                        request.filters(
                            filters -> filters.title(filter(StringFilterComparison.EQUALS, "x")))));
  }

  @Test
  void a_burst_of_more_than_30_imports_is_throttled() {
    for (int i = 0; i < 30; i++) {
      send(finding(change -> {}));
    }

    assertThatExceptionOfType(SecurityHubException.class)
        .isThrownBy(() -> send(finding(change -> {})))
        .satisfies(e -> assertThat(e.isThrottlingException()).isTrue());
  }

  @Test
  void strangers_are_turned_away() {
    try (var other = Sdk.client(SecurityHubClient.builder(), server, "key-3")) {
      assertThatExceptionOfType(SecurityHubException.class)
          .isThrownBy(other::getFindings)
          .satisfies(e -> assertThat(e.statusCode()).isEqualTo(403));
    }
  }

  @Test
  void an_error_comes_in_the_words_of_the_service() {
    var scripted = Troubles.scripted(Trouble.ERROR_AFTER);
    try (var other = FakeServer.start(hub, scripted, Clock.systemUTC());
        var caller = Sdk.client(SecurityHubClient.builder(), other, Sdk.KEY)) {
      assertThatExceptionOfType(SecurityHubException.class)
          .isThrownBy(
              () -> caller.batchImportFindings(request -> request.findings(finding(c -> {}))))
          .satisfies(
              e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("InternalException"));
    }
    assertThat(hub.findings()).hasSize(1);
  }

  private ImportedFinding only() {
    assertThat(hub.findings()).hasSize(1);
    return hub.findings().get(0);
  }

  private BatchImportFindingsResponse send(AwsSecurityFinding... findings) {
    return client.batchImportFindings(request -> request.findings(findings));
  }

  private List<AwsSecurityFinding> get(String id) {
    return client
        .getFindings(
            request ->
                request.filters(filters -> filters.id(filter(StringFilterComparison.EQUALS, id))))
        .findings();
  }

  private static StringFilter filter(StringFilterComparison comparison, String value) {
    return StringFilter.builder().comparison(comparison).value(value).build();
  }

  private static Arguments fault(String named, Consumer<AwsSecurityFinding.Builder> change) {
    return Arguments.of(named, change);
  }

  private static String at(int seconds) {
    return START.plusSeconds(seconds).toString();
  }

  private static AwsSecurityFinding finding(Consumer<AwsSecurityFinding.Builder> change) {
    var finding =
        AwsSecurityFinding.builder()
            .schemaVersion("2018-10-08")
            .id("exposure-1")
            .productArn(PRODUCT)
            .generatorId("breakwater/exposure")
            .awsAccountId(Sdk.ACCOUNT)
            .createdAt(START.toString())
            .updatedAt(START.toString())
            .title("An exposure")
            .description("What is exposed")
            .findingProviderFields(
                fields ->
                    fields
                        .types("Software and Configuration Checks/Exposure")
                        .severity(severity -> severity.label("HIGH")))
            .resources(
                Resource.builder()
                    .type("AwsEc2Instance")
                    .id("arn:aws:ec2:eu-west-1:111122223333:instance/i-1")
                    .build());
    change.accept(finding);
    return finding.build();
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.targets.securityhub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.breakwater.fakes.Answer;
import io.breakwater.fakes.FakeServer;
import io.breakwater.fakes.FakeService;
import io.breakwater.fakes.Trouble;
import io.breakwater.fakes.Troubles;
import io.breakwater.fakes.aws.AccessKeys;
import io.breakwater.fakes.aws.FakeSecurityHub;
import io.breakwater.fakes.aws.ImportedFinding;
import io.breakwater.response.message.MessageKind;
import io.breakwater.response.message.Notice;
import io.breakwater.response.message.Severity;
import io.breakwater.response.simulation.World;
import io.breakwater.response.targets.Message;
import io.breakwater.response.targets.Outcome.End;
import io.breakwater.response.targets.Samples;
import io.breakwater.response.targets.Sdk;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.securityhub.SecurityHubAsyncClient;

final class SecurityHubTargetTest {
  private static final Message MESSAGE = opened(Samples.notice());

  private final World world = new World(Instant.parse("2026-11-27T10:00:00Z"));
  private final FakeSecurityHub hub =
      FakeSecurityHub.unlimited(AccessKeys.of(Sdk.KEY, Sdk.ACCOUNT));
  private FakeServer server = FakeServer.start(hub, Troubles.none(), world);

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void an_exposure_is_a_finding_of_its_account_and_region() {
    var outcome = target().send(MESSAGE).join();

    assertThat(outcome.isDone()).as(outcome.toString()).isTrue();
    var finding = only();
    assertThat(finding.account()).isEqualTo("111122223333");
    assertThat(finding.region()).isEqualTo("eu-central-1");
    assertThat(finding.id()).isEqualTo(Samples.UID);
    assertThat(finding.severity()).isEqualTo("HIGH");
    assertThat(finding.recordState()).isEqualTo("ACTIVE");
    assertThat(text("/ProductArn"))
        .isEqualTo("arn:aws:securityhub:eu-central-1:111122223333:product/111122223333/default");
    assertThat(text("/ProductName")).isEqualTo("Breakwater");
    assertThat(text("/CompanyName")).isEqualTo("Breakwater");
    assertThat(text("/GeneratorId")).isEqualTo("breakwater/credential-stealing");
    assertThat(text("/Types/0"))
        .isEqualTo("Software and Configuration Checks/Exposures/credential-stealing");
    assertThat(text("/Title"))
        .isEqualTo("Potential credential stealing: an instance can be reached");
    assertThat(text("/Description")).startsWith("The instance can be reached");
    assertThat(text("/CreatedAt")).isEqualTo("2026-11-27T09:00:00Z");
    assertThat(text("/FirstObservedAt")).isEqualTo("2026-11-27T09:00:00Z");
    assertThat(text("/LastObservedAt")).isEqualTo("2026-11-27T09:30:00.250Z");
    assertThat(text("/UpdatedAt")).isEqualTo("2026-11-27T09:30:01.500Z");
    assertThat(text("/Remediation/Recommendation/Text")).isEqualTo("Close the port.");
    assertThat(text("/Remediation/Recommendation/Url")).isEqualTo("https://docs.example.com/close");
    assertThat(text("/Resources/0/Id"))
        .isEqualTo("arn:aws:ec2:eu-central-1:111122223333:instance/i-0abc");
    assertThat(text("/Resources/0/Type")).isEqualTo("AwsEc2Instance");
    assertThat(text("/Resources/0/Partition")).isEqualTo("aws");
    assertThat(text("/Resources/0/Region")).isEqualTo("eu-central-1");
    assertThat(text("/Resources/0/Tags/stage")).isEqualTo("production");
    assertThat(text("/ProductFields/breakwater~1revision"))
        .isEqualTo("fedcba98765432100123456789abcdef");
    assertThat(text("/ProductFields/breakwater~1episode")).isEqualTo("2");
    assertThat(text("/ProductFields/breakwater~1rule")).isEqualTo("credential-stealing");
  }

  @ParameterizedTest
  @EnumSource(
      value = Severity.class,
      names = {"UNRECOGNIZED"},
      mode = EnumSource.Mode.EXCLUDE)
  void each_severity_has_a_label(Severity severity) {
    send(notice -> notice.setSeverity(severity));

    assertThat(only().severity())
        .isEqualTo(severity == Severity.UNKNOWN_SEVERITY ? "INFORMATIONAL" : severity.name());
  }

  @Test
  void it_is_archived_when_it_is_over_and_active_when_it_opens_again() {
    send(notice -> {});
    assertThat(target().send(later(MessageKind.CLOSED, Samples.closed(), 1)).join().isDone())
        .isTrue();
    assertThat(only().recordState()).isEqualTo("ARCHIVED");
    hub.personSetsWorkflow(Samples.UID, "RESOLVED");

    target().send(later(MessageKind.REOPENED, Samples.notice(), 2)).join();

    assertThat(only().recordState()).isEqualTo("ACTIVE");
    assertThat(only().workflowStatus()).isEqualTo("NEW");
    assertThat(only().imports()).isEqualTo(3);
  }

  @Test
  void it_is_archived_when_somebody_decided_to_live_with_it() {
    send(notice -> notice.setSuppressed(true));

    assertThat(only().recordState()).isEqualTo("ARCHIVED");
  }

  @Test
  void what_people_have_said_of_it_stays() {
    send(notice -> {});
    hub.personSets(
        Samples.UID, "Severity", JsonNodeFactory.instance.objectNode().put("Label", "LOW"));

    var more = Samples.notice().toBuilder().setSeverity(Severity.CRITICAL).build();
    target().send(later(MessageKind.CHANGED, more, 1)).join();

    assertThat(only().severity()).isEqualTo("LOW");
    assertThat(text("/FindingProviderFields/Severity/Label")).isEqualTo("CRITICAL");
  }

  @Test
  void what_is_sent_again_has_no_effect() {
    assertThat(target().knowsRepeats()).isTrue();
    var target = target();

    target.send(MESSAGE).join();
    target.send(MESSAGE).join();
    target().send(MESSAGE).join();

    assertThat(only().imports()).isEqualTo(1);
    assertThat(only().outdated()).isEqualTo(2);
  }

  @Test
  void an_old_revision_that_comes_late_does_not_win() {
    var target = target();
    target.send(later(MessageKind.CLOSED, Samples.closed(), 1)).join();

    target.send(MESSAGE).join();
    target().send(MESSAGE).join();

    assertThat(only().recordState()).isEqualTo("ARCHIVED");
  }

  @Test
  void two_revisions_of_the_same_millisecond_both_count() {
    var target = target();
    target.send(MESSAGE).join();
    var closed = Samples.closed().toBuilder().setPosition(Samples.POSITION + "1").build();

    target.send(Samples.message(MessageKind.CLOSED, closed)).join();

    assertThat(only().recordState()).isEqualTo("ARCHIVED");
    assertThat(text("/UpdatedAt")).isEqualTo("2026-11-27T09:30:01.501Z");
  }

  @Test
  void hostile_text_is_text_and_fits() {
    var notice = Samples.hostile().toBuilder().setRule(Samples.HOSTILE + "/x");
    for (int i = 0; i < 80; i++) {
      notice.getSubjectBuilder().putTags("tag-" + i, "x".repeat(1_000));
    }

    var outcome = target().send(opened(notice.build())).join();

    assertThat(outcome.isDone()).as(outcome.toString()).isTrue();
    assertThat(only().asff().toString().length()).isLessThan(60_000);
    assertThat(text("/Title")).hasSize(256).doesNotContain(Samples.unseen());
    assertThat(text("/Description"))
        .hasSizeLessThanOrEqualTo(1_024)
        .doesNotContain(Samples.unseen());
    assertThat(text("/GeneratorId")).startsWith("breakwater/").doesNotContain(Samples.unseen());
    assertThat(only().asff().at("/Remediation/Recommendation/Url").isMissingNode()).isTrue();
    assertThat(only().asff().at("/Resources/0/Tags").size()).isLessThanOrEqualTo(50);
  }

  @Test
  void what_is_hardly_known_is_a_finding_all_the_same() {
    var notice = Notice.newBuilder().setUid("uid-1").setArrivedAt(1_795_773_600_000L);
    notice.getSubjectBuilder().setAccount(Sdk.ACCOUNT);

    var outcome = target().send(opened(notice.build())).join();

    assertThat(outcome.isDone()).as(outcome.toString()).isTrue();
    assertThat(text("/Title")).isEqualTo("Exposure");
    assertThat(text("/Resources/0/Type")).isEqualTo("Other");
    assertThat(text("/GeneratorId")).isEqualTo("breakwater/unknown");
    assertThat(only().asff().has("Remediation")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "global", "example.com/#", "eu-central-1.example.com"})
  void what_has_no_region_is_at_home(String region) {
    send(notice -> notice.getSubjectBuilder().setRegion(region));

    assertThat(only().region()).isEqualTo("eu-west-1");
    assertThat(only().asff().at("/Resources/0/Region").isMissingNode()).isTrue();
  }

  @Test
  void all_may_be_at_home() {
    var settings = SecurityHubSettings.of("eu-west-1").inRegionOfResource(false).build();

    new SecurityHubTarget(settings, this::hub).send(MESSAGE).join();

    assertThat(only().region()).isEqualTo("eu-west-1");
    assertThat(text("/Resources/0/Region")).isEqualTo("eu-central-1");
  }

  @Test
  void a_partition_of_its_own_has_its_own_product() {
    // The stand-in minds nothing but that the product is the caller's.
    send(notice -> notice.getSubjectBuilder().setPartition("aws-us-gov"));

    assertThat(text("/ProductArn")).startsWith("arn:aws-us-gov:securityhub:");
    assertThat(text("/Resources/0/Partition")).isEqualTo("aws-us-gov");
  }

  @ParameterizedTest
  @EnumSource(
      value = MessageKind.class,
      names = {"DIGEST", "CAPPED"})
  void what_is_about_several_is_no_finding(MessageKind kind) {
    var outcome = target().send(Samples.message(kind, Samples.notice())).join();

    assertThat(outcome.end()).isEqualTo(End.REFUSED);
    assertThat(hub.findings()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1111", "11112222333x", "../111122223333"})
  void an_account_that_is_none_is_refused(String account) {
    var notice = Samples.notice().toBuilder();
    notice.getSubjectBuilder().setAccount(account);

    assertThat(target().send(opened(notice.build())).join().end()).isEqualTo(End.REFUSED);
  }

  @Test
  void a_finding_that_fails_is_refused_with_code_and_message() {
    serve((call, now) -> failed("InvalidInput", "Finding does not adhere to the format."));

    var outcome = target().send(MESSAGE).join();

    assertThat(outcome.end()).isEqualTo(End.REFUSED);
    assertThat(outcome.reason())
        .contains("InvalidInput: Finding does not adhere to the format.")
        .contains("111122223333");
  }

  @Test
  void a_fault_of_security_hub_itself_refuses_nothing() {
    serve((call, now) -> failed("InternalException", "Try again."));

    var outcome = target().send(MESSAGE).join();

    assertThat(outcome.end()).isEqualTo(End.NOT_DONE);
    assertThat(outcome.isOfTarget()).isFalse();
  }

  @Test
  void an_account_without_rights_keeps_no_other_waiting_and_nothing_secret_is_told() {
    var notice = Samples.notice().toBuilder();
    notice.getSubjectBuilder().setAccount("444455556666");

    var outcome = target().send(opened(notice.build())).join();

    assertThat(outcome.end()).isEqualTo(End.NOT_DONE);
    assertThat(outcome.isOfTarget()).isFalse();
    assertThat(outcome.retryAfter()).contains(Duration.ofMinutes(1));
    assertThat(Samples.told(outcome))
        .contains("AccessDeniedException")
        .contains("444455556666")
        .doesNotContain(Sdk.SECRET_KEY);
  }

  @ParameterizedTest
  @CsvSource({
    "400, InvalidInputException, REFUSED",
    "400, LimitExceededException, REFUSED",
    "401, InvalidAccessException, NOT_DONE",
    "403, UnrecognizedClientException, NOT_DONE",
    "429, TooManyRequestsException, NOT_DONE",
    "500, InternalException, UNCLEAR",
    "503, ServiceUnavailable, UNCLEAR",
  })
  void what_a_code_means(int status, String code, End end) {
    serve(
        (call, now) ->
            Answer.of(status, "application/json", "{\"Message\":\"Text.\"}")
                .with("x-amzn-ErrorType", code));

    assertThat(target().send(MESSAGE).join().end()).isEqualTo(end);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{}", "{\"FailedCount\":0,\"SuccessCount\":0,\"FailedFindings\":[]}", "<p>"})
  void an_answer_of_something_in_between_is_no_answer(String body) {
    serve((call, now) -> Answer.of(200, "application/json", body));

    assertThat(target().send(MESSAGE).join().end()).isEqualTo(End.UNCLEAR);
  }

  @Test
  void a_limit_is_that_of_the_account() {
    restart(hub, Troubles.scripted(Trouble.THROTTLED).withRetryAfter(Duration.ofSeconds(9)));

    var outcome = target().send(MESSAGE).join();

    assertThat(outcome.retryAfter()).contains(Duration.ofSeconds(9));
    assertThat(outcome.isOfTarget()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(
      value = Trouble.class,
      names = {"ERROR_BEFORE", "ERROR_AFTER", "STALL_BEFORE", "STALL_AFTER", "LOST_ANSWER"})
  void nobody_knows_what_became_of_what_was_not_answered(Trouble trouble) {
    restart(hub, Troubles.scripted(trouble));

    assertThat(target().send(MESSAGE).join().end()).isEqualTo(End.UNCLEAR);
    assertThat(hub.findings()).hasSize(trouble.hasEffect() ? 1 : 0);
  }

  @Test
  void what_cannot_be_reached_has_not_been_done_and_is_the_matter_of_everybody() {
    var target = target();
    server.close();

    var outcome = target.send(MESSAGE).join();

    assertThat(outcome.end()).isEqualTo(End.NOT_DONE);
    assertThat(outcome.isOfTarget()).isTrue();
  }

  @Test
  void a_hub_that_cannot_be_had_fails_no_call() {
    var target =
        new SecurityHubTarget(
            SecurityHubSettings.of("eu-west-1").build(),
            (partition, account, region) -> {
              throw new IllegalStateException("no hub");
            });

    assertThat(target.send(MESSAGE).join().end()).isEqualTo(End.UNCLEAR);
  }

  @Test
  void settings_name_all_their_faults_at_once() {
    var faulty = SecurityHubSettings.of("Frankfurt").type("Exposures");

    assertThatThrownBy(faulty::build)
        .hasMessageContaining("Frankfurt")
        .hasMessageContaining("Exposures");
  }

  private SecurityHubTarget target() {
    return new SecurityHubTarget(SecurityHubSettings.of("eu-west-1").build(), this::hub);
  }

  private SecurityHubAsyncClient hub(String partition, String account, String region) {
    return Sdk.client(
        SecurityHubAsyncClient.builder(), server, Sdk.KEY, region, Duration.ofSeconds(2));
  }

  private void send(Consumer<Notice.Builder> change) {
    var notice = Samples.notice().toBuilder();
    change.accept(notice);
    var outcome = target().send(opened(notice.build())).join();
    assertThat(outcome.isDone()).as(outcome.toString()).isTrue();
  }

  private static Message opened(Notice notice) {
    return Samples.message(MessageKind.OPENED, notice);
  }

  private static Message later(MessageKind kind, Notice notice, int minutes) {
    return Samples.message(
        kind,
        notice.toBuilder()
            .setArrivedAt(notice.getArrivedAt() + Duration.ofMinutes(minutes).toMillis())
            .setPosition(Samples.POSITION + minutes)
            .build());
  }

  private ImportedFinding only() {
    assertThat(hub.findings()).hasSize(1);
    return hub.findings().get(0);
  }

  private String text(String pointer) {
    return only().asff().at(pointer).asText();
  }

  private static Answer failed(String code, String message) {
    return Answer.of(
        200,
        "application/json",
        "{\"FailedCount\":1,\"SuccessCount\":0,\"FailedFindings\":[{\"Id\":\"1\",\"ErrorCode\":\""
            + code
            + "\",\"ErrorMessage\":\""
            + message
            + "\"}]}");
  }

  private void serve(FakeService other) {
    restart(other, Troubles.none());
  }

  private void restart(FakeService service, Troubles troubles) {
    server.close();
    server = FakeServer.start(service, troubles, world);
  }
}

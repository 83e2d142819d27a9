// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.targets.securityhub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.breakwater.fakes.Answer;
import io.breakwater.fakes.Call;
import io.breakwater.fakes.FakeServer;
import io.breakwater.fakes.Troubles;
import io.breakwater.fakes.aws.AccessKeys;
import io.breakwater.fakes.aws.FakeSecurityHub;
import io.breakwater.fakes.aws.ImportedFinding;
import io.breakwater.response.message.MessageKind;
import io.breakwater.response.simulation.World;
import io.breakwater.response.targets.Message;
import io.breakwater.response.targets.Outcome.End;
import io.breakwater.response.targets.Samples;
import io.breakwater.response.targets.Sdk;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;

final class MemberHubsTest {
  private static final String OTHER = "444455556666";
  private static final String RENAMED = "555566667777";
  private static final String OWN = "666677778888";
  private static final String HUSH = "session-secret-4711";

  private final World world = new World(Instant.parse("2026-11-27T10:00:00Z"));
  private final FakeSecurityHub hub =
      FakeSecurityHub.unlimited(
          AccessKeys.of("key-of-" + Sdk.ACCOUNT, Sdk.ACCOUNT)
              .and("key-of-" + OTHER, OTHER)
              .and("key-of-" + RENAMED, RENAMED)
              .and("key-of-ourselves", OWN));
  private final List<String> assumed = new CopyOnWriteArrayList<>();
  private final CountDownLatch mayAnswer = new CountDownLatch(1);
  private final FakeServer hubServer = FakeServer.start(hub, Troubles.none(), world);
  private final FakeServer stsServer =
      FakeServer.start((call, now) -> assumeRole(call), Troubles.none(), world);
  private final MemberHubs hubs =
      new MemberHubs(
          MemberRoles.builder()
              .everywhere("breakwater/importer")
              .in(RENAMED, "importer-2")
              .noneIn(OWN)
              .build(),
          StsClient.builder()
              .region(Region.of(Sdk.REGION))
              .endpointOverride(stsServer.uri())
              .credentialsProvider(Sdk.credentials(Sdk.KEY))
              .build(),
          Sdk.http(),
          Duration.ofSeconds(20),
          builder ->
              builder
                  .endpointOverride(hubServer.uri())
                  .credentialsProvider(Sdk.credentials("key-of-ourselves")));
  private final SecurityHubTarget target =
      new SecurityHubTarget(SecurityHubSettings.of("eu-west-1").build(), hubs);

  @AfterEach
  void stop() {
    mayAnswer.countDown();
    hubs.close();
    hubServer.close();
    stsServer.close();
  }

  @Test
  void a_finding_is_imported_by_the_role_of_its_account() {
    mayAnswer.countDown();

    assertThat(target.send(of(Sdk.ACCOUNT)).join().isDone()).isTrue();
    assertThat(target.send(of(OTHER)).join().isDone()).isTrue();

    assertThat(hub.findings())
        .extracting(ImportedFinding::account)
        .containsExactly(Sdk.ACCOUNT, OTHER);
    assertThat(assumed)
        .containsExactly(
            "arn:aws:iam::" + Sdk.ACCOUNT + ":role/breakwater/importer",
            "arn:aws:iam::" + OTHER + ":role/breakwater/importer");
  }

  @Test
  void a_role_may_have_another_name_in_an_account() {
    mayAnswer.countDown();

    assertThat(target.send(of(RENAMED)).join().isDone()).isTrue();

    assertThat(assumed).containsExactly("arn:aws:iam::" + RENAMED + ":role/importer-2");
  }

  @Test
  void in_its_own_account_the_job_comes_as_itself() {
    assertThat(target.send(of(OWN)).join().isDone()).isTrue();

    assertThat(hub.findings()).extracting(ImportedFinding::account).containsExactly(OWN);
    assertThat(assumed).isEmpty();
  }

  @Test
  void a_role_is_assumed_once_and_the_client_stays() {
    mayAnswer.countDown();
    target.send(of(Sdk.ACCOUNT)).join();
    target.send(of(Sdk.ACCOUNT)).join();

    assertThat(assumed).hasSize(1);
    assertThat(hubs.of("aws", Sdk.ACCOUNT, "eu-west-1"))
        .isSameAs(hubs.of("aws", Sdk.ACCOUNT, "eu-west-1"))
        .isNotSameAs(hubs.of("aws", OTHER, "eu-west-1"));
  }

  @Test
  void nobody_waits_while_a_role_is_assumed() {
    var outcome = target.send(of(Sdk.ACCOUNT));
    assertThat(outcome).isNotDone();

    mayAnswer.countDown();

    assertThat(outcome.join().isDone()).isTrue();
  }

  @Test
  void an_account_whose_role_may_not_be_assumed_keeps_no_other_waiting() {
    mayAnswer.countDown();

    var outcome = target.send(of("777788889999")).join();

    assertThat(outcome.end()).isEqualTo(End.NOT_DONE);
    assertThat(outcome.isOfTarget()).isFalse();
    assertThat(Samples.told(outcome))
        .contains("AccessDenied")
        .doesNotContain(Sdk.SECRET_KEY)
        .doesNotContain(HUSH);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/importer", "arn:aws:iam::111122223333:role/importer", "a b"})
  void a_role_that_is_none_is_named(String role) {
    assertThatThrownBy(() -> MemberRoles.builder().everywhere(role).build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(role);
  }

  @Test
  void all_that_is_wrong_about_roles_is_said_at_once() {
    var roles = MemberRoles.builder().in("12", "importer").in(OTHER, "a b");

    assertThatThrownBy(roles::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("twelve digits, not 12", "not a b");
  }

  private Answer assumeRole(Call call) {
    try {
      mayAnswer.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    var arn = call.form().get("RoleArn");
    assumed.add(arn);
    var account = arn.split(":", -1)[4];
    if (account.equals("777788889999")) {
      return Answer.of(
          403,
          "text/xml",
          "<ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>"
              + "Not authorized to perform: sts:AssumeRole</Message></Error></ErrorResponse>");
    }
    return Answer.of(
        200,
        "text/xml",
        """
        <AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult>
        <Credentials><AccessKeyId>key-of-%s</AccessKeyId><SecretAccessKey>%s</SecretAccessKey>
        <SessionToken>token</SessionToken><Expiration>2099-01-01T00:00:00Z</Expiration>
        </Credentials></AssumeRoleResult></AssumeRoleResponse>
        """
            .formatted(account, HUSH));
  }

  private static Message of(String account) {
    var notice = Samples.notice().toBuilder();
    notice.getSubjectBuilder().setAccount(account);
    return Samples.message(MessageKind.OPENED, notice.build());
  }
}

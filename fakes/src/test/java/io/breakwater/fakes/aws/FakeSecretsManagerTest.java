// SPDX-License-Identifier: Apache-2.0
package io.breakwater.fakes.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.breakwater.fakes.FakeServer;
import io.breakwater.fakes.Trouble;
import io.breakwater.fakes.Troubles;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.InvalidRequestException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;
import software.amazon.awssdk.services.secretsmanager.model.SecretsManagerException;

final class FakeSecretsManagerTest {
  private static final Instant START = Instant.parse("2026-11-27T10:00:00.250Z");

  private final FakeSecretsManager secrets =
      new FakeSecretsManager(AccessKeys.of(Sdk.KEY, Sdk.ACCOUNT).and("key-2", "444455556666"));
  private final FakeServer server = FakeServer.start(secrets, Troubles.none(), Clock.systemUTC());
  private final SecretsManagerClient client =
      Sdk.client(SecretsManagerClient.builder(), server, Sdk.KEY);
  private final String arn = secrets.put(Sdk.ACCOUNT, Sdk.REGION, "jira/token", "first", START);

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"jira/token", "ARN", "PARTIAL"})
  void a_secret_is_read_by_name_or_arn(String id) {
    var secretId =
        switch (id) {
          case "ARN" -> arn;
          case "PARTIAL" -> arn.substring(0, arn.length() - 7);
          default -> id;
        };

    var value = client.getSecretValue(request -> request.secretId(secretId));

    assertThat(value.secretString()).isEqualTo("first");
    assertThat(value.arn()).isEqualTo(arn);
    assertThat(value.name()).isEqualTo("jira/token");
    assertThat(value.versionStages()).containsExactly("AWSCURRENT");
    assertThat(value.createdDate()).isEqualTo(START);
    assertThat(secrets.reads(arn)).isEqualTo(1);
  }

  @Test
  void a_rotated_secret_has_a_former_value() {
    var first = client.getSecretValue(request -> request.secretId(arn));
    secrets.rotate(arn, "second", START.plusSeconds(60));

    var current = client.getSecretValue(request -> request.secretId(arn));
    var previous =
        client.getSecretValue(request -> request.secretId(arn).versionStage("AWSPREVIOUS"));
    var byVersion =
        client.getSecretValue(request -> request.secretId(arn).versionId(first.versionId()));

    assertThat(current.secretString()).isEqualTo("second");
    assertThat(current.versionId()).isNotEqualTo(first.versionId());
    assertThat(previous.secretString()).isEqualTo("first");
    assertThat(byVersion.secretString()).isEqualTo("first");
  }

  @Test
  void what_is_not_there_is_not_found() {
    assertThatExceptionOfType(ResourceNotFoundException.class)
        .isThrownBy(() -> client.getSecretValue(request -> request.secretId("other")));
    assertThatExceptionOfType(ResourceNotFoundException.class)
        .isThrownBy(
            () ->
                client.getSecretValue(
                    request -> request.secretId(arn).versionStage("AWSPREVIOUS")));
  }

  @Test
  void a_deleted_secret_cannot_be_read() {
    secrets.delete(arn);

    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> client.getSecretValue(request -> request.secretId(arn)));
  }

  @Test
  void another_account_may_not_read_it() {
    try (var other = Sdk.client(SecretsManagerClient.builder(), server, "key-2")) {
      assertThatExceptionOfType(SecretsManagerException.class)
          .isThrownBy(() -> other.getSecretValue(request -> request.secretId(arn)))
          .satisfies(
              e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("AccessDeniedException"));
      assertThatExceptionOfType(ResourceNotFoundException.class)
          .isThrownBy(() -> other.getSecretValue(request -> request.secretId("jira/token")));
    }
  }

  @Test
  void strangers_are_turned_away() {
    try (var other = Sdk.client(SecretsManagerClient.builder(), server, "key-3")) {
      assertThatExceptionOfType(SecretsManagerException.class)
          .isThrownBy(() -> other.getSecretValue(request -> request.secretId(arn)))
          .satisfies(
              e ->
                  assertThat(e.awsErrorDetails().errorCode())
                      .isEqualTo("UnrecognizedClientException"));
    }
  }

  @Test
  void what_is_not_known_here_is_refused() {
    assertThatExceptionOfType(SecretsManagerException.class)
        .isThrownBy(client::listSecrets)
        .satisfies(
            e ->
                assertThat(e.awsErrorDetails().errorCode()).isEqualTo("UnknownOperationException"));
  }

  @Test
  void the_throttled_can_tell() {
    var scripted = Troubles.scripted(Trouble.THROTTLED);
    try (var other = FakeServer.start(secrets, scripted, Clock.systemUTC());
        var caller = Sdk.client(SecretsManagerClient.builder(), other, Sdk.KEY)) {
      assertThatExceptionOfType(SecretsManagerException.class)
          .isThrownBy(() -> caller.getSecretValue(request -> request.secretId(arn)))
          .satisfies(e -> assertThat(e.isThrottlingException()).isTrue());
    }
  }
}

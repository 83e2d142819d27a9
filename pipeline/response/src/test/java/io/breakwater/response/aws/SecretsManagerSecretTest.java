// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.breakwater.fakes.FakeServer;
import io.breakwater.fakes.Trouble;
import io.breakwater.fakes.Troubles;
import io.breakwater.fakes.aws.AccessKeys;
import io.breakwater.fakes.aws.FakeSecretsManager;
import io.breakwater.response.secret.NoSecretException;
import io.breakwater.response.secret.Secret;
import io.breakwater.response.simulation.World;
import io.breakwater.response.targets.Sdk;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerAsyncClient;

final class SecretsManagerSecretTest {
  private static final String HUSH = "hush-hush-4711";

  private final World world = new World(Instant.parse("2026-11-27T10:00:00Z"));
  private final FakeSecretsManager manager =
      new FakeSecretsManager(AccessKeys.of(Sdk.KEY, Sdk.ACCOUNT));
  private FakeServer server = FakeServer.start(manager, Troubles.none(), world);

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void it_is_read_once_for_five_minutes() {
    var arn = kept(HUSH + "\n");
    var secret = whole(arn);

    assertThat(secret.value().join()).isEqualTo(HUSH);
    world.pass(Duration.ofMinutes(4));
    assertThat(secret.value().join()).isEqualTo(HUSH);
    assertThat(manager.reads(arn)).isEqualTo(1);

    world.pass(Duration.ofMinutes(1));
    assertThat(secret.value().join()).isEqualTo(HUSH);
    assertThat(manager.reads(arn)).isEqualTo(2);
  }

  @Test
  void who_asks_at_the_same_time_shares_a_read() {
    restart(Troubles.scripted(Trouble.SLOW).withDelay(Duration.ofMillis(200)));
    var arn = kept(HUSH);
    var secret = whole(arn);

    var values = IntStream.range(0, 20).mapToObj(i -> secret.value()).toList();

    assertThat(values).allSatisfy(value -> assertThat(value.join()).isEqualTo(HUSH));
    assertThat(manager.reads(arn)).isEqualTo(1);
  }

  @Test
  void what_was_turned_away_is_read_again() {
    var arn = kept("former");
    var secret = whole(arn);
    assertThat(secret.value().join()).isEqualTo("former");
    manager.rotate(arn, HUSH, world.instant());

    secret.turnedAway();

    assertThat(secret.value().join()).isEqualTo(HUSH);
  }

  @Test
  void a_field_of_a_json_object_is_taken() {
    var arn = kept("{\"user\":\"breakwater\",\"password\":\"" + HUSH + "\",\"number\":7}");

    assertThat(field(arn, "password").value().join()).isEqualTo(HUSH);
    assertThat(field(arn, "number").value().join()).isEqualTo("7");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        HUSH,
        "{\"other\":\"" + HUSH + "\"}",
        "{\"password\":null}",
        "{\"password\":\"\"}",
        "[\"" + HUSH + "\"]",
        "{\"password\":{\"value\":\"" + HUSH + "\"}}",
        "{\"password\":\"" + HUSH
      })
  void a_field_that_is_not_there_is_named_and_nothing_is_told(String value) {
    var arn = kept(value);

    assertThatThrownBy(() -> field(arn, "password").value().join())
        .hasCauseInstanceOf(NoSecretException.class)
        .hasMessageContaining(arn)
        .hasMessageContaining("password")
        .hasMessageNotContaining(HUSH)
        .rootCause()
        .hasMessageNotContaining(HUSH);
  }

  @Test
  void why_it_cannot_be_read_is_said_in_one_word() {
    var arn = kept(HUSH);
    manager.delete(arn);

    assertThatThrownBy(() -> whole(arn).value().join())
        .hasCauseInstanceOf(NoSecretException.class)
        .hasMessageEndingWith("the secret " + arn + " cannot be read: InvalidRequestException");
  }

  @Test
  void what_could_not_be_read_once_is_read_the_next_time() {
    restart(Troubles.scripted(Trouble.ERROR_BEFORE));
    var secret = whole(kept(HUSH));

    assertThat(secret.value().handle((value, failure) -> failure != null).join()).isTrue();
    assertThat(secret.value().join()).isEqualTo(HUSH);
  }

  @Test
  void it_is_not_told_by_what_describes_it() {
    var secret = field(kept("{\"password\":\"" + HUSH + "\"}"), "password");
    assertThat(secret.value().join()).isEqualTo(HUSH);

    assertThat(secret.toString()).endsWith(", field password").doesNotContain(HUSH);
  }

  private String kept(String value) {
    return manager.put(Sdk.ACCOUNT, Sdk.REGION, "breakwater/token", value, world.instant());
  }

  private Secret whole(String arn) {
    return new SecretsManagerSecret(arn, client(), world);
  }

  private Secret field(String arn, String field) {
    return new SecretsManagerSecret(arn, field, client(), world);
  }

  private SecretsManagerAsyncClient client() {
    return Sdk.client(SecretsManagerAsyncClient.builder(), server);
  }

  private void restart(Troubles troubles) {
    server.close();
    server = FakeServer.start(manager, troubles, world);
  }
}

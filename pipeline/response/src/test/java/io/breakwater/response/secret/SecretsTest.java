// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.secret;

import static java.util.concurrent.CompletableFuture.completedFuture;
import static java.util.concurrent.CompletableFuture.failedFuture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SecretsTest {
  private static final String PASSWORD = "hush-hush-4711";

  @Test
  void basic_has_user_and_password_in_base64() {
    assertThat(Secrets.basic("user", known("password")).value())
        .isCompletedWithValue("Basic dXNlcjpwYXNzd29yZA==");
    assertThat(Secrets.basic(known("user"), known("password")).value())
        .isCompletedWithValue("Basic dXNlcjpwYXNzd29yZA==");
  }

  @Test
  void a_token_follows_its_scheme() {
    assertThat(Secrets.bearer(known("token")).value()).isCompletedWithValue("Bearer token");
    assertThat(Secrets.scheme("Splunk", known("token")).value())
        .isCompletedWithValue("Splunk token");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", PASSWORD + "\nX-Injected: 1", PASSWORD + " ", PASSWORD + "é"})
  void a_token_that_no_header_can_hold_is_not_told(String token) {
    var value = Secrets.valueOf(Secrets.bearer(known(token)));

    assertThatThrownBy(value::join)
        .isInstanceOf(CompletionException.class)
        .hasCauseInstanceOf(NoSecretException.class)
        .hasMessageNotContaining(PASSWORD);
  }

  @Test
  void a_user_of_basic_has_no_colon() {
    assertThatThrownBy(() -> Secrets.basic("a:b", known(PASSWORD)).value().join())
        .hasCauseInstanceOf(NoSecretException.class)
        .hasMessageNotContaining(PASSWORD);
  }

  @Test
  void a_failure_that_may_tell_too_much_is_told_by_its_name_only() {
    Secret failing = () -> failedFuture(new IllegalStateException("value was " + PASSWORD));
    Secret throwing =
        () -> {
          throw new IllegalStateException("value was " + PASSWORD);
        };

    for (var secret : new Secret[] {failing, throwing}) {
      assertThatThrownBy(() -> Secrets.valueOf(secret).join())
          .hasCauseInstanceOf(NoSecretException.class)
          .hasMessageContaining("IllegalStateException")
          .hasMessageNotContaining(PASSWORD);
    }
  }

  @Test
  void what_was_turned_away_is_turned_away_where_it_comes_from() {
    var turned = new AtomicInteger();
    var part = counting(turned);

    Secrets.basic(part, part).turnedAway();
    Secrets.bearer(part).turnedAway();

    assertThat(turned).hasValue(3);
  }

  @Test
  void none_is_told_by_what_describes_it() {
    assertThat(Secrets.basic("user", known(PASSWORD))).hasToString("credentials of Basic");
    assertThat(Secrets.bearer(known(PASSWORD))).hasToString("credentials of Bearer");
  }

  @Test
  void credentials_are_taken_out_of_what_others_say() {
    assertThat(Secrets.hidden("you sent Basic " + PASSWORD + "!", "Basic " + PASSWORD))
        .isEqualTo("you sent …!");
    assertThat(Secrets.hidden("token " + PASSWORD + " is off", "Splunk " + PASSWORD))
        .isEqualTo("token … is off");
  }

  private static Secret known(String value) {
    return () -> completedFuture(value);
  }

  private static Secret counting(AtomicInteger turned) {
    return new Secret() {
      @Override
      public CompletableFuture<String> value() {
        return completedFuture("value");
      }

      @Override
      public void turnedAway() {
        turned.incrementAndGet();
      }
    };
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EnvironmentSecretTest {
  private static final Map<String, String> ENVIRONMENT =
      Map.of("TOKEN", "hush-hush-4711\r\n", "BLANK", " ");

  private final Secret secret = new EnvironmentSecret("TOKEN", ENVIRONMENT::get);

  @Test
  void it_is_a_variable_without_a_line_break() {
    assertThat(secret.value()).isCompletedWithValue("hush-hush-4711");
  }

  @ParameterizedTest
  @ValueSource(strings = {"BLANK", "OTHER"})
  void what_is_not_there_is_named(String name) {
    assertThatThrownBy(() -> new EnvironmentSecret(name, ENVIRONMENT::get).value().join())
        .hasCauseInstanceOf(NoSecretException.class)
        .hasMessageContaining(name);
  }

  @Test
  void it_is_told_by_its_name() {
    assertThat(secret).hasToString("the variable TOKEN of the environment");
  }

  @Test
  void the_environment_of_the_process_is_meant() {
    assertThat(new EnvironmentSecret("PATH").value()).isCompletedWithValue(System.getenv("PATH"));
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.breakwater.fakes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class CallTest {
  @Test
  void path_and_query_are_decoded_each_by_its_own_rule() {
    var call = Call.of("get", "/a+b/c%2Fd?x=1+2&y=%3D&z", Map.of(), "");

    assertThat(call.segments()).containsExactly("a+b", "c/d");
    assertThat(call.query()).containsOnly(entry("x", "1 2"), entry("y", "="), entry("z", ""));
    assertThat(call.method()).isEqualTo("GET");
  }

  @Test
  void headers_are_found_in_any_case() {
    var call = Call.of("GET", "/", Map.of("Idempotency-Key", "one"), "");

    assertThat(call.header("IDEMPOTENCY-KEY")).hasValue("one");
    assertThat(call.headers()).containsOnlyKeys("idempotency-key");
  }

  @Test
  void basic_credentials_are_read() {
    var call = Call.of("GET", "/", Map.of("Authorization", "Basic dXNlcjpzZWNyZXQ="), "");

    assertThat(call.basicCredentials()).hasValue("user:secret");
  }

  @Test
  void a_body_is_json_only_if_all_of_it_is() {
    assertThat(Call.of("POST", "/", Map.of(), "{}").json()).isPresent();
    assertThat(Call.of("POST", "/", Map.of(), "{} {}").json()).isEmpty();
    assertThat(Call.of("POST", "/", Map.of(), "").json()).isEmpty();
  }
}

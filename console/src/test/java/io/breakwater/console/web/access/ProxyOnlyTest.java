// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where only people come in, through a proxy. */
final class ProxyOnlyTest extends SignedInCase {
  @Override
  protected Access.Wanted wanted() throws IOException {
    return wanted(Optional.empty(), Optional.of(secretOfProxy()));
  }

  @Test
  void whoever_is_on_this_machine_is_nobody() {
    assertThat(error(401, get("/api/about")).path("code").asText()).isEqualTo("unknown-person");
  }

  @Test
  void a_token_is_nobody_either() {
    assertThat(error(401, send(token(request("/api/about"), OPERATOR))).path("code").asText())
        .isEqualTo("unknown-person");
  }

  @Test
  void the_proxy_may_pass_on_a_token_that_is_its_own() {
    var request = token(proxy(request("/api/about"), "ada", "operators"), OPERATOR);

    assertThat(read(send(request).body()).path("user").asText()).isEqualTo("ada");
  }
}

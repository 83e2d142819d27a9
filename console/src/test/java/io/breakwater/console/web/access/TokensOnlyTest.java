// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where only scripts come in: there is no proxy that could say who somebody is. */
final class TokensOnlyTest extends SignedInCase {
  @Override
  protected Access.Wanted wanted() throws IOException {
    return wanted(Optional.of(tokens()), Optional.empty());
  }

  @Test
  void whoever_is_on_this_machine_is_nobody() {
    assertThat(error(401, get("/api/about")).path("code").asText()).isEqualTo("unknown-person");
  }

  @Test
  void the_headers_of_a_proxy_mean_nothing() {
    var pretended = proxy(request("/api/about"), "ada", "operators");
    var with = token(proxy(request("/api/about"), "ada", "operators"), VIEWER);

    assertThat(error(401, send(pretended)).path("code").asText()).isEqualTo("unknown-person");
    assertThat(read(send(with).body()).path("user").asText()).isEqualTo("reports");
    assertThat(read(send(with).body()).path("role").asText()).isEqualTo("viewer");
  }
}

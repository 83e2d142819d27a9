// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.console.web.access.Access;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ReadOnlyTest extends ConsoleCase {
  @Override
  protected Access.Wanted wanted() {
    return new Access.Wanted(
        "127.0.0.1", List.of(), Optional.empty(), Optional.empty(), "operators", true);
  }

  @Test
  void nobody_changes_anything() {
    var about = json("/api/about");
    var change = post("/api/x", "{}").header("X-CSRF-Token", about.path("csrf").asText());

    assertThat(about.path("role").asText()).isEqualTo("viewer");
    assertThat(error(403, send(change)).path("code").asText()).isEqualTo("not-operator");
  }
}

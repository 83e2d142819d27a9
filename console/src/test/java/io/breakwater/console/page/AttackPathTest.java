// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The tests of the picture, which are in TypeScript; skipped where no browser is, but not in CI.
 */
final class AttackPathTest {
  @Test
  void the_attack_path_is_drawn_as_its_tests_say() throws IOException {
    var ended =
        Program.of("npm", "run", "--silent", "test:attack-path")
            .in(Path.of("web"))
            .with("BREAKWATER_CHROMIUM", Chromium.orAbort().toString())
            .run();

    assertThat(ended.exit()).as(ended.output()).isZero();
    assertThat(ended.output()).containsPattern("# pass [1-9]").contains("# skipped 0");
  }
}

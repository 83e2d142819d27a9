// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The sources of the page: what needs no browser. */
final class PageTest {
  @Test
  void types_agree() throws IOException {
    succeeds("check");
  }

  @Test
  void sources_are_formatted() throws IOException {
    succeeds("format-check");
  }

  @Test
  void the_logic_is_as_its_tests_say() throws IOException {
    assertThat(succeeds("test")).containsPattern("# pass [1-9]").contains("# skipped 0");
  }

  private static String succeeds(String script) throws IOException {
    var ended = Program.of("npm", "run", "--silent", script).in(Path.of("web")).run();
    assertThat(ended.exit()).as(ended.output()).isZero();
    return ended.output();
  }
}

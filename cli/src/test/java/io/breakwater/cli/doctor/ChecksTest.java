// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ChecksTest {
  @TempDir Path directory;

  @Test
  void the_java_that_runs_the_tests_is_the_right_one() {
    assertThat(Checks.java().verdict()).isEqualTo(Finding.Verdict.OK);
  }

  @Test
  void a_port_that_somebody_listens_on_is_a_limit() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var finding = Checks.port(taken.getLocalPort());

      assertThat(finding.verdict()).isEqualTo(Finding.Verdict.LIMITED);
      assertThat(finding.found()).contains(taken.getLocalPort() + " is taken");
    }
  }

  @Test
  void the_catalogue_that_ships_is_sound() {
    assertThat(Checks.catalogue(Optional.empty()).verdict()).isEqualTo(Finding.Verdict.OK);
  }

  @Test
  void a_faulty_catalogue_is_named_with_its_faults() throws IOException {
    Files.writeString(directory.resolve("catalogue.json"), "{\"windows\":{\"default\":\"soon\"}}");

    var finding = Checks.catalogue(Optional.of(directory));

    assertThat(finding.verdict()).isEqualTo(Finding.Verdict.MISSING);
    assertThat(finding.advice())
        .contains("required property 'version' not found", "'soon' is no positive ISO-8601");
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.breakwater.benchmark.respond.RespondPlan;
import io.breakwater.benchmark.respond.RespondSuite;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar that is deployed, on a cluster of processes, against a Jira that misbehaves. */
final class RespondFaultsTest {
  /** Made by the build of the job, before this module is tested. */
  private static final Path JAR =
      Path.of("..", "pipeline", "response", "target", "breakwater-response.jar");

  @Test
  void each_exposure_has_one_ticket_whatever_goes_wrong(@TempDir Path directory) throws Exception {
    assumeThat(JAR).as("the jar of the job, which 'mvn package' makes").isRegularFile();

    var report =
        new RespondSuite(RespondPlan.brief(1), JAR.toAbsolutePath(), directory, line -> {}).run();

    assertThat(report.isClean()).as("%s", report).isTrue();
  }
}

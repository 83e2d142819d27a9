// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.breakwater.benchmark.faults.FaultPlan;
import io.breakwater.benchmark.faults.FaultSuite;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar that is deployed, on a cluster of processes, while things go wrong. */
final class FaultsTest {
  /** Made by the build of the job, before this module is tested. */
  private static final Path JAR =
      Path.of("..", "pipeline", "flink", "target", "breakwater-correlation.jar");

  @Test
  void nothing_is_lost_whatever_goes_wrong(@TempDir Path directory) throws Exception {
    assumeThat(JAR).as("the jar of the job, which 'mvn package' makes").isRegularFile();

    var report =
        new FaultSuite(FaultPlan.brief(1), JAR.toAbsolutePath(), directory, line -> {}).run();

    assertThat(report.isClean()).as("%s", report).isTrue();
  }
}

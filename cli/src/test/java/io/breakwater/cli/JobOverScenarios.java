// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.breakwater.scenarios.Scenario;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The events of many scenarios as one input of the whole job, with two tasks. */
final class JobOverScenarios {
  private static final ObjectMapper JSON = new ObjectMapper();

  private JobOverScenarios() {}

  /**
   * What the job tells, by the uid of what it is about.
   *
   * @param events come in no order: the job goes by their times
   * @param output the file that it is told in
   */
  static Map<String, List<String>> told(Path directory, Stream<byte[]> events, String output)
      throws IOException {
    var lines =
        events.map(event -> new String(event, StandardCharsets.UTF_8)).collect(Collectors.toList());
    Collections.shuffle(lines, new Random(1));
    var input = Files.write(directory.resolve("events.ndjson"), lines);
    var result = directory.resolve("output");

    var run =
        CommandRun.of(
            "run",
            "--input=" + input,
            "--output=" + result,
            "--as-of=" + Scenario.AS_OF,
            "--parallelism=2");

    assertThat(run.exit()).as(run.err()).isZero();
    try (var told = Files.lines(result.resolve(output))) {
      return told.collect(groupingBy(JobOverScenarios::uidOf));
    }
  }

  /** Of the exposure or alert that a finding is a revision of. */
  static String uidOf(String finding) {
    try {
      return JSON.readTree(finding).at("/finding_info/uid").asText();
    } catch (JsonProcessingException e) {
      throw new AssertionError(finding, e);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing starts with a wrong catalogue, and whoever wrote it learns of every fault at once. */
final class FaultyCatalogueTest {
  @TempDir private Path directory;
  private Path input;
  private Path output;
  private CatalogueCopy catalogue;
  private final List<String> faults = new ArrayList<>();

  @BeforeEach
  void breakCatalogue() throws IOException {
    input =
        Files.writeString(
            directory.resolve("findings.ndjson"),
            InspectorFinding.event("0001", "ACTIVE", "2026-03-01T09:00:00Z"));
    output = directory.resolve("output");
    catalogue =
        CatalogueCopy.in(directory.resolve("catalogue"))
            .replace("catalogue.json", "\"P365D\"", "\"P0D\"")
            .replace("severity.json", "\"epss\"", "\"esp\"")
            .replace("traits/ec2-instance.json", "[\"EC2.8\"]", "[\"EC2.8\"], \"colour\": [\"x\"]")
            .replace("exposures/lambda-function.json", "\"T1190\"", "\"T0001\"");
    faults.add(catalogue.lineOf("catalogue.json", "P0D") + ": window of inspector: 'P0D'");
    faults.add("severity.json:1: required property 'epss' not found");
    faults.add(catalogue.lineOf("severity.json", "\"esp\"") + ": unknown field 'esp'");
    faults.add(catalogue.lineOf("traits/ec2-instance.json", "colour") + ": trait 'metadata-");
    faults.add(catalogue.lineOf("exposures/lambda-function.json", "T0001") + ": rule '");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "run --catalogue CATALOGUE --input INPUT --output OUTPUT",
        "local --catalogue CATALOGUE --output OUTPUT --for PT1S",
        "explain --catalogue CATALOGUE INPUT",
        "catalogue list --catalogue CATALOGUE",
        "catalogue coverage --catalogue CATALOGUE",
        "catalogue severity --catalogue CATALOGUE"
      })
  void a_command_names_every_fault_and_does_nothing_else(String command) {
    var run = run(command);

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains(faults).doesNotContain("\tat ");
    assertThat(run.out()).isEmpty();
    assertThat(output).doesNotExist();
  }

  @Test
  void what_an_earlier_run_found_stays() throws IOException {
    Files.createDirectory(output);
    var earlier = Files.writeString(output.resolve("exposures.ndjson"), "{}\n");

    run("run --catalogue CATALOGUE --input INPUT --output OUTPUT");

    assertThat(output).isDirectoryNotContaining(path -> !path.equals(earlier));
    assertThat(earlier).hasContent("{}\n");
  }

  private CommandRun run(String command) {
    var arguments =
        command
            .replace("CATALOGUE", catalogue.toString())
            .replace("INPUT", input.toString())
            .replace("OUTPUT", output.toString());
    return CommandRun.of(arguments.split(" "));
  }
}

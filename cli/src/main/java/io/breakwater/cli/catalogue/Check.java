// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.catalogue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.breakwater.cli.OutputFormat;
import io.breakwater.core.catalogue.Catalogue;
import io.breakwater.core.catalogue.CatalogueException;
import io.breakwater.scenarios.ScenarioException;
import io.breakwater.scenarios.Scenarios;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Names every fault of a catalogue, and everything that it does otherwise than its scenarios say. */
@Command(
    name = "check",
    description = {
      "Check a catalogue and run its scenarios: every fault is named with its file and line.",
      "",
      "A catalogue is a directory laid out as schemas/catalogue. Its scenarios are in the directory"
          + " 'scenarios' inside it; without one, the catalogue is checked by itself."
    },
    mixinStandardHelpOptions = true,
    footer = {"", "Exits with 1 when there is a fault."})
final class Check implements Callable<Integer> {
  private static final String SCENARIOS = "scenarios";

  @Parameters(
      paramLabel = "DIR",
      arity = "0..1",
      description = "The catalogue to check. Default: the one that ships.")
  private Path directory;

  @Option(
      names = "--format",
      description = "text or json (one object). Default: ${DEFAULT-VALUE}.")
  private OutputFormat format = OutputFormat.TEXT;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    var faults = new ArrayList<String>();
    var summary = check(faults);
    var out = spec.commandLine().getOut();
    if (format == OutputFormat.JSON) {
      out.println(
          new ObjectMapper()
              .writeValueAsString(Map.of("sound", faults.isEmpty(), "faults", faults)));
    } else {
      faults.forEach(out::println);
      out.println(faults.isEmpty() ? summary : count(faults.size(), "fault") + ".");
    }
    out.flush();
    return faults.isEmpty() ? 0 : 1;
  }

  private String check(List<String> faults) {
    Catalogue catalogue;
    try {
      catalogue = directory == null ? Catalogue.builtIn() : Catalogue.in(directory);
    } catch (CatalogueException e) {
      faults.addAll(e.faults());
      return "";
    }
    var summary =
        "Sound: catalogue %s, %s, %s, %s"
            .formatted(
                catalogue.version(),
                count(catalogue.resourceTypes().size(), "resource type"),
                count(traits(catalogue), "trait"),
                count(rules(catalogue), "exposure rule"));
    if (directory != null && !Files.isDirectory(directory.resolve(SCENARIOS))) {
      return summary + "; there are no scenarios in " + directory.resolve(SCENARIOS) + ".";
    }
    try {
      var scenarios =
          directory == null ? Scenarios.builtIn() : Scenarios.in(directory.resolve(SCENARIOS));
      faults.addAll(Exercise.of(catalogue, scenarios).faults());
      return summary + ", " + count(scenarios.size(), "scenario") + " as expected.";
    } catch (ScenarioException e) {
      faults.addAll(e.faults());
      return "";
    }
  }

  private static int traits(Catalogue catalogue) {
    return catalogue.resourceTypes().stream()
        .mapToInt(type -> catalogue.rulesFor(type).orElseThrow().traits().size())
        .sum();
  }

  private static int rules(Catalogue catalogue) {
    return catalogue.resourceTypes().stream()
        .mapToInt(type -> catalogue.rulesFor(type).orElseThrow().rules().size())
        .sum();
  }

  private static String count(int number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.catalogue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.breakwater.cli.OutputFormat;
import io.breakwater.cli.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Names every fault of a catalogue, and everything that it does otherwise than its scenarios say.
 */
@Command(
    name = "check",
    description = {
      "Check a catalogue and run its scenarios: every fault is named with its file and line.",
      "",
      "A catalogue is a directory laid out as schemas/catalogue. Its scenarios are in the directory"
          + " 'scenarios' inside it, and show each of its traits. Without that directory, each trait"
          + " must be shown by one of the scenarios that ship; what else they expect is left out."
          + " Scenarios of certificates are in 'scenarios/certificates'."
    },
    mixinStandardHelpOptions = true,
    footer = {"", "Exits with 1 when there is a fault."})
final class Check implements Callable<Integer> {
  @Parameters(
      paramLabel = "DIR",
      arity = "0..1",
      description = "The catalogue to check. Default: the one that ships.")
  private Path directory;

  @Option(names = "--format", description = "text or json (one object). Default: ${DEFAULT-VALUE}.")
  private OutputFormat format = OutputFormat.TEXT;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    var progress = new Progress(spec.commandLine().getErr(), "scenarios");
    var checked = directory == null ? Checked.builtIn(progress) : Checked.in(directory, progress);
    boolean sound = checked.faults().isEmpty();
    var out = spec.commandLine().getOut();
    if (format == OutputFormat.JSON) {
      out.println(new ObjectMapper().writeValueAsString(json(checked, sound)));
    } else if (sound) {
      out.println(summary(checked));
    } else {
      checked.faults().forEach(out::println);
      out.println(
          count(checked.faults().size(), "fault")
              + (directory == null ? "." : " in " + directory + "."));
    }
    out.flush();
    return sound ? 0 : 1;
  }

  private static Map<String, Object> json(Checked checked, boolean sound) {
    var json = new LinkedHashMap<String, Object>();
    json.put("sound", sound);
    if (checked.isReadable()) {
      json.put("version", checked.version());
      json.put("resourceTypes", checked.resourceTypes());
      json.put("traits", checked.traits());
      json.put("rules", checked.rules());
      json.put("scenarios", checked.scenarios());
      json.put("certificateScenarios", checked.certificateScenarios());
    }
    json.put("faults", checked.faults());
    return json;
  }

  private String summary(Checked checked) {
    return "Sound: catalogue %s, %s, %s, %s, %s"
        .formatted(
            checked.version(),
            count(checked.resourceTypes(), "resource type"),
            count(checked.traits(), "trait"),
            count(checked.rules(), "exposure rule"),
            scenarios(checked));
  }

  private String scenarios(Checked checked) {
    if (checked.scenarios() == 0) {
      return "no scenarios in %s; those that ship show every trait."
          .formatted(directory.resolve(Checked.SCENARIOS));
    }
    int certificates = checked.certificateScenarios();
    return count(checked.scenarios(), "scenario")
        + (certificates == 0 ? "" : " and " + certificates + " of certificates")
        + " as expected.";
  }

  private static String count(int number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }
}

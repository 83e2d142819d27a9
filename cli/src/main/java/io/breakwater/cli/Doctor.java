// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli;

import com.fasterxml.jackson.core.JsonFactory;
import io.breakwater.cli.catalogue.ChosenCatalogue;
import io.breakwater.cli.doctor.Checks;
import io.breakwater.cli.doctor.Finding;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Looks whether this machine has what the other commands need. */
@Command(
    name = "doctor",
    description = "Check this machine: Java, Maven, Node.js, memory, disk, ports, catalogue.",
    mixinStandardHelpOptions = true,
    footer = {"", "Exits with 1 when something is missing that a command cannot do without."})
final class Doctor implements Callable<Integer> {
  private static final JsonFactory JSON = new JsonFactory();

  @Option(
      names = "--format",
      description = "text or json (one object a line). Default: ${DEFAULT-VALUE}.")
  private OutputFormat format = OutputFormat.TEXT;

  @Mixin private ChosenCatalogue catalogue;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    var findings = Checks.all(catalogue.directory());
    var out = spec.commandLine().getOut();
    for (var finding : findings) {
      out.println(format == OutputFormat.JSON ? json(finding) : finding.toString());
    }
    out.flush();
    return sum(findings, out);
  }

  private int sum(List<Finding> findings, PrintWriter out) {
    long missing = findings.stream().filter(f -> f.verdict() == Finding.Verdict.MISSING).count();
    long limited = findings.stream().filter(f -> f.verdict() == Finding.Verdict.LIMITED).count();
    if (format == OutputFormat.TEXT) {
      out.println(
          missing == 0
              ? limited == 0 ? "All is well." : "Breakwater runs, with the limits said above."
              : "Something is missing: see above.");
      out.flush();
    }
    return missing == 0 ? 0 : 1;
  }

  private static String json(Finding finding) throws IOException {
    var text = new StringWriter();
    try (var json = JSON.createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("check", finding.check());
      json.writeStringField("verdict", finding.verdict().word());
      json.writeStringField("found", finding.found());
      json.writeStringField("advice", finding.advice());
      json.writeEndObject();
    }
    return text.toString();
  }
}

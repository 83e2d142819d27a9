// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.catalogue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.breakwater.cli.OutputFormat;
import io.breakwater.cli.TextTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Compares a catalogue with the traits that AWS Security Hub documents. */
@Command(
    name = "coverage",
    description = {
      "Compare the catalogue with the traits that AWS Security Hub documents.",
      "",
      "Covered: recognised from signals about the resource itself, or about another one that a"
          + " relation leads to. Declared: to be worked out from permissions."
    },
    mixinStandardHelpOptions = true,
    footer = {"", "Exits with 1 when a trait is neither covered nor declared."})
final class Coverage implements Callable<Integer> {
  @Mixin private ChosenCatalogue catalogue;

  @Option(names = "--format", description = "text or json (one object). Default: ${DEFAULT-VALUE}.")
  private OutputFormat format = OutputFormat.TEXT;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    var comparison = Comparison.of(catalogue.read(), ReferenceTraits.read());
    var out = spec.commandLine().getOut();
    if (format == OutputFormat.JSON) {
      out.println(new ObjectMapper().writeValueAsString(json(comparison)));
    } else {
      text(comparison).forEach(out::println);
    }
    out.flush();
    return comparison.uncovered().isEmpty() ? 0 : 1;
  }

  private static Map<String, Object> json(Comparison comparison) {
    var json = new LinkedHashMap<String, Object>();
    json.put("rows", comparison.rows());
    json.put("covered", comparison.covered());
    json.put("declared", comparison.declared());
    json.put(
        "uncovered",
        comparison.uncovered().stream()
            .map(
                row ->
                    fields("resourceType", row.resourceType(), "type", row.type(), "id", row.id()))
            .toList());
    json.put("own", comparison.own());
    var byType = new ArrayList<Object>();
    comparison
        .groups()
        .forEach(
            (group, counts) ->
                byType.add(
                    fields(
                        "resourceType",
                        group.resourceType(),
                        "type",
                        group.type(),
                        "covered",
                        counts.covered(),
                        "declared",
                        counts.declared(),
                        "uncovered",
                        counts.uncovered())));
    json.put("byType", byType);
    return json;
  }

  private static Map<String, Object> fields(Object... namesAndValues) {
    var fields = new LinkedHashMap<String, Object>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      fields.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return fields;
  }

  private static List<String> text(Comparison comparison) {
    var table = new TextTable("RESOURCE TYPE", "TYPE", "COVERED", "DECLARED", "UNCOVERED");
    comparison
        .groups()
        .forEach(
            (group, counts) ->
                table.row(
                    group.resourceType(),
                    group.type(),
                    Integer.toString(counts.covered()),
                    Integer.toString(counts.declared()),
                    Integer.toString(counts.uncovered())));
    var lines = new ArrayList<>(table.lines());
    lines.add("");
    lines.add(
        "%d traits of the reference: %d covered, %d declared, %d uncovered. %d of our own beside them."
            .formatted(
                comparison.rows(),
                comparison.covered(),
                comparison.declared(),
                comparison.uncovered().size(),
                comparison.own()));
    comparison.uncovered().forEach(row -> lines.add("uncovered: " + row));
    return lines;
  }
}

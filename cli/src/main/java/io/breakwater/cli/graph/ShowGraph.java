// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.graph;

import io.breakwater.cli.Failure;
import io.breakwater.cli.InputFiles;
import io.breakwater.cli.catalogue.ChosenCatalogue;
import io.breakwater.core.correlation.Correlation;
import io.breakwater.core.decode.Decoded;
import io.breakwater.core.graph.RelationReport;
import io.breakwater.core.graph.Statements;
import io.breakwater.core.signal.Signal;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What lies around a resource. */
@Command(
    name = "graph",
    description =
        "Show what a resource is related to, what traits are found there, and who says that each edge is there.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "The events are read into memory and judged as of one time: meant for a look",
      "at some part of a history. For a picture:",
      "  breakwater graph ARN --input PATH --format dot | dot -Tsvg > graph.svg"
    })
public final class ShowGraph implements Callable<Integer> {
  @Parameters(
      paramLabel = "ARN",
      description = "The ARN of the resource, or the last part of it, such as an instance id.")
  private String name;

  @Mixin private InputFiles inputs;

  @Option(
      names = "--as-of",
      paramLabel = "INSTANT",
      description =
          "Judge everything as of this time; later events are left out. Default: the latest event time in the input.")
  private Instant asOf;

  @Option(
      names = "--depth",
      paramLabel = "N",
      description = "Edges to follow. Default: ${DEFAULT-VALUE}.")
  private int depth = 2;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "Resources to show at most. Default: ${DEFAULT-VALUE}.")
  private int limit = 100;

  @Mixin private ChosenCatalogue catalogue;

  @Option(names = "--format", description = "text, dot or json. Default: ${DEFAULT-VALUE}.")
  private GraphFormat format = GraphFormat.TEXT;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    if (depth < 1 || limit < 1) {
      throw new ParameterException(spec.commandLine(), "--depth and --limit must be at least 1");
    }
    var records = records();
    var time = asOf == null ? latest(records) : asOf;
    var signals = new ArrayList<Signal>();
    var mentions = new ArrayList<RelationReport>();
    for (var record : records) {
      if (record.eventTime().filter(at -> at.isAfter(time)).isEmpty()) {
        for (var part : record.parts()) {
          signals.addAll(part.signals());
          mentions.addAll(Statements.mentioned(part));
        }
      }
    }
    var rules = catalogue.read();
    var correlation = Correlation.at(time, rules).seeTogether(signals, mentions);
    var around =
        Neighbourhood.of(name, correlation, depth, limit)
            .orElseThrow(() -> new Failure("no event speaks of " + name + " as of " + time));
    var out = spec.commandLine().getOut();
    out.println(format.print(around));
    out.flush();
    return 0;
  }

  private List<Decoded> records() throws IOException {
    var records = new ArrayList<Decoded>();
    inputs.decode(spec.commandLine().getErr(), records::add);
    return records;
  }

  private static Instant latest(List<Decoded> records) {
    return records.stream()
        .flatMap(record -> record.eventTime().stream())
        .max(Comparator.naturalOrder())
        .orElseThrow(() -> new Failure("the input has no event with a time"));
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli;

import io.breakwater.cli.catalogue.ChosenCatalogue;
import io.breakwater.core.decode.Decoder;
import io.breakwater.flink.files.RecordReader;
import io.breakwater.history.format.EventFormat;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** One record in, what it was understood as out. */
@Command(
    name = "explain",
    description =
        "Say what each record is understood as: signals, relations, certificate event, ignored or dead letter, and why.",
    mixinStandardHelpOptions = true)
final class Explain implements Callable<Integer> {
  @Parameters(
      paramLabel = "PATH",
      arity = "1..*",
      description = "Files or directories with findings; - is standard input.")
  private List<Path> paths;

  @Option(
      names = "--format",
      description = "text or json (one object a line). Default: ${DEFAULT-VALUE}.")
  private OutputFormat format = OutputFormat.TEXT;

  @Mixin private ChosenCatalogue catalogue;

  @Option(
      names = "--max-record-bytes",
      description = "Larger records are dead letters. Default: ${DEFAULT-VALUE}.")
  private int maxRecordBytes = 1 << 20;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    var out = spec.commandLine().getOut();
    var decoder = Decoder.withLimit(maxRecordBytes);
    var rules = catalogue.read();
    var explanation =
        format == OutputFormat.JSON ? new JsonExplanation(rules) : new TextExplanation(rules);
    if (paths.equals(List.of(Path.of("-")))) {
      explain(EventFormat.open(System.in, "-"), "-", decoder, explanation, out);
    } else {
      for (var file : Inputs.files(paths, spec.commandLine().getErr())) {
        try (var records = new EventFormat().open(file)) {
          explain(records, file.toString(), decoder, explanation, out);
        }
      }
    }
    out.flush();
    return 0;
  }

  private static void explain(
      RecordReader records, String name, Decoder decoder, Explanation explanation, PrintWriter out)
      throws IOException {
    boolean empty = true;
    for (var next = records.next(); next.isPresent(); next = records.next()) {
      var record = next.get();
      out.println(explanation.of(record.position(), decoder.decode(record.bytes())));
      empty = false;
    }
    if (empty) {
      out.println(explanation.of(name + "#0", decoder.decode(new byte[0])));
    }
  }
}

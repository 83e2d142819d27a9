// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.diff;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.breakwater.cli.Inputs;
import io.breakwater.cli.Progress;
import io.breakwater.cli.replay.Selected;
import io.breakwater.cli.run.BoundedRun;
import io.breakwater.cli.run.Events;
import io.breakwater.cli.run.RuleFiles;
import io.breakwater.cli.run.Tasks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compares what is open in two runs, or what two catalogues make of the same events. */
@Command(
    name = "diff",
    description = {
      "Compare what is open in two runs, or what two catalogues make of the same events.",
      "",
      "Without --input, BEFORE and AFTER are what 'run' wrote, or files of revisions in the order of"
          + " their stream. With --input they are catalogues, and the job runs over the events once"
          + " with each."
    },
    mixinStandardHelpOptions = true,
    exitCodeOnExecutionException = 2,
    footer = {
      "",
      "Exits with 0 when nothing that is open differs, 1 when something does, 2 when it cannot tell."
    })
public final class Diff implements Callable<Integer> {
  private static final String SHIPPED = "shipped";
  private static final int DIFFERENT = 1;

  @Parameters(
      index = "0",
      paramLabel = "BEFORE",
      description =
          "A run; with --input a catalogue, or the word 'shipped' for the one that ships.")
  private String before;

  @Parameters(index = "1", paramLabel = "AFTER", description = "What to compare it with.")
  private String after;

  @Option(
      names = "--input",
      paramLabel = "PATH",
      arity = "1",
      description =
          "A file or a directory of events to run both catalogues over. May be given several times.")
  private List<Path> inputs = List.of();

  @Mixin private Selected selected;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      description = "With --input: keep what both runs write, in DIR/before and DIR/after.")
  private Path output;

  @Option(
      names = "--as-of",
      paramLabel = "INSTANT",
      description =
          "With --input: judge everything as of this time. Default: the end of the span, where that has"
              + " passed; else the latest event time in it.")
  private Instant asOf;

  @Mixin private Tasks tasks;

  @Option(
      names = "--format",
      description =
          "text, json (one object) or html (a page that needs nothing else). Default: ${DEFAULT-VALUE}.")
  private Format format = Format.TEXT;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    return inputs.isEmpty() ? ofRuns() : ofCatalogues();
  }

  private int tell(Comparison comparison) throws Exception {
    var out = spec.commandLine().getOut();
    switch (format) {
      case TEXT -> DiffText.write(comparison, out);
      case JSON -> out.println(new ObjectMapper().writeValueAsString(DiffJson.of(comparison)));
      case HTML -> DiffHtml.write(comparison, out);
    }
    out.flush();
    return comparison.differences().isEmpty() ? 0 : DIFFERENT;
  }

  private int ofRuns() throws Exception {
    if (output != null || asOf != null) {
      throw new ParameterException(
          spec.commandLine(), "--output and --as-of are for --input: what ran has ended");
    }
    return tell(Comparison.of(Side.in(before, Path.of(before)), Side.in(after, Path.of(after))));
  }

  private int ofCatalogues() throws Exception {
    // Faults of the second one are not to wait for the first to run.
    var first = rules(before);
    var second = rules(after);
    var events =
        new Events(Inputs.files(inputs, spec.commandLine().getErr()), selected.selection(), false);
    var directory = output == null ? Files.createTempDirectory("breakwater-diff-") : output;
    try {
      var one = directory.resolve("before");
      var other = directory.resolve("after");
      var end = run(events, first, one, asOf == null ? selected.end() : asOf);
      run(events, second, other, end);
      return tell(Comparison.of(Side.in(before, one), Side.in(after, other)));
    } finally {
      if (output == null) {
        delete(directory);
      }
    }
  }

  private Instant run(Events events, RuleFiles rules, Path into, Instant end) throws Exception {
    var progress = new Progress(spec.commandLine().getErr());
    return new BoundedRun(events, into, tasks.count(), rules, progress).asOf(end).asOf();
  }

  private static RuleFiles rules(String catalogue) {
    return RuleFiles.in(
        catalogue.equals(SHIPPED) ? Optional.empty() : Optional.of(Path.of(catalogue)),
        Optional.empty(),
        Optional.empty());
  }

  private static void delete(Path directory) throws IOException {
    try (var walk = Files.walk(directory)) {
      for (var path : walk.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  /** How to print. */
  private enum Format {
    TEXT,
    JSON,
    HTML
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.act;

import io.breakwater.cli.Failure;
import io.breakwater.cli.Inputs;
import io.breakwater.core.resource.Arn;
import io.breakwater.core.signal.Severity;
import io.breakwater.history.format.EventFormat;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that say which exposures something is decided about. */
final class ChosenExposures {
  private static final Path STANDARD_INPUT = Path.of("-");

  @Option(
      names = "--exposure",
      paramLabel = "UID",
      description = "The exposure: finding_info.uid of its finding.")
  private String exposure;

  @Option(
      names = "--resource",
      paramLabel = "ARN",
      description = "Its primary resource, the one whose role in the finding is Target.")
  private String resource;

  @Option(
      names = "--seen",
      paramLabel = "SEVERITY",
      description =
          "How severe you saw it: once it is more severe, a suppression or a severity does not"
              + " hold. Default: as the finding says, or as the job last told it.")
  private Severity seen;

  @Option(
      names = "--from",
      paramLabel = "PATH",
      description =
          "Findings, in place of --resource: a file, a directory, or - for standard input. All that"
              + " are open by their last revision, or only that of --exposure.")
  private Path from;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  /**
   * @throws Failure when none of what was read is open
   */
  List<Subject> read() throws IOException {
    if (from == null) {
      return List.of(given());
    }
    if (resource != null) {
      throw wrong("--resource and --from exclude each other: findings say which resource it is");
    }
    var chosen =
        findings().open().stream()
            .filter(subject -> exposure == null || exposure.equals(subject.exposure()))
            .map(subject -> seen == null ? subject : subject.seenAs(seen))
            .toList();
    if (chosen.isEmpty()) {
      throw new Failure(
          exposure == null
              ? "no exposure is open by what is in " + from
              : "exposure %s is not open by what is in %s".formatted(exposure, from));
    }
    return chosen;
  }

  private Subject given() {
    if (exposure == null || resource == null) {
      throw wrong("say which exposure: --exposure and --resource, or --from with its finding");
    }
    var arn = Arn.tryParse(resource).orElseThrow(() -> wrong("'" + resource + "' is no ARN"));
    return new Subject(exposure, arn, Optional.ofNullable(seen));
  }

  private ParameterException wrong(String usage) {
    return new ParameterException(spec.commandLine(), usage);
  }

  private Findings findings() throws IOException {
    var findings = new Findings();
    if (from.equals(STANDARD_INPUT)) {
      findings.addAll(EventFormat.open(System.in, "-"));
      return findings;
    }
    PrintWriter err = spec.commandLine().getErr();
    for (var file : Inputs.files(List.of(from), err)) {
      try (var records = new EventFormat().open(file)) {
        findings.addAll(records);
      }
    }
    return findings;
  }
}

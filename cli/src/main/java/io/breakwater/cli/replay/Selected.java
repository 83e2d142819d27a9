// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.replay;

import io.breakwater.core.select.Selection;
import io.breakwater.core.time.TimeRange;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that say which of the events are used. */
public final class Selected {
  @Option(
      names = "--from",
      paramLabel = "INSTANT",
      description =
          "Only events of this time and later, such as 2026-11-01T00:00:00Z or 2026-11-01 (UTC).")
  private Instant from;

  @Option(names = "--to", paramLabel = "INSTANT", description = "Only events before this time.")
  private Instant to;

  @Option(
      names = "--only-account",
      paramLabel = "ID",
      split = ",",
      description = "Only what is said of resources of this account. May be given several times.")
  private List<String> accounts = List.of();

  @Option(
      names = "--only-region",
      paramLabel = "REGION",
      split = ",",
      description = "Only what is said of resources in this region.")
  private List<String> regions = List.of();

  @Option(
      names = "--only-source",
      paramLabel = "SOURCE",
      split = ",",
      description =
          "Only events of this source, such as aws.securityhub, or findings of this product, such as"
              + " guardduty.")
  private List<String> sources = List.of();

  @Option(
      names = "--only-type",
      paramLabel = "TYPE",
      split = ",",
      description = "Only what is said of resources of this type, such as AWS::EC2::Instance.")
  private List<String> types = List.of();

  @Option(
      names = "--only-arn",
      paramLabel = "PREFIX",
      description = "Only what is said of resources whose ARN begins so.")
  private List<String> arns = List.of();

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  /**
   * @throws ParameterException when a value cannot be one
   */
  public Selection selection() {
    try {
      var builder = Selection.builder().range(range());
      accounts.forEach(builder::account);
      regions.forEach(builder::region);
      sources.forEach(builder::source);
      types.forEach(builder::type);
      arns.forEach(builder::arnPrefix);
      return builder.build();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage());
    }
  }

  /**
   * The end of the span, as of which all of it is judged; null where it has none or is not over.
   */
  public Instant end() {
    return range().to().filter(end -> !end.isAfter(Instant.now())).orElse(null);
  }

  private TimeRange range() {
    return TimeRange.of(Optional.ofNullable(from), Optional.ofNullable(to));
  }
}

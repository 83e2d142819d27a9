// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli;

import io.breakwater.cli.send.Delivery;
import io.breakwater.cli.send.PartitionKey;
import io.breakwater.cli.send.StreamPlace;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Records of files into a Kinesis stream. */
@Command(
    name = "send",
    description = "Send the records of files to a Kinesis stream, as they are, with PutRecords.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Credentials come from where the AWS command line finds them; an endpoint on this machine gets",
      "made-up ones. Exit code 1 when the stream did not take every record."
    })
final class Send implements Callable<Integer> {
  private static final int MAX_RATE = 1_000_000;

  @Parameters(
      paramLabel = "PATH",
      arity = "1..*",
      description = "Files or directories: JSON, NDJSON, concatenated JSON, plain or gzip.")
  private List<Path> paths;

  @Option(
      names = "--stream",
      paramLabel = "NAME",
      required = true,
      description = "The stream to write to.")
  private String stream;

  @Mixin private StreamPlace place;

  @Option(
      names = "--rate",
      paramLabel = "N",
      description = "Records a second at most. Default: as fast as the stream takes them.")
  private Integer rate;

  @Option(
      names = "--partition-key",
      paramLabel = "KEY",
      description =
          "resource (the first resource that the record names, else its hash) keeps the order of a resource's events; hash spreads evenly. Default: ${DEFAULT-VALUE}.")
  private PartitionKey partitionKey = PartitionKey.RESOURCE;

  @Option(
      names = "--format",
      description = "How to print the summary: text or json. Default: ${DEFAULT-VALUE}.")
  private OutputFormat format = OutputFormat.TEXT;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    if (rate != null && (rate < 1 || rate > MAX_RATE)) {
      throw new ParameterException(
          spec.commandLine(), "--rate must be from 1 to " + MAX_RATE + ", was " + rate);
    }
    var err = spec.commandLine().getErr();
    var files = Inputs.files(paths, err);
    try (var streams = place.open()) {
      var delivery = new Delivery(streams, stream, partitionKey, rate, new Progress(err), err);
      var sent = delivery.of(files);
      var out = spec.commandLine().getOut();
      out.println(format == OutputFormat.JSON ? sent.toJson() : sent.toText());
      out.flush();
      return sent.isComplete() ? 0 : 1;
    }
  }
}

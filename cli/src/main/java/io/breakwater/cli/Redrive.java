// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli;

import io.breakwater.cli.redrive.Redriven;
import io.breakwater.cli.redrive.Selection;
import io.breakwater.cli.send.PartitionKey;
import io.breakwater.cli.send.StreamPlace;
import io.breakwater.cli.send.Streams;
import io.breakwater.core.decode.Decoder;
import io.breakwater.demo.kinesis.Receipts;
import io.breakwater.demo.kinesis.StreamWriter;
import io.breakwater.flink.Settings;
import io.breakwater.history.format.EventFormat;
import io.breakwater.history.kinesis.StreamSpan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import software.amazon.awssdk.core.exception.SdkException;

/** Sends what is in dead letters again. */
@Command(
    name = "redrive",
    description = {
      "Send the records of dead letters to the stream of findings again, after what was wrong is"
          + " mended.",
      "",
      "Dead letters come from their stream (--from), or from files of it. Each letter is sent once,"
          + " byte for byte, and only if this release can read it: what would be a dead letter again"
          + " stays where it is, and so does what is of the control stream."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "To send the same letters twice does no harm: what says nothing new counts as duplicate.",
      "Credentials come from where the AWS command line finds them; an endpoint on this machine gets",
      "made-up ones. Exit code 1 when the stream did not take every record."
    })
final class Redrive implements Callable<Integer> {

  @Parameters(
      paramLabel = "PATH",
      arity = "0..*",
      description = "Files or directories of dead letters, plain or gzip.")
  private List<Path> paths = List.of();

  @Option(
      names = "--from",
      paramLabel = "NAME",
      description = "The stream of dead letters, in place of files.")
  private String from;

  @Option(
      names = "--stream",
      paramLabel = "NAME",
      required = true,
      description = "The stream to write to: the one that the job reads.")
  private String stream;

  @Option(
      names = "--reason",
      paramLabel = "CODE",
      description = "Only letters of this reason, such as wrong-type; may be given several times.")
  private Set<String> reasons = Set.of();

  @Option(
      names = "--since",
      paramLabel = "INSTANT",
      description =
          "Only letters that came into their stream then or later, such as 2026-11-24T00:00:00Z.")
  private Instant since;

  @Option(
      names = "--until",
      paramLabel = "INSTANT",
      description = "Only letters that came into their stream before. Default: now.")
  private Instant until;

  @Option(
      names = "--even-dead",
      description = "Also what would be a dead letter again in this release.")
  private boolean evenDead;

  @Mixin private StreamPlace place;

  @Option(names = "--dry-run", description = "Tell what would be sent, and send nothing.")
  private boolean dryRun;

  @Option(names = "--yes", description = "Do not ask.")
  private boolean yes;

  @Option(names = "--format", description = "text or json. Default: ${DEFAULT-VALUE}.")
  private OutputFormat format = OutputFormat.TEXT;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    if (paths.isEmpty() == (from == null)) {
      throw new ParameterException(
          spec.commandLine(), "say where the dead letters are: files, or a stream with --from");
    }
    if (from == null && (since != null || until != null)) {
      throw new ParameterException(
          spec.commandLine(), "--since and --until are for a stream; files do not say when");
    }
    try (var streams = place.open()) {
      confirm();
      var result = redrive(streams);
      var out = spec.commandLine().getOut();
      out.println(format == OutputFormat.JSON ? result.toJson() : result.toText());
      out.flush();
      return result.isComplete() ? 0 : 1;
    }
  }

  @SuppressWarnings("SystemConsoleNull") // The command line runs on JDK 17.
  private void confirm() {
    if (dryRun || yes || place.isLocal()) {
      return;
    }
    var console = System.console();
    if (console == null) {
      throw new ParameterException(
          spec.commandLine(), "nobody is there to ask: look with --dry-run, then say --yes");
    }
    var answer =
        console.readLine(
            "Send the records of dead letters (%s) to stream %s? [yes/no] ",
            from == null ? paths.size() + " paths" : "stream " + from, stream);
    if (!"yes".equals(answer)) {
      throw new Failure("nothing was sent");
    }
  }

  private Redriven redrive(Streams streams) throws IOException, InterruptedException {
    var decoder = evenDead ? null : Decoder.withLimit(Settings.MOST_RECORD_BYTES);
    var selection = new Selection(reasons, decoder);
    var progress = new Progress(spec.commandLine().getErr());
    var receipts = new Count();
    var writer = new StreamWriter(streams.client(), stream, receipts);
    progress.start();
    try {
      read(
          streams,
          json -> {
            selection.add(json).ifPresent(record -> send(record, writer));
            progress.show(dryRun ? "reading" : "sending", selection.records());
          });
      writer.flush();
    } catch (SdkException e) {
      throw new Failure(
          "cannot write to stream %s (%d records were sent): %s"
              .formatted(stream, receipts.accepted, e.getMessage()),
          e);
    } finally {
      progress.end();
    }
    return new Redriven(selection, stream, dryRun, receipts.accepted);
  }

  private void read(Streams streams, Consumer<byte[]> reader)
      throws IOException, InterruptedException {
    if (from != null) {
      new StreamSpan(streams.client(), from)
          .read(Optional.ofNullable(since), until == null ? Instant.now() : until, reader);
      return;
    }
    for (var file : Inputs.files(paths, spec.commandLine().getErr())) {
      try (var letters = new EventFormat().open(file)) {
        for (var next = letters.next(); next.isPresent(); next = letters.next()) {
          reader.accept(next.get().bytes());
        }
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read " + file, e);
      }
    }
  }

  private void send(byte[] record, StreamWriter writer) {
    if (dryRun) {
      return;
    }
    try {
      writer.add(PartitionKey.RESOURCE.of(record), record);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure("interrupted: not all was sent", e);
    }
  }

  private final class Count implements Receipts {
    private long accepted;

    @Override
    public void accepted(byte[] data, String shardId, String sequenceNumber) {
      accepted++;
    }

    @Override
    public void refused(byte[] data, String reason) {
      spec.commandLine().getErr().println("breakwater: not sent: " + reason);
    }
  }
}

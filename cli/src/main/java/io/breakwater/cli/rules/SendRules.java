// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.rules;

import io.breakwater.cli.Failure;
import io.breakwater.cli.send.AnswerStream;
import io.breakwater.cli.send.StreamPlace;
import io.breakwater.core.rules.RuleUpdate;
import io.breakwater.core.rules.UpdateRecords;
import io.breakwater.demo.kinesis.Receipts;
import io.breakwater.demo.kinesis.StreamWriter;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.kinesis.KinesisClient;

/** Puts new rules on the stream that a job reads them from. */
@Command(
    name = "send",
    description = {
      "Send rules to a job that runs: they take the place of those of their kind, and what the job"
          + " knows is judged again by them.",
      "",
      "They are checked before they are sent. With --answers the command waits until the job has"
          + " answered, and tells what it said."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Credentials come from where the AWS command line finds them; an endpoint on this machine gets"
          + " made-up ones. Exit code 1 when the rules have faults, or the job refuses them or does not"
          + " answer in time."
    })
final class SendRules implements Callable<Integer> {
  /** Updates are taken in their order, and only one shard keeps one. */
  private static final String KEY_OF_ALL = "rules";

  private static final int MAX_ID = 256;

  @ArgGroup(exclusive = true, multiplicity = "1")
  private ChosenUpdate chosen;

  @Option(
      names = "--stream",
      paramLabel = "NAME",
      description = "The stream that the job reads updates of rules from.")
  private String stream;

  @Option(
      names = "--answers",
      paramLabel = "NAME",
      description = "The stream on which the job answers: wait for its answer.")
  private String answers;

  @Option(
      names = "--patience",
      paramLabel = "DURATION",
      description = "How long to wait for the answer. Default: ${DEFAULT-VALUE}.")
  private Duration patience = Duration.ofMinutes(1);

  @Option(
      names = "--id",
      paramLabel = "ID",
      description = "By which to know the answer again. Default: a new one.")
  private String id = UUID.randomUUID().toString();

  @Option(names = "--dry-run", description = "Check the rules, and send nothing.")
  private boolean dryRun;

  @Option(
      names = "--s3-endpoint",
      paramLabel = "URL",
      description = "A server in place of the S3 of the region, for rules that are in S3.")
  private URI s3Endpoint;

  @Mixin private StreamPlace place;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    if (id.isBlank() || id.length() > MAX_ID) {
      throw new ParameterException(
          spec.commandLine(), "--id must have from 1 to " + MAX_ID + " characters");
    }
    if (!dryRun && stream == null) {
      throw new ParameterException(
          spec.commandLine(), "say where the rules are to go with --stream, or only --dry-run");
    }
    var update = update();
    var records = UpdateRecords.of(update);
    var out = spec.commandLine().getOut();
    if (dryRun) {
      say(out, "%s would be sent as %d records".formatted(update.kind().key(), records.size()));
      return 0;
    }
    try (var streams = place.open()) {
      var listening = answers == null ? null : AnswerStream.from(streams.client(), answers);
      send(records, streams.client());
      say(out, "%s sent to stream %s as %s".formatted(update.kind().key(), stream, id));
      return listening == null || isGood(answerOn(listening), out) ? 0 : 1;
    } catch (SdkException e) {
      throw new Failure("cannot send rules to stream " + stream + ": " + e.getMessage(), e);
    }
  }

  private RuleUpdate update() {
    try (var files = new RuleDocuments(place.region().orElse(null), s3Endpoint)) {
      return chosen.read(id, files);
    }
  }

  private void send(List<byte[]> records, KinesisClient client) throws InterruptedException {
    var writer = new StreamWriter(client, stream, new AllOrNothing());
    for (var record : records) {
      writer.add(KEY_OF_ALL, record);
    }
    writer.flush();
  }

  private Optional<Answer> answerOn(AnswerStream listening) throws InterruptedException {
    return Optional.ofNullable(listening.await(List.of(id), patience).get(id)).map(Answer::new);
  }

  private boolean isGood(Optional<Answer> answer, PrintWriter out) {
    if (answer.isEmpty()) {
      throw new Failure(
          "the job has not answered on stream %s within %s".formatted(answers, patience));
    }
    say(out, answer.get().toText());
    return !answer.get().isRefused();
  }

  private static void say(PrintWriter out, String sentence) {
    out.println(sentence);
    out.flush();
  }

  private static final class AllOrNothing implements Receipts {
    @Override
    public void accepted(byte[] data, String shardId, String sequenceNumber) {}

    @Override
    public void refused(byte[] data, String reason) {
      throw new Failure("the stream does not take the rules: " + reason);
    }
  }
}

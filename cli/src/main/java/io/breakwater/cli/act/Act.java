// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.act;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.breakwater.cli.Failure;
import io.breakwater.cli.OutputFormat;
import io.breakwater.cli.console.KinesisActions;
import io.breakwater.cli.send.AnswerStream;
import io.breakwater.cli.send.StreamPlace;
import io.breakwater.cli.send.Streams;
import io.breakwater.core.control.Action;
import io.breakwater.core.control.ActionRecords;
import io.breakwater.core.control.MalformedAction;
import io.breakwater.core.control.Signature;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import software.amazon.awssdk.core.exception.SdkException;

/** Decides something about exposures. */
@Command(
    name = "act",
    description = {
      "Decide something about exposures: who is at them, how severe they are, that they may stay"
          + " for a while.",
      "",
      "Each action goes to the control stream of a job that runs, which obeys it and tells the"
          + " exposure again. With --answers the command waits until the job has answered, and tells"
          + " what it said."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "status needs --status, severity needs --severity, comment needs --comment, suppress needs"
          + " --reason and --until; unsuppress and ticket need nothing more.",
      "Credentials come from where the AWS command line finds them; an endpoint on this machine gets"
          + " made-up ones. Exit code 1 when an action is not sent, or with --answers does not hold or"
          + " is not answered in time."
    })
public final class Act implements Callable<Integer> {
  @Mixin private ChosenDecision decision;
  @Mixin private ChosenExposures exposures;

  @Option(names = "--by", paramLabel = "WHO", required = true, description = "Who decides.")
  private String by;

  @Option(
      names = "--stream",
      paramLabel = "NAME",
      description = "The control stream that the job reads.")
  private String stream;

  @Option(
      names = "--answers",
      paramLabel = "NAME",
      description = "The stream on which the job answers actions: wait for its answers.")
  private String answers;

  @Option(
      names = "--patience",
      paramLabel = "DURATION",
      description = "How long to wait for answers. Default: ${DEFAULT-VALUE}.")
  private Duration patience = Duration.ofMinutes(1);

  @Mixin private StreamPlace place;

  @Option(
      names = "--dry-run",
      description = "Print the records that would be sent, one a line, and send nothing.")
  private boolean dryRun;

  @Option(names = "--yes", description = "Also where it is about more than one exposure.")
  private boolean yes;

  @Option(
      names = "--format",
      description = "text or json (one object a line). Default: ${DEFAULT-VALUE}.")
  private OutputFormat format = OutputFormat.TEXT;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (!dryRun && stream == null) {
      throw wrong("say where the actions are to go with --stream, or only --dry-run");
    }
    var actions = actions();
    if (dryRun) {
      actions.forEach(action -> say(new String(ActionRecords.toJson(action), UTF_8)));
      return 0;
    }
    if (actions.size() > 1 && !yes) {
      throw wrong(
          "this is about %d exposures: look with --dry-run, then say --yes"
              .formatted(actions.size()));
    }
    try (var streams = place.open()) {
      return send(actions, streams);
    } catch (SdkException e) {
      throw new Failure("the streams cannot be used: " + e.getMessage(), e);
    }
  }

  private ParameterException wrong(String usage) {
    return new ParameterException(spec.commandLine(), usage);
  }

  private void say(String line) {
    var out = spec.commandLine().getOut();
    out.println(line);
    out.flush();
  }

  private List<Action> actions() throws IOException {
    var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    var actions = new ArrayList<Action>();
    for (var subject : exposures.read()) {
      actions.add(action(subject, new Signature(by, now, UUID.randomUUID().toString())));
    }
    return actions;
  }

  /** As the job will read it. */
  private Action action(Subject subject, Signature signature) {
    try {
      return ActionRecords.of(ActionRecords.toJson(decision.about(subject, signature)));
    } catch (IllegalArgumentException | MalformedAction e) {
      throw wrong(e.getMessage());
    }
  }

  private int send(List<Action> actions, Streams streams) throws InterruptedException {
    var listening = answers == null ? null : AnswerStream.from(streams.client(), answers);
    write(actions, new KinesisActions(streams.client(), stream));
    Map<String, JsonNode> said =
        listening == null ? Map.of() : listening.await(uids(actions), patience);
    var verdicts =
        actions.stream().map(action -> new Verdict(action, answerTo(action, said))).toList();
    verdicts.forEach(
        verdict -> say(format == OutputFormat.JSON ? verdict.toJson() : verdict.toText()));
    if (listening == null) {
      return 0;
    }
    if (said.size() < actions.size()) {
      throw new Failure(
          "the job has not answered %d of %d actions on stream %s within %s"
              .formatted(actions.size() - said.size(), actions.size(), answers, patience));
    }
    return verdicts.stream().allMatch(Verdict::isGood) ? 0 : 1;
  }

  private static void write(List<Action> actions, KinesisActions control) {
    int sent = 0;
    try {
      for (var action : actions) {
        control.send(action.resource().toString(), ActionRecords.toJson(action));
        sent++;
      }
    } catch (IOException e) {
      throw new Failure(
          "%d of %d actions were sent: %s".formatted(sent, actions.size(), e.getMessage()), e);
    }
  }

  private static List<String> uids(List<Action> actions) {
    return actions.stream().map(action -> action.signature().action()).toList();
  }

  private static Optional<JsonNode> answerTo(Action action, Map<String, JsonNode> said) {
    return Optional.ofNullable(said.get(action.signature().action()));
  }
}

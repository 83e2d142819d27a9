// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.respond;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.breakwater.cli.Failure;
import io.breakwater.cli.Inputs;
import io.breakwater.cli.send.StreamPlace;
import io.breakwater.demo.kinesis.Receipts;
import io.breakwater.demo.kinesis.StreamWriter;
import io.breakwater.history.format.EventFormat;
import io.breakwater.history.kinesis.StreamSpan;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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

/** Asks the job to try again what it has given up. */
@Command(
    name = "redrive",
    description = {
      "Ask a response job that runs to try again what it has given up, after what was wrong is"
          + " mended.",
      "",
      "What that is stands in its dead letters: in their stream (--from), or in files of it. The job"
          + " needs a stream of controls."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "To ask twice does no harm. Of several messages or calls about one exposure the last counts.",
      "What cannot be tried again is counted, and it is said why.",
      "Credentials come from where the AWS command line finds them; an endpoint on this machine gets",
      "made-up ones. Exit code 1 when the stream did not take every request."
    })
public final class RedriveResponses implements Callable<Integer> {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Of tickets. */
  private static final String KEY_PREFIX = "bw-";

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
      names = "--since",
      paramLabel = "INSTANT",
      description = "Only letters that came into their stream then or later.")
  private Instant since;

  @Option(
      names = "--target",
      paramLabel = "NAME",
      description = "Only what was given up of this target of the plan.")
  private String target;

  @Option(
      names = "--stream",
      paramLabel = "NAME",
      required = true,
      description = "The stream of controls that the job reads.")
  private String stream;

  @Mixin private StreamPlace place;

  @Option(names = "--dry-run", description = "Tell what would be asked for, and ask for nothing.")
  private boolean dryRun;

  @Spec private CommandSpec spec;
  private final Map<String, Long> leftAlone = new TreeMap<>();
  private long refused;

  @Override
  public Integer call() throws Exception {
    if (paths.isEmpty() == (from == null)) {
      throw new ParameterException(
          spec.commandLine(), "say where the dead letters are: files, or a stream with --from");
    }
    var out = spec.commandLine().getOut();
    try (var streams = place.open()) {
      var requests = new LinkedHashSet<String>();
      Consumer<byte[]> reader = letter -> request(letter).ifPresent(requests::add);
      if (from == null) {
        readFiles(reader);
      } else {
        new StreamSpan(streams.client(), from)
            .read(Optional.ofNullable(since), Instant.now(), reader);
      }
      long accepted =
          dryRun ? 0 : send(requests, new StreamWriter(streams.client(), stream, receipts()));
      tell(out, requests.size());
      return dryRun || accepted == requests.size() ? 0 : 1;
    } catch (SdkException e) {
      throw new Failure("the streams cannot be used: " + e.getMessage(), e);
    }
  }

  private void tell(PrintWriter out, int requests) {
    out.printf(
        "%d tickets, messages and calls of playbooks %s to be tried again%n",
        requests, dryRun ? "would be asked" : "were asked");
    leftAlone.forEach((why, letters) -> out.printf("%d not: %s%n", letters, why));
    out.flush();
  }

  private void readFiles(Consumer<byte[]> reader) throws IOException {
    for (var file : Inputs.files(paths, spec.commandLine().getErr())) {
      try (var letters = new EventFormat().open(file)) {
        for (var next = letters.next(); next.isPresent(); next = letters.next()) {
          reader.accept(next.get().bytes());
        }
      }
    }
  }

  /** What to ask for; empty for a letter of another kind, or of another target. */
  private Optional<String> request(byte[] bytes) {
    JsonNode letter;
    try {
      letter = JSON.readTree(bytes);
    } catch (IOException e) {
      return leftAlone("no JSON, and so no dead letter of a response job");
    }
    var report = letter.path("report");
    var of = report.path("target").asText();
    if (of.isEmpty()) {
      return leftAlone(why(letter.path("reason").asText()));
    }
    if (target != null && !target.equals(of)) {
      return Optional.empty();
    }
    var key = report.path("key").asText();
    var request = JSON.createObjectNode().put("schema_version", 1);
    var redrive = request.putObject("redrive").put("target", of);
    // A playbook has no key, and a message one that is only its own.
    if (key.startsWith(KEY_PREFIX)) {
      redrive.put("key", key);
    }
    redrive.put("uid", report.path("uid").asText());
    return Optional.of(request.toString());
  }

  private Optional<String> leftAlone(String why) {
    leftAlone.merge(why, 1L, Long::sum);
    return Optional.empty();
  }

  private static String why(String reason) {
    return switch (reason) {
      case "unreadable" ->
          "records that are no revisions: whoever wrote them to the stream has to write what they"
              + " should have been";
      case "unreadable-control" ->
          "requests that the job could not follow: their detail says what was wrong with them";
      default -> "no dead letters of a response job";
    };
  }

  private long send(Set<String> requests, StreamWriter writer) throws InterruptedException {
    for (var request : requests) {
      writer.add("controls", request.getBytes(StandardCharsets.UTF_8));
    }
    writer.flush();
    return requests.size() - refused;
  }

  private Receipts receipts() {
    return new Receipts() {
      @Override
      public void accepted(byte[] data, String shardId, String sequenceNumber) {}

      @Override
      public void refused(byte[] data, String reason) {
        refused++;
        spec.commandLine().getErr().println("breakwater: not sent: " + reason);
      }
    };
  }
}

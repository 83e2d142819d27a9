// SPDX-License-Identifier: Apache-2.0
package io.breakwater.history.archive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.breakwater.history.archive.FakeRules.Refused;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.kinesis.KinesisClient;

/**
 * A bus of EventBridge with its rules, archives and replays, on this machine: it keeps state,
 * refuses what the documentation of the API says is refused, and really puts what it replays into
 * the streams of a Kinesis server. A replay gets further whenever it is looked at.
 *
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/APIReference/Welcome.html">the
 *     API</a>
 */
final class FakeEventBridge implements AutoCloseable {
  static final String BUS = "arn:aws:events:eu-west-1:111122223333:event-bus/findings";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST_REPLAYS = 10;
  private static final String NOT_FOUND = "ResourceNotFoundException";

  private final HttpServer server;
  private final EventBridgeClient client;
  private final KinesisClient streams;
  private final Clock clock;
  private final Map<String, FakeArchive> archives = new LinkedHashMap<>();
  private final Map<String, FakeReplay> replays = new LinkedHashMap<>();
  private final List<String> asked = new ArrayList<>();
  private final FakeRules rules = new FakeRules(BUS, 2);
  private boolean late;
  private boolean losesStart;
  private boolean denied;
  private Runnable onLook = () -> {};

  FakeEventBridge(KinesisClient streams, Clock clock) throws IOException {
    this.streams = streams;
    this.clock = clock;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    client =
        EventBridgeClient.builder()
            .endpointOverride(URI.create("http://127.0.0.1:" + server.getAddress().getPort()))
            .region(Region.EU_WEST_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
            .build();
  }

  EventBridgeClient client() {
    return client;
  }

  FakeRules rules() {
    return rules;
  }

  synchronized void archive(FakeArchive archive) {
    archives.put(archive.name(), archive);
  }

  static String archiveArn(String name) {
    return "arn:aws:events:eu-west-1:111122223333:archive/" + name;
  }

  /** The next replay is started, and its answer does not arrive. */
  synchronized void loseNextStart() {
    losesStart = true;
  }

  /** Completion is told before the last events have been sent. */
  synchronized void tellsCompletionEarly() {
    late = true;
  }

  synchronized void denyAll() {
    denied = true;
  }

  /** Done whenever a replay is looked at, before the answer. */
  synchronized void onLook(Runnable action) {
    onLook = action;
  }

  synchronized void fail(String replay, String reason) {
    replays.get(replay).state = "FAILED";
    replays.get(replay).stateReason = reason;
  }

  /** One that somebody else has started. */
  synchronized void otherReplay(String name) {
    replays.put(name, new FakeReplay(name, List.of(), List.of()));
  }

  synchronized Map<String, String> states() {
    var states = new LinkedHashMap<String, String>();
    replays.forEach((name, replay) -> states.put(name, replay.state));
    return states;
  }

  synchronized List<String> asked(String operation) {
    return asked.stream().filter(operation::equals).toList();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var operation =
          exchange.getRequestHeaders().getFirst("X-Amz-Target").replaceFirst("^AWSEvents\\.", "");
      var request = JSON.readTree(exchange.getRequestBody());
      int status = 200;
      ObjectNode body;
      try {
        body = answer(operation, request);
      } catch (Refused e) {
        status = e.code.equals("InternalException") ? 500 : 400;
        body = JSON.createObjectNode().put("__type", e.code).put("message", e.getMessage());
      }
      var bytes = JSON.writeValueAsBytes(body);
      exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private synchronized ObjectNode answer(String operation, JsonNode request)
      throws Refused, IOException {
    asked.add(operation);
    if (denied) {
      throw new Refused("AccessDeniedException", "not authorized to perform events:" + operation);
    }
    return switch (operation) {
      case "PutRule" -> rules.putRule(request);
      case "DescribeRule" -> rules.describeRule(request);
      case "DeleteRule" -> rules.deleteRule(request);
      case "PutTargets" -> rules.putTargets(request);
      case "RemoveTargets" -> rules.removeTargets(request);
      case "ListTargetsByRule" -> rules.listTargetsByRule(request);
      case "ListRuleNamesByTarget" -> rules.listRuleNamesByTarget(request);
      case "DescribeArchive" -> describeArchive(request);
      case "StartReplay" -> startReplay(request);
      case "DescribeReplay" -> describeReplay(request);
      case "CancelReplay" -> cancelReplay(request);
      default -> throw new Refused("UnknownOperationException", operation);
    };
  }

  private ObjectNode describeArchive(JsonNode request) throws Refused {
    var archive = archive(request.path("ArchiveName").asText());
    return JSON.createObjectNode()
        .put("ArchiveName", archive.name())
        .put("ArchiveArn", archiveArn(archive.name()))
        .put("EventSourceArn", BUS)
        .put("State", archive.state())
        .put("RetentionDays", archive.retentionDays())
        .put("EventCount", archive.events().size())
        .put("CreationTime", archive.created().getEpochSecond());
  }

  private FakeArchive archive(String name) throws Refused {
    if (!archives.containsKey(name)) {
      throw new Refused(NOT_FOUND, "Archive " + name + " does not exist.");
    }
    return archives.get(name);
  }

  private ObjectNode startReplay(JsonNode request) throws Refused {
    var name = request.path("ReplayName").asText();
    if (!name.matches("[.\\-_A-Za-z0-9]{1,64}")) {
      throw new Refused("ValidationException", "Invalid replay name " + name);
    }
    if (replays.containsKey(name)) {
      throw new Refused("ResourceAlreadyExistsException", "Replay " + name + " already exists.");
    }
    if (replays.values().stream().filter(FakeReplay::isGoing).count() >= MOST_REPLAYS) {
      throw new Refused("LimitExceededException", "The limit of replays has been reached.");
    }
    var archive = archive(request.path("EventSourceArn").asText().replaceFirst(".*/", ""));
    if (!request.path("Destination").path("Arn").asText().equals(BUS)) {
      throw new Refused("ValidationException", "The destination must be the bus of the archive.");
    }
    var from = time(request.path("EventStartTime"));
    var to = time(request.path("EventEndTime"));
    if (!from.isBefore(to) || !archive.keeps(from, clock.instant())) {
      throw new Refused("ValidationException", "The archive has no such time range.");
    }
    var filters = new ArrayList<String>();
    request.path("Destination").path("FilterArns").forEach(arn -> filters.add(arn.asText()));
    if (filters.isEmpty()) {
      throw new AssertionError("this would be replayed to all rules of the bus");
    }
    var events =
        archive.events().stream()
            .filter(event -> !event.time().isBefore(from) && event.time().isBefore(to))
            .toList();
    replays.put(name, new FakeReplay(name, filters, events));
    if (losesStart) {
      losesStart = false;
      throw new Refused("InternalException", "something went wrong");
    }
    return JSON.createObjectNode().put("ReplayArn", replayArn(name)).put("State", "STARTING");
  }

  private static Instant time(JsonNode seconds) {
    return Instant.ofEpochMilli(
        seconds.decimalValue().multiply(BigDecimal.valueOf(1000)).longValue());
  }

  private static String replayArn(String name) {
    return "arn:aws:events:eu-west-1:111122223333:replay/" + name;
  }

  private ObjectNode describeReplay(JsonNode request) throws Refused, IOException {
    var replay = replay(request);
    onLook.run();
    for (var event : replay.advance(late)) {
      send(event.id(), event.json(replay.name), replay.filterArns);
    }
    var answer =
        JSON.createObjectNode()
            .put("ReplayName", replay.name)
            .put("ReplayArn", replayArn(replay.name))
            .put("State", replay.state);
    if (replay.stateReason != null) {
      answer.put("StateReason", replay.stateReason);
    }
    if (replay.lastReplayed != null) {
      answer.put("EventLastReplayedTime", replay.lastReplayed.getEpochSecond());
    }
    return answer;
  }

  private void send(String id, String json, List<String> ruleArns) throws IOException {
    for (var stream : rules.streamsFor(json, ruleArns)) {
      streams.putRecord(
          put -> put.streamARN(stream).partitionKey(id).data(SdkBytes.fromUtf8String(json)));
    }
  }

  private ObjectNode cancelReplay(JsonNode request) throws Refused {
    var replay = replay(request);
    if (!replay.isGoing()) {
      throw new Refused("IllegalStatusException", "Replay is " + replay.state);
    }
    replay.state = "CANCELLING";
    return JSON.createObjectNode()
        .put("ReplayArn", replayArn(replay.name))
        .put("State", replay.state);
  }

  private FakeReplay replay(JsonNode request) throws Refused {
    var name = request.path("ReplayName").asText();
    if (!replays.containsKey(name)) {
      throw new Refused(NOT_FOUND, "Replay " + name + " does not exist.");
    }
    return replays.get(name);
  }

  @Override
  public void close() {
    client.close();
    server.stop(0);
  }
}

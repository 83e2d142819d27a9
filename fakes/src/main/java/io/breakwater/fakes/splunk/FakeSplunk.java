// SPDX-License-Identifier: Apache-2.0
package io.breakwater.fakes.splunk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.breakwater.fakes.Answer;
import io.breakwater.fakes.Call;
import io.breakwater.fakes.FakeService;
import io.breakwater.fakes.Refusal;
import io.breakwater.fakes.Routes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * Splunk's HTTP Event Collector. What it holds its callers to:
 *
 * <ul>
 *   <li>{@code Authorization: Splunk TOKEN}, or Basic with the token as the password; codes 1 to 4
 *       and 16 otherwise (<a
 *       href="https://help.splunk.com/en/splunk-enterprise/get-data-in/collect-http-event-data/troubleshoot-http-event-collector">error
 *       codes</a>).
 *   <li>Events one after the other, not in an array, each with an {@code event} that is not blank,
 *       a time in seconds, flat {@code fields} and an index that the token may write to (<a
 *       href="https://help.splunk.com/splunk-enterprise/get-data-in/collect-http-event-data/format-events-for-http-event-collector">format</a>).
 *       The first that is at fault is named by its number; then none is taken.
 *   <li>With a token that acknowledges: a channel, which is a GUID, and from then on {@code ackId};
 *       that an event is indexed is told once (<a
 *       href="https://help.splunk.com/splunk-enterprise/get-data-in/collect-http-event-data/about-http-event-collector-indexer-acknowledgment">acknowledgment</a>).
 *   <li>Nothing makes sending idempotent: what comes twice is there twice.
 * </ul>
 *
 * <p>A collector that is overloaded answers 503 and code 9, not 429.
 */
public final class FakeSplunk implements FakeService {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern GUID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private record Request(Call call, Instant now) {}

  private record Channel(String token, String id) {}

  private final Map<String, HecToken> tokens = new HashMap<>();
  private final Duration indexing;
  private final List<HecEvent> events = new ArrayList<>();
  private final Map<Channel, Acks> acks = new HashMap<>();
  private final Routes<Request> routes = routes();

  /** When the events of each request of a channel are indexed, by ackId. */
  private static final class Acks {
    private final Map<Integer, Instant> indexed = new HashMap<>();
    private int next;
  }

  /**
   * @param indexing how long after an event came its sender is told that it is indexed
   */
  public FakeSplunk(Duration indexing, HecToken... tokens) {
    this.indexing = indexing;
    for (var token : tokens) {
      this.tokens.put(token.value(), token);
    }
  }

  @Override
  public synchronized Answer answer(Call call, Instant now) {
    try {
      return routes.answer(call, new Request(call, now));
    } catch (Refusal refusal) {
      return refusal.answer();
    }
  }

  @Override
  public Answer throttled(Call call, Duration retryAfter, Instant now) {
    return HecStatus.BUSY.answer().with("Retry-After", Long.toString(retryAfter.toSeconds()));
  }

  @Override
  public Answer broken(Call call) {
    return HecStatus.INTERNAL_ERROR.answer();
  }

  /** What was taken, in the order in which it came. */
  public synchronized List<HecEvent> events() {
    return List.copyOf(events);
  }

  private Routes<Request> routes() {
    var routes =
        new Routes<Request>(
            call -> error(404, "There is nothing at " + call.path() + "."),
            call -> error(405, call.method() + " is not allowed here."));
    for (var path :
        List.of(
            "/services/collector", "/services/collector/event", "/services/collector/event/1.0")) {
      routes.on("POST", path, (request, parts) -> take(request));
    }
    return routes
        .on("POST", "/services/collector/ack", (request, parts) -> acknowledge(request))
        .on("GET", "/services/collector/health", (request, parts) -> HecStatus.HEALTHY.answer());
  }

  private static Answer error(int status, String text) {
    return Answer.json(
        status, JsonNodeFactory.instance.objectNode().put("text", text).put("code", status));
  }

  private Answer take(Request request) {
    var token = token(request.call());
    Optional<Channel> channel =
        token.acknowledges() ? Optional.of(channel(request.call(), token)) : Optional.empty();
    var taken = read(request, token);
    events.addAll(taken);
    var body = HecStatus.SUCCESS.body();
    if (channel.isPresent()) {
      var open = acks.computeIfAbsent(channel.get(), any -> new Acks());
      open.indexed.put(open.next, request.now().plus(indexing));
      body.put("ackId", open.next);
      open.next++;
    }
    return Answer.json(200, body);
  }

  private Answer acknowledge(Request request) {
    var token = token(request.call());
    if (!token.acknowledges()) {
      throw HecStatus.ACK_DISABLED.refusal();
    }
    var channel = channel(request.call(), token);
    var open = acks.computeIfAbsent(channel, any -> new Acks());
    var body =
        request
            .call()
            .json()
            .filter(asked -> asked.path("acks").isArray())
            .orElseThrow(HecStatus.INVALID_DATA::refusal);
    var answer = JsonNodeFactory.instance.objectNode();
    var told = answer.putObject("acks");
    for (var id : body.path("acks")) {
      var indexed = open.indexed.get(id.asInt());
      boolean done = indexed != null && !request.now().isBefore(indexed);
      told.put(id.asText(), done);
      if (done) {
        open.indexed.remove(id.asInt());
      }
    }
    return Answer.json(200, answer);
  }

  private HecToken token(Call call) {
    if (call.header("authorization").isEmpty()) {
      throw call.parameter("token").isPresent()
          ? HecStatus.QUERY_TOKEN.refusal()
          : HecStatus.TOKEN_REQUIRED.refusal();
    }
    var value =
        call.authorization("Splunk ")
            .or(() -> call.basicCredentials().map(both -> both.substring(both.indexOf(':') + 1)))
            .orElseThrow(HecStatus.INVALID_AUTHORIZATION::refusal);
    var token =
        Optional.ofNullable(tokens.get(value)).orElseThrow(HecStatus.INVALID_TOKEN::refusal);
    if (!token.enabled()) {
      throw HecStatus.TOKEN_DISABLED.refusal();
    }
    return token;
  }

  private static Channel channel(Call call, HecToken token) {
    var id =
        call.header("x-splunk-request-channel")
            .or(() -> call.parameter("channel"))
            .orElseThrow(HecStatus.CHANNEL_MISSING::refusal);
    if (!GUID.matcher(id).matches()) {
      throw HecStatus.INVALID_CHANNEL.refusal();
    }
    return new Channel(token.value(), id);
  }

  private static List<HecEvent> read(Request request, HecToken token) {
    var body = unpacked(request.call());
    var read = new ArrayList<HecEvent>();
    try (var documents = JSON.readerFor(JsonNode.class).<JsonNode>readValues(body)) {
      while (documents.hasNextValue()) {
        read.add(event(documents.nextValue(), read.size(), token, request.now()));
      }
    } catch (JsonProcessingException e) {
      throw HecStatus.INVALID_DATA.refusal(read.size());
    } catch (IOException e) {
      throw new AssertionError("Bytes in memory can be read", e);
    }
    if (read.isEmpty()) {
      throw HecStatus.NO_DATA.refusal();
    }
    return read;
  }

  private static byte[] unpacked(Call call) {
    if (!call.header("content-encoding").orElse("").equalsIgnoreCase("gzip")) {
      return call.body();
    }
    try (var packed = new GZIPInputStream(new ByteArrayInputStream(call.body()))) {
      return packed.readAllBytes();
    } catch (IOException e) {
      throw HecStatus.INVALID_DATA.refusal();
    }
  }

  private static HecEvent event(JsonNode said, int number, HecToken token, Instant now) {
    if (!said.isObject()) {
      throw HecStatus.INVALID_DATA.refusal(number);
    }
    var event = said.path("event");
    if (event.isMissingNode() || event.isNull()) {
      throw HecStatus.EVENT_REQUIRED.refusal(number);
    }
    if (event.isTextual() && event.asText().isBlank()) {
      throw HecStatus.EVENT_BLANK.refusal(number);
    }
    var index = said.path("index").asText(token.index());
    if (!token.mayWriteTo(index)) {
      throw HecStatus.INCORRECT_INDEX.refusal(number);
    }
    return new HecEvent(
        time(said.path("time"), number, now),
        said.path("host").asText(),
        said.path("source").asText(),
        said.path("sourcetype").asText(),
        index,
        fields(said.path("fields"), number),
        event,
        now);
  }

  private static Instant time(JsonNode said, int number, Instant now) {
    if (said.isMissingNode()) {
      return now;
    }
    try {
      long millis = new BigDecimal(said.asText()).movePointRight(3).longValue();
      return Instant.ofEpochMilli(millis);
    } catch (NumberFormatException e) {
      throw HecStatus.INVALID_DATA.refusal(number);
    }
  }

  private static Map<String, JsonNode> fields(JsonNode said, int number) {
    var fields = new LinkedHashMap<String, JsonNode>();
    if (!said.isMissingNode() && !said.isObject()) {
      throw HecStatus.INDEXED_FIELDS.refusal(number);
    }
    said.properties()
        .forEach(
            field -> {
              var value = field.getValue();
              boolean flat = !value.isObject();
              for (var part : value) {
                flat &= part.isValueNode();
              }
              if (!flat) {
                throw HecStatus.INDEXED_FIELDS.refusal(number);
              }
              fields.put(field.getKey(), value);
            });
    return Map.copyOf(fields);
  }
}

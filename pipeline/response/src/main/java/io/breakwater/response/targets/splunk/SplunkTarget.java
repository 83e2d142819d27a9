// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.targets.splunk;

import static java.util.concurrent.CompletableFuture.completedFuture;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import io.breakwater.response.http.Answers;
import io.breakwater.response.http.Http;
import io.breakwater.response.http.HttpAnswer;
import io.breakwater.response.http.HttpCall;
import io.breakwater.response.message.Notice;
import io.breakwater.response.notice.Change;
import io.breakwater.response.secret.Secret;
import io.breakwater.response.secret.Secrets;
import io.breakwater.response.targets.Credentials;
import io.breakwater.response.targets.Done;
import io.breakwater.response.targets.Merging;
import io.breakwater.response.targets.Message;
import io.breakwater.response.targets.MessageRecord;
import io.breakwater.response.targets.MessageTarget;
import io.breakwater.response.targets.Outcome;
import io.breakwater.response.targets.PlainText;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * Splunk, by its HTTP Event Collector: one event for each message, in the form of {@link
 * MessageRecord}. Nothing tells Splunk that an event is one that it has; {@code key} in the event
 * does for who searches.
 *
 * @see <a
 *     href="https://help.splunk.com/splunk-enterprise/get-data-in/collect-http-event-data/format-events-for-http-event-collector">Format
 *     events</a>
 * @see <a
 *     href="https://help.splunk.com/en/splunk-enterprise/get-data-in/collect-http-event-data/troubleshoot-http-event-collector">Codes</a>
 */
public final class SplunkTarget implements MessageTarget {
  private static final String PATH = "/services/collector/event";
  private static final int FIELD_CHARACTERS = 256;
  private static final int SUCCESS = 0;
  private static final int NO_CODE = -1;

  /** It takes no events now: it is busy, or its queues are full. */
  private static final Set<Integer> BUSY = Set.of(9, 18, 19, 20, 26, 27);

  /** The token or the collector is not set for such events; all the others fare no better. */
  private static final Set<Integer> NOT_SET_SO = Set.of(7, 10, 11, 14, 16);

  private final SplunkSettings settings;
  private final Http http;
  private final Secret token;
  private final Secret authorization;

  public SplunkTarget(SplunkSettings settings, Http http, Secret token) {
    this.settings = Objects.requireNonNull(settings);
    this.http = Objects.requireNonNull(http);
    this.token = Objects.requireNonNull(token);
    this.authorization = Secrets.scheme("Splunk", token);
  }

  @Override
  public boolean knowsRepeats() {
    return false;
  }

  @Override
  public Merging merging() {
    return Merging.NOTHING;
  }

  @Override
  public boolean handsOnRecords() {
    return settings.withFinding();
  }

  @Override
  public CompletableFuture<Outcome<Done>> send(Message message) {
    var call =
        HttpCall.of("POST", settings.collector().resolve(PATH))
            .body("application/json", Answers.bytes(event(message)));
    return Credentials.of(authorization)
        .thenCompose(
            value ->
                value.isDone() ? post(call, value.value()) : completedFuture(value.<Done>failed()))
        .exceptionally(
            failure -> Outcome.unclear(call + " failed: " + failure.getClass().getSimpleName()));
  }

  private ObjectNode event(Message message) {
    var notice = message.notice();
    var event = JsonNodeFactory.instance.objectNode();
    long millis = notice.getChangedAt() > 0 ? notice.getChangedAt() : notice.getArrivedAt();
    if (millis > 0) {
      // As it is: a number of JSON may be written with an exponent, which a collector takes for
      // none.
      event.putRawValue("time", new RawValue(BigDecimal.valueOf(millis, 3).toPlainString()));
    }
    event
        .put("host", settings.host())
        .put("source", settings.source())
        .put("sourcetype", settings.sourcetype());
    settings.index().ifPresent(index -> event.put("index", index));
    event.set(
        "event",
        settings.withFinding() ? MessageRecord.withFinding(message) : MessageRecord.of(message));
    event.set("fields", fields(message, notice));
    return event;
  }

  /** By which events are found without being read. */
  private static ObjectNode fields(Message message, Notice notice) {
    var fields = JsonNodeFactory.instance.objectNode();
    put(fields, "kind", message.kind().name().toLowerCase(Locale.ROOT));
    put(fields, "severity", Change.label(notice.getSeverity()));
    put(fields, "uid", notice.getUid());
    put(fields, "rule", notice.getRule());
    put(fields, "account", notice.getSubject().getAccount());
    put(fields, "region", notice.getSubject().getRegion());
    put(fields, "resource_type", notice.getSubject().getType());
    put(fields, "owner", notice.getSubject().getOwner());
    return fields;
  }

  private static void put(ObjectNode fields, String name, String value) {
    var line = PlainText.line(value, FIELD_CHARACTERS);
    if (!line.isEmpty()) {
      fields.put(name, line);
    }
  }

  private CompletableFuture<Outcome<Done>> post(HttpCall call, String credentials) {
    var sent = http.send(call.with("Authorization", credentials));
    return Answers.to(any -> sent, call, answer -> Secrets.hidden(reason(answer), credentials))
        .thenCombine(sent.handle((answer, failure) -> Optional.ofNullable(answer)), this::judged);
  }

  private Outcome<Done> judged(Outcome<HttpAnswer> outcome, Optional<HttpAnswer> answer) {
    if (answer.isEmpty()) {
      return outcome.failed();
    }
    int status = answer.get().status();
    int code = code(answer.get());
    if (outcome.isDone()) {
      return code == SUCCESS
          ? Outcome.done(Done.DONE)
          : Outcome.unclear("POST " + PATH + " was answered by something else than a collector");
    }
    if (status == 401 || status == 403) {
      token.turnedAway();
    }
    if (BUSY.contains(code)) {
      return Outcome.throttled(outcome.reason(), Answers.retryAfter(answer.get()), true);
    }
    return status == 404 || NOT_SET_SO.contains(code)
        ? Outcome.notDone(outcome.reason())
        : outcome.failed();
  }

  private static int code(HttpAnswer answer) {
    return Answers.json(answer).path("code").asInt(NO_CODE);
  }

  /** Such as {@code Invalid data format (6)}. */
  private static String reason(HttpAnswer answer) {
    var json = Answers.json(answer);
    return json.path("code").isNumber()
        ? PlainText.line(json.path("text").asText(), FIELD_CHARACTERS)
            + " ("
            + json.path("code").asInt()
            + ")"
        : "no answer of a collector";
  }
}

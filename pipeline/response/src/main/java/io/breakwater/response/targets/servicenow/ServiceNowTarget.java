// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.targets.servicenow;

import static java.util.concurrent.CompletableFuture.completedFuture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.response.http.Answers;
import io.breakwater.response.http.Http;
import io.breakwater.response.http.HttpAnswer;
import io.breakwater.response.http.HttpCall;
import io.breakwater.response.message.Category;
import io.breakwater.response.message.Move;
import io.breakwater.response.message.Notice;
import io.breakwater.response.message.Status;
import io.breakwater.response.secret.Secret;
import io.breakwater.response.secret.Secrets;
import io.breakwater.response.targets.Changes;
import io.breakwater.response.targets.Credentials;
import io.breakwater.response.targets.Done;
import io.breakwater.response.targets.Draft;
import io.breakwater.response.targets.Found;
import io.breakwater.response.targets.Marker;
import io.breakwater.response.targets.Outcome;
import io.breakwater.response.targets.PlainText;
import io.breakwater.response.targets.Remote;
import io.breakwater.response.targets.Retired;
import io.breakwater.response.targets.TicketTarget;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Tickets in ServiceNow, by its Table API.
 *
 * <p>A ticket is found again by {@code correlation_id}. What this job has written of it is in
 * {@code correlation_display}, which is written with the fields and the work note in one request.
 * Both must be among what the user of this job may read and write: of a field that it may not write
 * ServiceNow says nothing.
 *
 * @see <a href="https://www.servicenow.com/docs/r/api-reference/rest-apis/c_TableAPI.html">Table
 *     API</a>
 * @see <a
 *     href="https://www.servicenow.com/docs/r/api-reference/rest-api-explorer/inbound-REST-API-rate-limiting.html">Inbound
 *     REST API rate limiting</a>
 */
public final class ServiceNowTarget implements TicketTarget {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int MOST_FOUND = 10;

  /** What is not sent by then is not sent any more, so that it is known when it is over. */
  private static final Duration SENT_WITHIN = Duration.ofSeconds(10);

  private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

  /** A query gives other characters a meaning. */
  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_.-]{1,100}");

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9]{1,64}");

  /** It is said of a user who may not come to the table at all. */
  private static final String NO_RIGHTS = "User Not Authorized";

  private static final String MAKER = "sys_created_by";

  private final ServiceNowSettings settings;
  private final Http http;
  private final Secret authorization;
  private final Duration callTimeout;
  private final Clock clock;

  /**
   * @param authorization the value of the header of that name: {@link Secrets#basic} or {@link
   *     ClientCredentials}
   * @param callTimeout after which nobody waits for an answer
   */
  public ServiceNowTarget(
      ServiceNowSettings settings,
      Http http,
      Secret authorization,
      Duration callTimeout,
      Clock clock) {
    this.settings = Objects.requireNonNull(settings);
    this.http = Objects.requireNonNull(http);
    this.authorization = Objects.requireNonNull(authorization);
    this.callTimeout = Objects.requireNonNull(callTimeout);
    this.clock = Objects.requireNonNull(clock);
  }

  /** With the time that credentials may take, as nothing is sent before they are there. */
  @Override
  public Duration settling() {
    return SENT_WITHIN.plus(callTimeout).plus(settings.searchLag());
  }

  @Override
  public CompletableFuture<Outcome<List<Found>>> find(String key) {
    if (!KEY.matcher(key).matches()) {
      return completedFuture(unfit("a key", key));
    }
    var query = ServiceNowSettings.KEY + "=" + key + "^ORDERBYsys_created_on^ORDERBYnumber";
    var call =
        request(
            "GET",
            table()
                + "?sysparm_query="
                + URLEncoder.encode(query, StandardCharsets.UTF_8)
                + "&sysparm_limit="
                + MOST_FOUND
                + "&sysparm_fields=sys_id,number,"
                + ServiceNowSettings.KEY);
    return call(call).thenApply(outcome -> read(call, outcome, result -> found(result, key)));
  }

  /** A query by a field that the table does not have finds whatever is in it. */
  private Outcome<List<Found>> found(JsonNode result, String key) {
    if (!result.isArray()) {
      return Outcome.notDone("there is no list of records in the answer");
    }
    var found = new ArrayList<Found>();
    for (var row : result) {
      if (!row.path(ServiceNowSettings.KEY).asText().equals(key)) {
        return Outcome.refused(
            "the table "
                + settings.table()
                + " cannot be searched by "
                + ServiceNowSettings.KEY
                + ": what it finds has another");
      }
      found.add(found(row));
    }
    return Outcome.done(found);
  }

  private Found found(JsonNode row) {
    var id = row.path("sys_id").asText();
    var name = row.path("number").asText();
    var url = settings.instance() + "/" + settings.table() + ".do?sys_id=" + id;
    return new Found(id, name.isEmpty() ? id : name, url);
  }

  @Override
  public CompletableFuture<Outcome<Found>> make(Draft draft) {
    if (!KEY.matcher(draft.key()).matches()) {
      return completedFuture(unfit("a key", draft.key()));
    }
    var record = JSON.objectNode();
    settings.fields().forEach(record::put);
    if (!settings.assignmentGroup().isEmpty()) {
      record.put(ServiceNowSettings.GROUP, settings.assignmentGroup());
    }
    say(record, draft.notice());
    record.put(ServiceNowSettings.KEY, draft.key());
    var unmarkable = mark(record, draft);
    if (unmarkable.isPresent()) {
      return completedFuture(Outcome.refused(unmarkable.get()));
    }
    var call =
        request("POST", table() + "?sysparm_fields=sys_id,number")
            .body("application/json", Answers.bytes(record));
    return call(call)
        .thenApply(
            outcome ->
                written(
                    outcome,
                    result ->
                        ID.matcher(result.path("sys_id").asText()).matches()
                            ? Outcome.done(found(result))
                            : Outcome.unclear("there is no sys_id in the answer to " + call)));
  }

  private void say(ObjectNode record, Notice notice) {
    record.put(ServiceNowSettings.TITLE, ServiceNowText.title(notice));
    record.put(ServiceNowSettings.TEXT, ServiceNowText.text(notice));
    var urgency = settings.urgencies().get(notice.getSeverity());
    if (urgency != null) {
      record.put(ServiceNowSettings.URGENCY, urgency);
    }
    var impact = settings.impacts().get(notice.getSeverity());
    if (impact != null) {
      record.put(ServiceNowSettings.IMPACT, impact);
    }
  }

  /** Why it cannot be: a column keeps the start of what is too long for it, and says nothing. */
  private static Optional<String> mark(ObjectNode record, Draft draft) {
    var line = MarkerLine.of(draft.marker());
    record.put(ServiceNowSettings.MARKER, line);
    return line.length() <= MarkerLine.MOST_CHARACTERS
        ? Optional.empty()
        : Optional.of(
            "a position is too long for "
                + ServiceNowSettings.MARKER
                + ": "
                + draft.marker().position());
  }

  @Override
  public CompletableFuture<Outcome<Remote>> read(String id) {
    return get(id, "state,correlation_display", "all", this::remote);
  }

  private Outcome<Remote> remote(JsonNode result) {
    var number = result.path(ServiceNowSettings.STATE).path("value").asText();
    if (number.isEmpty()) {
      return Outcome.notDone("the user of this job may not read the state of a ticket");
    }
    var label = result.path(ServiceNowSettings.STATE).path("display_value").asText(number);
    var status =
        settings
            .state(number)
            .orElseGet(() -> Status.newBuilder().setId(number).setName(label).build());
    var marker = result.path(ServiceNowSettings.MARKER).path("value").asText();
    return Outcome.done(new Remote(status, movesFrom(number), MarkerLine.parse(marker)));
  }

  /** The API tells no ways: any state may be set, and rules of the instance may refuse it. */
  private List<Move> movesFrom(String number) {
    var moves = new ArrayList<Move>();
    for (var state : settings.states()) {
      if (!state.getId().equals(number)) {
        moves.add(
            Move.newBuilder().setId(state.getId()).setName(state.getName()).setTo(state).build());
      }
    }
    return moves;
  }

  @Override
  public CompletableFuture<Outcome<Done>> write(
      String id, Draft draft, List<String> tellings, boolean fields) {
    var record = JSON.objectNode();
    if (fields) {
      say(record, draft.notice());
    }
    if (!tellings.isEmpty()) {
      record.put(ServiceNowSettings.NOTES, ServiceNowText.note(tellings));
    }
    var unmarkable = mark(record, draft);
    return unmarkable.isPresent()
        ? completedFuture(Outcome.refused(unmarkable.get()))
        : patch(id, record, "sys_id", any -> Outcome.done(Done.DONE));
  }

  @Override
  public CompletableFuture<Outcome<Done>> move(String id, Move move, Marker marker) {
    var record = JSON.objectNode();
    if (move.getTo().getCategory() == Category.DONE) {
      settings.fieldsWhenDone().forEach(record::put);
    }
    record.put(ServiceNowSettings.STATE, move.getId());
    record.put(ServiceNowSettings.MARKER, MarkerLine.of(marker));
    return patch(id, record, ServiceNowSettings.STATE, result -> moved(result, move.getId()));
  }

  /** A field that the user may not write stays as it is, and that is a success to ServiceNow. */
  private static Outcome<Done> moved(JsonNode result, String wanted) {
    var number = result.path(ServiceNowSettings.STATE).asText();
    return number.isEmpty() || number.equals(wanted)
        ? Outcome.done(Done.DONE)
        : Outcome.refused("the state is still " + number + ", as if it may not be set");
  }

  /** With a work note, which is not left again where it stands already. */
  @Override
  public CompletableFuture<Outcome<Done>> link(String id, String predecessor) {
    return nameOf(predecessor)
        .thenCompose(
            name ->
                name.isDone()
                    ? noteOnce(id, "This ticket follows on " + name.value() + ".")
                    : completedFuture(name.failed()));
  }

  private CompletableFuture<Outcome<Done>> noteOnce(String id, String text) {
    return get(
            id,
            ServiceNowSettings.NOTES,
            "true",
            result -> Outcome.done(result.path(ServiceNowSettings.NOTES).asText().contains(text)))
        .thenCompose(
            there -> {
              if (!there.isDone()) {
                return completedFuture(there.failed());
              }
              return there.value()
                  ? completedFuture(Outcome.done(Done.DONE))
                  : patch(id, note(text), "sys_id", any -> Outcome.done(Done.DONE));
            });
  }

  private static ObjectNode note(String text) {
    return JSON.objectNode().put(ServiceNowSettings.NOTES, text);
  }

  /** The number of a ticket; its id where it is gone. */
  private CompletableFuture<Outcome<String>> nameOf(String id) {
    return get(id, "number", "false", result -> Outcome.done(result.path("number").asText(id)))
        .thenApply(name -> name.isMissing() ? Outcome.done("a ticket that is gone, " + id) : name);
  }

  /** Empties the key by which it was found, says why, and cancels it where that is let. */
  @Override
  public CompletableFuture<Outcome<Retired>> retire(String id, String kept) {
    return get(id, ServiceNowSettings.KEY + "," + MAKER, "false", Outcome::done)
        .thenCompose(
            twice ->
                twice.isDone() ? retire(id, kept, twice.value()) : completedFuture(twice.failed()));
  }

  private CompletableFuture<Outcome<Retired>> retire(String id, String kept, JsonNode twice) {
    if (twice.path(ServiceNowSettings.KEY).asText().isEmpty()) {
      return completedFuture(Outcome.done(Retired.OUT_OF_THE_WAY));
    }
    return get(kept, "number," + MAKER, "false", Outcome::done)
        .thenCompose(
            keptOne -> {
              if (!keptOne.isDone()) {
                return completedFuture(keptOne.failed());
              }
              return twice.path(MAKER).equals(keptOne.value().path(MAKER))
                  ? retireFor(id, keptOne.value().path("number").asText(kept))
                  : completedFuture(Outcome.done(Retired.LEFT_TO_PEOPLE));
            });
  }

  private CompletableFuture<Outcome<Retired>> retireFor(String id, String name) {
    var record =
        note("This ticket was made twice. The one that is kept up to date is " + name + ".");
    record.put(ServiceNowSettings.KEY, "");
    var closing = record.deepCopy();
    settings.fieldsWhenDone().forEach(closing::put);
    closing.put(ServiceNowSettings.STATE, settings.retiredState());
    Function<JsonNode, Outcome<Retired>> done = any -> Outcome.done(Retired.OUT_OF_THE_WAY);
    return patch(id, closing, "sys_id", done)
        .thenCompose(
            closed ->
                closed.end() == Outcome.End.REFUSED && !closed.isMissing()
                    ? patch(id, record, "sys_id", done)
                    : completedFuture(closed));
  }

  @Override
  public boolean tellsChanges() {
    return true;
  }

  @Override
  public CompletableFuture<Outcome<Changes>> changes(Instant since, String page) {
    return new ServiceNowChanges(settings, this::call).since(since, page);
  }

  private String table() {
    return "/api/now/table/" + settings.table();
  }

  private static <T> Outcome<T> unfit(String what, String given) {
    return Outcome.refused(what + " has other characters: " + PlainText.line(given, 100));
  }

  private <T> CompletableFuture<Outcome<T>> get(
      String id, String fields, String display, Function<JsonNode, Outcome<T>> judge) {
    if (!ID.matcher(id).matches()) {
      return completedFuture(unfit("a sys_id", id));
    }
    var call =
        request(
            "GET",
            table() + "/" + id + "?sysparm_display_value=" + display + "&sysparm_fields=" + fields);
    return call(call)
        .thenApply(
            outcome ->
                read(
                    call,
                    outcome,
                    result ->
                        result.isObject()
                            ? judge.apply(result)
                            : Outcome.notDone("there is no record in the answer")));
  }

  private <T> CompletableFuture<Outcome<T>> patch(
      String id, ObjectNode record, String fields, Function<JsonNode, Outcome<T>> judge) {
    if (!ID.matcher(id).matches()) {
      return completedFuture(unfit("a sys_id", id));
    }
    var call =
        request("PATCH", table() + "/" + id + "?sysparm_fields=" + fields)
            .body("application/json", Answers.bytes(record));
    return call(call).thenApply(outcome -> written(outcome, judge));
  }

  private HttpCall request(String method, String path) {
    return HttpCall.of(method, URI.create(settings.instance() + path))
        .with("Accept", "application/json");
  }

  static <T> Outcome<T> read(
      HttpCall call, Outcome<HttpAnswer> outcome, Function<JsonNode, Outcome<T>> judge) {
    if (!outcome.isDone()) {
      return outcome.failed();
    }
    var result = Answers.json(outcome.value()).path("result");
    return result.isMissingNode()
        ? Outcome.notDone(call + " was answered with something else than a result")
        : judge.apply(result);
  }

  /** Something in between may answer that all is well, such as a page to log in. */
  private static <T> Outcome<T> written(
      Outcome<HttpAnswer> outcome, Function<JsonNode, Outcome<T>> judge) {
    if (!outcome.isDone()) {
      return outcome.failed();
    }
    var result = Answers.json(outcome.value()).path("result");
    return result.isObject()
        ? judge.apply(result)
        : Outcome.unclear("the answer is something else than a record");
  }

  private CompletableFuture<Outcome<HttpAnswer>> call(HttpCall call) {
    return call(call, "", clock.instant())
        .exceptionally(
            failure -> Outcome.unclear(call + " failed: " + failure.getClass().getSimpleName()));
  }

  /**
   * @param turnedAway credentials that need not be tried once more; empty for none
   */
  private CompletableFuture<Outcome<HttpAnswer>> call(
      HttpCall call, String turnedAway, Instant begun) {
    return Credentials.of(authorization)
        .thenCompose(
            credentials -> {
              if (!credentials.isDone()) {
                return completedFuture(credentials.failed());
              }
              if (credentials.value().equals(turnedAway)) {
                return completedFuture(
                    Outcome.notDone(call + ": the credentials were turned away"));
              }
              if (clock.instant().isAfter(begun.plus(SENT_WITHIN))) {
                return completedFuture(Outcome.notDone(call + ": the credentials came too late"));
              }
              return send(call, credentials.value(), turnedAway.isEmpty(), begun);
            });
  }

  private CompletableFuture<Outcome<HttpAnswer>> send(
      HttpCall call, String credentials, boolean first, Instant begun) {
    var sent = http.send(call.with("Authorization", credentials));
    return sent.handle((answer, failure) -> Optional.ofNullable(answer))
        .thenCompose(
            answer ->
                first && answer.isPresent() && answer.get().status() == 401
                    ? again(call, credentials, begun)
                    : Answers.to(
                            any -> sent, call, told -> Secrets.hidden(reason(told), credentials))
                        .thenApply(outcome -> judged(call, outcome, answer)));
  }

  /** What was turned away may have been replaced meanwhile, for another call. */
  private CompletableFuture<Outcome<HttpAnswer>> again(
      HttpCall call, String turnedAway, Instant begun) {
    return Credentials.of(authorization)
        .thenCompose(
            now -> {
              if (now.isDone() && now.value().equals(turnedAway)) {
                authorization.turnedAway();
              }
              return call(call, turnedAway, begun);
            });
  }

  private Outcome<HttpAnswer> judged(
      HttpCall call, Outcome<HttpAnswer> outcome, Optional<HttpAnswer> answer) {
    if (answer.isEmpty()) {
      return outcome;
    }
    boolean refuses =
        ServiceNowChanges.isOfJournal(call) || (!call.onlyReads() && isOfTicket(answer.get()));
    if (answer.get().status() == 403 && refuses) {
      return Outcome.refused(outcome.reason());
    }
    return outcome.retryAfter().isPresent() && answer.get().header("Retry-After").isEmpty()
        ? Outcome.throttled(
            outcome.reason(), untilReset(answer.get()).orElse(outcome.retryAfter().get()), true)
        : outcome;
  }

  /** A data policy or a business rule refuses by 403 as well, and says so in its own form. */
  private static boolean isOfTicket(HttpAnswer answer) {
    var message = Answers.json(answer).path("error").path("message").asText();
    return !message.isEmpty() && !message.equalsIgnoreCase(NO_RIGHTS);
  }

  private Optional<Duration> untilReset(HttpAnswer answer) {
    return answer
        .header("X-RateLimit-Reset")
        .map(String::strip)
        .filter(seconds -> seconds.matches("\\d{1,11}"))
        .map(seconds -> Instant.ofEpochSecond(Long.parseLong(seconds)))
        .map(reset -> Duration.between(clock.instant(), reset))
        .map(wait -> wait.compareTo(SHORTEST_PAUSE) < 0 ? SHORTEST_PAUSE : wait)
        .map(wait -> wait.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : wait);
  }

  /** Such as {@code Operation Failed: these fields are mandatory}. */
  private static String reason(HttpAnswer answer) {
    var error = Answers.json(answer).path("error");
    var parts = new ArrayList<String>();
    for (var name : List.of("message", "detail")) {
      var part = error.path(name).asText();
      if (!part.isBlank() && !part.equals("null")) {
        parts.add(PlainText.line(part, 300));
      }
    }
    return String.join(": ", parts);
  }
}

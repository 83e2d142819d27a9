// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.targets.jira;

import static java.util.concurrent.CompletableFuture.completedFuture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.response.http.Answers;
import io.breakwater.response.http.Http;
import io.breakwater.response.http.HttpAnswer;
import io.breakwater.response.http.HttpCall;
import io.breakwater.response.message.Category;
import io.breakwater.response.message.Comment;
import io.breakwater.response.message.Move;
import io.breakwater.response.message.Notice;
import io.breakwater.response.message.Seen;
import io.breakwater.response.message.Status;
import io.breakwater.response.notice.Goal;
import io.breakwater.response.secret.Secret;
import io.breakwater.response.targets.Changes;
import io.breakwater.response.targets.Done;
import io.breakwater.response.targets.Draft;
import io.breakwater.response.targets.Found;
import io.breakwater.response.targets.Marker;
import io.breakwater.response.targets.Outcome;
import io.breakwater.response.targets.Remote;
import io.breakwater.response.targets.Retired;
import io.breakwater.response.targets.TicketTarget;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;

/**
 * Tickets in Jira Cloud, by its REST API v3.
 *
 * <p>A ticket is found again by a label, in a search that may lag behind. What this job has written
 * of it is in the entity property {@code breakwater}, which is written with the fields and the
 * comment in one request, and read with the ticket, which does not lag.
 *
 * @see <a href="https://developer.atlassian.com/cloud/jira/platform/rest/v3/intro/">The Jira Cloud
 *     platform REST API</a>
 * @see <a href="https://developer.atlassian.com/cloud/jira/platform/search-and-reconcile">Search
 *     and reconcile</a>
 */
public final class JiraTarget implements TicketTarget {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String PROPERTY = "breakwater";
  private static final String PER_ISSUE = "jira-per-issue-on-write";
  private static final int MOST_FOUND = 10;
  private static final int MOST_CHANGED = 100;
  private static final String KEY_PREFIX = "bw-";

  /** Far longer than any that a stream has. */
  private static final Pattern POSITION = Pattern.compile("\\d{0,200}");

  private static final Set<String> GOALS = Set.of(Goal.OPEN.name(), Goal.DONE.name());

  /** Such as 2026-11-27T10:15:30.000+0000. */
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxx", Locale.ROOT);

  private final JiraSettings settings;
  private final Http http;
  private final Secret authorization;
  private final Duration callTimeout;
  private final Clock clock;
  private volatile String accountId;

  /**
   * @param authorization the value of the header of that name, such as {@code Basic …}
   * @param callTimeout after which nobody waits for an answer
   */
  public JiraTarget(
      JiraSettings settings, Http http, Secret authorization, Duration callTimeout, Clock clock) {
    this.settings = Objects.requireNonNull(settings);
    this.http = Objects.requireNonNull(http);
    this.authorization = Objects.requireNonNull(authorization);
    this.callTimeout = Objects.requireNonNull(callTimeout);
    this.clock = Objects.requireNonNull(clock);
  }

  @Override
  public Duration settling() {
    return callTimeout.plus(settings.searchLag());
  }

  @Override
  public CompletableFuture<Outcome<List<Found>>> find(String key) {
    var query = JSON.objectNode();
    query.put("jql", "labels = \"" + key + "\" ORDER BY created ASC").put("maxResults", MOST_FOUND);
    query.putArray("fields").add("created");
    return call(post("/search/jql", query).reading())
        .thenApply(
            outcome ->
                outcome.map(
                    answer -> {
                      var found = new ArrayList<Found>();
                      Answers.json(answer).path("issues").forEach(issue -> found.add(found(issue)));
                      return found;
                    }));
  }

  @Override
  public CompletableFuture<Outcome<Found>> make(Draft draft) {
    var issue = JSON.objectNode();
    var fields = issue.putObject("fields");
    settings.fields().forEach(fields::set);
    fields.putObject("project").put("key", settings.project());
    fields.putObject("issuetype").put("name", settings.issueType());
    say(fields, draft.notice());
    fields.putArray("labels").add(settings.label()).add(draft.key());
    mark(issue, draft.marker());
    return call(post("/issue", issue))
        .thenApply(outcome -> outcome.map(answer -> found(Answers.json(answer))));
  }

  private void say(ObjectNode fields, Notice notice) {
    fields.put("summary", JiraText.summary(notice));
    fields.set("description", JiraText.description(notice));
    var priority = settings.priorities().get(notice.getSeverity());
    if (priority != null) {
      fields.putObject("priority").put("name", priority);
    }
  }

  private static void mark(ObjectNode issue, Marker marker) {
    var property = issue.putArray("properties").addObject().put("key", PROPERTY);
    var value = property.putObject("value");
    value
        .put("position", marker.position())
        .put("revision", marker.revision())
        .put("goal", marker.goal().name())
        .put("status", marker.status());
    var remarks = value.putArray("remarks");
    marker.remarks().forEach(remarks::add);
  }

  private Found found(JsonNode issue) {
    var name = issue.path("key").asText();
    return new Found(
        issue.path("id").asText(), name, settings.site().resolve("/browse/" + name).toString());
  }

  @Override
  public CompletableFuture<Outcome<Remote>> read(String id) {
    return call(request(
            "GET", issue(id) + "?fields=status&expand=transitions&properties=" + PROPERTY))
        .thenCompose(outcome -> outcome.isMissing() ? missing(outcome) : completedFuture(outcome))
        .thenApply(outcome -> outcome.map(answer -> remote(Answers.json(answer))));
  }

  /**
   * What may not be seen is said not to be there, also to whom Jira does not know by these
   * credentials any more: so a ticket is taken for gone only where the project can be seen.
   *
   * @see <a
   *     href="https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-projects/">Get
   *     project</a>
   */
  private CompletableFuture<Outcome<HttpAnswer>> missing(Outcome<HttpAnswer> outcome) {
    return call(request("GET", "/project/" + settings.project()))
        .thenApply(
            project -> {
              if (project.isDone()) {
                return outcome;
              }
              authorization.turnedAway();
              return Outcome.notDone(outcome.reason() + "; " + project.reason());
            });
  }

  private static Remote remote(JsonNode issue) {
    var moves = new ArrayList<Move>();
    issue
        .path("transitions")
        .forEach(
            transition ->
                moves.add(
                    Move.newBuilder()
                        .setId(transition.path("id").asText())
                        .setName(transition.path("name").asText())
                        .setTo(status(transition.path("to")))
                        .build()));
    return new Remote(
        status(issue.path("fields").path("status")),
        moves,
        marker(issue.path("properties").path(PROPERTY)));
  }

  private static Status status(JsonNode status) {
    return Status.newBuilder()
        .setId(status.path("id").asText())
        .setName(status.path("name").asText())
        .setCategory(category(status.path("statusCategory").path("key").asText()))
        .build();
  }

  private static Category category(String key) {
    switch (key) {
      case "new":
        return Category.TO_DO;
      case "indeterminate":
        return Category.IN_PROGRESS;
      case "done":
        return Category.DONE;
      default:
        return Category.NO_CATEGORY;
    }
  }

  /** Whoever may edit an issue may write there as well: what this job cannot read says nothing. */
  private static Marker marker(JsonNode property) {
    var position = property.path("position").asText();
    var goal = property.path("goal").asText(Goal.OPEN.name());
    boolean isOurs =
        property.isObject() && POSITION.matcher(position).matches() && GOALS.contains(goal);
    if (!isOurs) {
      return Marker.NONE;
    }
    var remarks = new ArrayList<String>();
    property.path("remarks").forEach(key -> remarks.add(key.asText()));
    return new Marker(position, property.path("revision").asText(), Goal.valueOf(goal), remarks)
        .in(property.path("status").asText());
  }

  @Override
  public CompletableFuture<Outcome<Done>> write(
      String id, Draft draft, List<String> tellings, boolean fields) {
    var edit = JSON.objectNode();
    if (fields) {
      say(edit.putObject("fields"), draft.notice());
    }
    if (!tellings.isEmpty()) {
      comment(edit.putObject("update"), tellings);
    }
    mark(edit, draft.marker());
    return done(call(put(issue(id), edit)));
  }

  private static void comment(ObjectNode update, List<String> paragraphs) {
    update
        .putArray("comment")
        .addObject()
        .putObject("add")
        .set("body", JiraText.comment(paragraphs));
  }

  @Override
  public CompletableFuture<Outcome<Done>> move(String id, Move move, Marker marker) {
    var transition = JSON.objectNode();
    transition.putObject("transition").put("id", move.getId());
    if (move.getTo().getCategory() == Category.DONE && !settings.fieldsWhenDone().isEmpty()) {
      var fields = transition.putObject("fields");
      settings.fieldsWhenDone().forEach(fields::set);
    }
    mark(transition, marker);
    return done(call(post(issue(id) + "/transitions", transition)));
  }

  @Override
  public CompletableFuture<Outcome<Done>> link(String id, String predecessor) {
    var link = JSON.objectNode();
    link.putObject("type").put("name", settings.linkType());
    link.putObject("inwardIssue").put("id", predecessor);
    link.putObject("outwardIssue").put("id", id);
    return done(call(post("/issueLink", link)));
  }

  /** Takes away the label by which it was found, says why, and closes it if that goes at once. */
  @Override
  public CompletableFuture<Outcome<Retired>> retire(String id, String kept) {
    return fields(kept, "creator")
        .thenCompose(
            keptOne ->
                keptOne.isDone()
                    ? fields(id, "creator,labels")
                        .thenCompose(
                            twice ->
                                twice.isDone()
                                    ? retire(id, kept, twice.value(), keptOne.value())
                                    : completedFuture(twice.failed()))
                    : completedFuture(keptOne.failed()));
  }

  private CompletableFuture<Outcome<JsonNode>> fields(String id, String names) {
    return call(request("GET", issue(id) + "?fields=" + names))
        .thenApply(outcome -> outcome.map(answer -> Answers.json(answer).path("fields")));
  }

  private static JsonNode maker(JsonNode fields) {
    return fields.path("creator").path("accountId");
  }

  private CompletableFuture<Outcome<Retired>> retire(
      String id, String kept, JsonNode twice, JsonNode keptOne) {
    if (!maker(twice).equals(maker(keptOne))) {
      return completedFuture(Outcome.done(Retired.LEFT_TO_PEOPLE));
    }
    return read(id)
        .thenCompose(
            remote ->
                remote.isDone()
                    ? retire(id, kept, remote.value(), twice.path("labels"))
                    : completedFuture(remote.failed()));
  }

  private CompletableFuture<Outcome<Retired>> retire(
      String id, String kept, Remote remote, JsonNode labels) {
    var edit = JSON.objectNode();
    var update = edit.putObject("update");
    comment(
        update,
        List.of(
            "This ticket was made twice. The one that is kept up to date has the id "
                + kept
                + "."));
    var removals = update.putArray("labels");
    for (var label : labels) {
      if (label.asText().startsWith(KEY_PREFIX)) {
        removals.addObject().put("remove", label.asText());
      }
    }
    var closing =
        remote.moves().stream()
            .filter(move -> move.getTo().getCategory() == Category.DONE)
            .findFirst();
    return done(call(put(issue(id), edit)))
        .thenCompose(
            edited ->
                edited.isDone() && closing.isPresent()
                    ? move(id, closing.get(), remote.marker()).thenApply(moved -> edited)
                    : completedFuture(edited))
        .thenApply(edited -> edited.map(any -> Retired.OUT_OF_THE_WAY));
  }

  @Override
  public boolean tellsChanges() {
    return true;
  }

  @Override
  public CompletableFuture<Outcome<Changes>> changes(Instant since, String page) {
    return myself()
        .thenCompose(
            self ->
                self.isDone()
                    ? changes(since, page, self.value())
                    : completedFuture(self.failed()));
  }

  /** The account of this job, whose own comments are no news. */
  private CompletableFuture<Outcome<String>> myself() {
    var known = accountId;
    if (known != null) {
      return completedFuture(Outcome.done(known));
    }
    return call(request("GET", "/myself"))
        .thenApply(
            outcome ->
                outcome.map(
                    answer -> {
                      accountId = Answers.json(answer).path("accountId").asText();
                      return accountId;
                    }));
  }

  private CompletableFuture<Outcome<Changes>> changes(Instant since, String page, String self) {
    long minutes = Math.max(1, Duration.between(since, clock.instant()).toMinutes() + 1);
    var query = JSON.objectNode();
    query
        .put(
            "jql",
            "project = "
                + settings.project()
                + " AND labels = \""
                + settings.label()
                + "\" AND updated >= -"
                + minutes
                + "m ORDER BY created ASC")
        .put("maxResults", MOST_CHANGED);
    query.putArray("fields").add("status").add("labels").add("comment");
    if (!page.isEmpty()) {
      query.put("nextPageToken", page);
    }
    return call(post("/search/jql", query).reading())
        .thenApply(outcome -> outcome.map(answer -> changed(Answers.json(answer), self)));
  }

  private static Changes changed(JsonNode answer, String self) {
    var tickets = new LinkedHashMap<String, Seen>();
    for (var issue : answer.path("issues")) {
      var fields = issue.path("fields");
      var seen =
          Seen.newBuilder()
              .setId(issue.path("id").asText())
              .setStatus(status(fields.path("status")));
      for (var comment : fields.path("comment").path("comments")) {
        if (!comment.path("author").path("accountId").asText().equals(self)) {
          seen.addComments(comment(comment));
        }
      }
      for (var label : fields.path("labels")) {
        if (label.asText().startsWith(KEY_PREFIX)) {
          tickets.put(label.asText(), seen.build());
        }
      }
    }
    return new Changes(tickets, answer.path("nextPageToken").asText(null));
  }

  private static Comment comment(JsonNode comment) {
    return Comment.newBuilder()
        .setId(comment.path("id").asText())
        .setAuthor(comment.path("author").path("displayName").asText())
        .setText(JiraText.plain(comment.path("body")))
        .setAt(
            OffsetDateTime.parse(comment.path("created").asText(), TIME).toInstant().toEpochMilli())
        .build();
  }

  private static String issue(String id) {
    return "/issue/" + id;
  }

  private HttpCall post(String path, JsonNode body) {
    return request("POST", path).body("application/json", Answers.bytes(body));
  }

  private HttpCall put(String path, JsonNode body) {
    return request("PUT", path).body("application/json", Answers.bytes(body));
  }

  private HttpCall request(String method, String path) {
    return HttpCall.of(method, URI.create(settings.site() + "/rest/api/3" + path))
        .with("Accept", "application/json");
  }

  private static CompletableFuture<Outcome<Done>> done(
      CompletableFuture<Outcome<HttpAnswer>> call) {
    return call.thenApply(outcome -> outcome.map(answer -> Done.DONE));
  }

  private CompletableFuture<Outcome<HttpAnswer>> call(HttpCall call) {
    return authorization
        .value()
        .thenCompose(
            value -> Answers.to(http, call.with("Authorization", value), JiraTarget::reason))
        .exceptionally(failure -> Outcome.notDone("no credentials: " + failure.getMessage()))
        .thenApply(this::judged);
  }

  /** Limits of one ticket are its own affair; wrong credentials everybody's. */
  private Outcome<HttpAnswer> judged(Outcome<HttpAnswer> outcome) {
    if (outcome.reason().contains(" was answered 401")) {
      authorization.turnedAway();
    }
    return outcome.retryAfter().isPresent() && outcome.reason().contains(PER_ISSUE)
        ? Outcome.throttled(outcome.reason(), outcome.retryAfter().get(), false)
        : outcome;
  }

  /** Such as {@code summary: You must specify a summary of the issue.} */
  private static String reason(HttpAnswer answer) {
    var parts = new ArrayList<String>();
    answer.header("RateLimit-Reason").ifPresent(parts::add);
    var json = Answers.json(answer);
    json.path("errorMessages").forEach(message -> parts.add(message.asText()));
    json.path("errors")
        .properties()
        .forEach(error -> parts.add(error.getKey() + ": " + error.getValue().asText()));
    return String.join("; ", parts);
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.breakwater.fakes.jira;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.fakes.Answer;
import io.breakwater.fakes.Call;
import io.breakwater.fakes.FakeService;
import io.breakwater.fakes.Refusal;
import io.breakwater.fakes.Routes;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Jira Cloud's REST API, version 3, as far as one ticket per exposure needs it. What it holds its
 * callers to:
 *
 * <ul>
 *   <li>Basic authentication with an account's email address and API token, else 401.
 *   <li>Issues: the fields of the site's screens and what they may hold, descriptions and comments
 *       in Atlassian Document Format; all faults of a request are named at once, and an edit is
 *       done whole or not at all (<a
 *       href="https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/">issues</a>).
 *   <li>The search is behind: what was written is found after a lag, but for the issues that are
 *       reconciled, 50 at most (<a
 *       href="https://developer.atlassian.com/cloud/jira/platform/search-and-reconcile/">search and
 *       reconcile</a>). Reading an issue by its id or key is not. A query must restrict what it
 *       searches; fields come only if asked for; the search that was before is gone (410).
 *   <li>A status changes only along the transitions of the workflow. On the way to a finished
 *       status the issue gets a resolution, and loses it on the way back.
 *   <li>Writes to one issue: 20 in 2 seconds and 100 in 30, then 429 with {@code Retry-After} and
 *       {@code RateLimit-Reason} (<a
 *       href="https://developer.atlassian.com/cloud/jira/platform/rate-limiting/">rate
 *       limiting</a>).
 *   <li>A remote link with a {@code globalId} that is there is replaced (<a
 *       href="https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-remote-links/">remote
 *       links</a>).
 *   <li>Nothing makes the creation of an issue idempotent.
 * </ul>
 */
public final class FakeJira implements FakeService {
  private static final int USUAL_COMMENTS = 100;
  private static final DateTimeFormatter RESET =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private record Request(Call call, Account caller, Instant now) {}

  private final Site site;
  private final Issues issues;
  private final FieldRules rules;
  private final Edits edits;
  private final Search search;
  private final WriteLimit limit = new WriteLimit();
  private final Routes<Request> routes = routes();
  private final Map<String, Integer> lastNumber = new HashMap<>();
  private long lastIssue = 9_999;
  private Instant latest = Instant.EPOCH;

  /**
   * @param lag how far the search is behind
   */
  public FakeJira(Site site, SearchLag lag) {
    this.site = site;
    this.issues = new Issues(lag);
    this.rules = new FieldRules(site);
    this.edits = new Edits(site, issues, rules);
    this.search = new Search(site, issues);
  }

  @Override
  public synchronized Answer answer(Call call, Instant now) {
    latest = now.isAfter(latest) ? now : latest;
    try {
      return routes.answer(call, new Request(call, caller(call), now));
    } catch (Refusal refusal) {
      return refusal.answer();
    }
  }

  @Override
  public Answer throttled(Call call, Duration retryAfter, Instant now) {
    return tooMany(retryAfter, now, "jira-burst-based", 100);
  }

  @Override
  public Answer broken(Call call) {
    return Faults.answer(500, "Something went wrong on our side.");
  }

  // What a person does.

  /**
   * A person puts an issue into another status, by whichever ways that takes, at the latest time
   * known.
   */
  public synchronized void personMoves(String key, String statusName) {
    personMoves(key, statusName, latest);
  }

  /** A person puts an issue into another status, by whichever ways that takes. */
  public synchronized void personMoves(String key, String statusName, Instant at) {
    var status =
        site.workflow()
            .named(statusName)
            .orElseThrow(
                () -> new IllegalArgumentException("The workflow has no status " + statusName));
    edits.edit(
        existing(key),
        Site.PERSON.id(),
        at,
        ticket -> edits.arrive(ticket, status, Optional.empty()));
  }

  /** A person comments on an issue at the latest time known. */
  public synchronized void personComments(String key, String text) {
    personComments(key, text, latest);
  }

  /** A person comments on an issue. */
  public synchronized void personComments(String key, String text, Instant at) {
    var person = Site.PERSON.id();
    edits.edit(
        existing(key),
        person,
        at,
        ticket -> edits.comment(ticket, person, Adf.document(text), Map.of(), at));
  }

  /**
   * A person sets a field.
   *
   * @param value in Jira's form
   * @throws IllegalArgumentException if the field does not take it
   */
  public synchronized void personSets(String key, String field, JsonNode value, Instant at) {
    var faults = new Faults();
    var read = rules.read(Map.of(field, value), faults);
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException("Field " + field + " does not take " + value);
    }
    edits.edit(existing(key), Site.PERSON.id(), at, ticket -> read.forEach(ticket::set));
  }

  /** A person clones an issue at the latest time known: fields go along, labels among them. */
  public synchronized String personClones(String key) {
    var original = existing(key);
    int number = lastNumber.merge(original.project, 1, Integer::sum);
    lastIssue++;
    var clone =
        new Ticket(
            lastIssue,
            original.project + "-" + number,
            original.project,
            original.issueType,
            site.workflow().initial().id(),
            Site.PERSON.id(),
            latest);
    clone.fields.putAll(original.fields);
    issues.put(clone, latest);
    return clone.key;
  }

  /** A person deletes an issue; the search finds it for a while yet. */
  public synchronized void delete(String key) {
    delete(key, latest);
  }

  /** A person deletes an issue; the search finds it for a while yet. */
  public synchronized void delete(String key, Instant at) {
    issues.remove(existing(key), at);
  }

  // What a test sees.

  /** All that are not deleted, the oldest first, as they stand now. */
  public synchronized List<Issue> issues() {
    return issues.all().stream().map(this::view).toList();
  }

  /** As it stands now. */
  public synchronized Optional<Issue> issue(String idOrKey) {
    return issues.find(idOrKey).map(this::view);
  }

  private Issue view(Ticket ticket) {
    var status = site.workflow().status(ticket.status);
    var remote = new TreeMap<String, String>();
    ticket.remoteLinks.forEach(
        (id, link) -> remote.put(id, link.said().path("object").path("url").asText()));
    return new Issue(
        Long.toString(ticket.id),
        ticket.key,
        ticket.project,
        ticket.issueType,
        ticket.field("summary").map(JsonNode::asText).orElse(""),
        ticket.field("description").map(Adf::text).orElse(""),
        status.name(),
        status.category().key(),
        ticket.resolution,
        ticket.field("priority").map(JsonNode::asText).orElse(""),
        List.copyOf(ticket.labels()),
        Map.copyOf(ticket.fields),
        Map.copyOf(ticket.properties),
        ticket.comments.stream()
            .map(
                comment ->
                    new Issue.Comment(
                        Long.toString(comment.id()),
                        comment.author(),
                        comment.at(),
                        Adf.text(comment.body())))
            .toList(),
        ticket.links.stream()
            .map(link -> new Issue.Link(link.type(), link.outward(), link.other()))
            .toList(),
        Collections.unmodifiableMap(remote),
        ticket.history.stream()
            .map(
                change ->
                    new Issue.Change(
                        change.author(), change.at(), change.field(), change.from(), change.to()))
            .toList(),
        ticket.creator,
        ticket.created,
        ticket.updated);
  }

  // What the API does.

  private Routes<Request> routes() {
    var issue = "/rest/api/3/issue/{issue}";
    return new Routes<Request>(
            call -> Faults.answer(404, "There is nothing at " + call.path() + "."),
            call -> Faults.answer(405, call.method() + " is not allowed on " + call.path() + "."))
        .on("GET", "/rest/api/3/myself", (request, parts) -> myself(request))
        .on("GET", "/rest/api/3/project/{project}", (request, parts) -> seen(parts.get(0)))
        .on("POST", "/rest/api/3/issue", (request, parts) -> create(request))
        .on("GET", issue, (request, parts) -> read(request, parts.get(0)))
        .on("PUT", issue, (request, parts) -> update(request, parts.get(0)))
        .on("GET", issue + "/changelog", (request, parts) -> changelog(request, parts.get(0)))
        .on("GET", issue + "/transitions", (request, parts) -> transitions(request, parts.get(0)))
        .on("POST", issue + "/transitions", (request, parts) -> transition(request, parts.get(0)))
        .on("GET", issue + "/comment", (request, parts) -> comments(request, parts.get(0)))
        .on("POST", issue + "/comment", (request, parts) -> addComment(request, parts.get(0)))
        .on("GET", issue + "/remotelink", (request, parts) -> remoteLinks(request, parts.get(0)))
        .on("POST", issue + "/remotelink", (request, parts) -> linkRemote(request, parts.get(0)))
        .on("GET", issue + "/properties", (request, parts) -> propertyKeys(request, parts.get(0)))
        .on(
            "GET",
            issue + "/properties/{key}",
            (request, parts) -> property(parts.get(0), parts.get(1)))
        .on(
            "PUT",
            issue + "/properties/{key}",
            (request, parts) -> setProperty(request, parts.get(0), parts.get(1)))
        .on("POST", "/rest/api/3/issueLink", (request, parts) -> link(request))
        .on(
            "POST",
            "/rest/api/3/search/jql",
            (request, parts) -> search(request, Given.body(request.call())))
        .on(
            "GET",
            "/rest/api/3/search/jql",
            (request, parts) -> search(request, Search.body(request.call())))
        .on("GET", "/rest/api/3/search", (request, parts) -> gone())
        .on("POST", "/rest/api/3/search", (request, parts) -> gone())
        .on("GET", "/rest/api/2/search", (request, parts) -> gone())
        .on("POST", "/rest/api/2/search", (request, parts) -> gone());
  }

  private Account caller(Call call) {
    var given = call.basicCredentials().orElse("");
    return site.accounts().stream()
        .filter(account -> given.equals(account.email() + ":" + account.token()))
        .findFirst()
        .orElseThrow(
            () ->
                new Refusal(
                    Faults.answer(401, "The caller must authenticate with a known account.")
                        .with("WWW-Authenticate", "Basic realm=\"Jira\"")));
  }

  private Answer myself(Request request) {
    return Answer.json(200, beans(request).account(request.caller()));
  }

  private Answer create(Request request) {
    var body = Given.body(request.call());
    var faults = new Faults();
    var given = Given.object(body, "fields");
    var project = project(given.path("project"));
    if (project.isEmpty()) {
      faults.add("project", "There is no such project, or none was named.");
    }
    var type = FieldRules.named(given.path("issuetype"), site.issueTypes());
    if (type.isEmpty()) {
      faults.add("issuetype", "There is no such issue type in this project, or none was named.");
    }
    var read = rules.read(Given.without(given, "project", "issuetype"), faults);
    rules.checkRequired(read.keySet(), faults);
    var properties = Given.properties(body.path("properties"));
    faults.check();

    int number = lastNumber.getOrDefault(project.get(), 0) + 1;
    var ticket =
        new Ticket(
            lastIssue + 1,
            project.get() + "-" + number,
            project.get(),
            type.get(),
            site.workflow().initial().id(),
            request.caller().id(),
            request.now());
    if (site.isOnScreen("priority")) {
      var middle = site.priorities().get(site.priorities().size() / 2);
      ticket.set("priority", Optional.of(Beans.object().textNode(middle)));
    }
    read.forEach(ticket::set);
    ticket.properties.putAll(properties);
    edits.operate(
        ticket, Given.object(body, "update"), request.caller().id(), request.now(), faults);
    faults.check();

    lastIssue++;
    lastNumber.put(project.get(), number);
    issues.put(ticket, request.now());
    return Answer.json(201, beans(request).reference(ticket));
  }

  private Answer read(Request request, String issue) {
    return Answer.json(
        200, bean(request, visible(issue), Given.list(request.call(), "fields", "*all")));
  }

  private ObjectNode bean(Request request, Ticket ticket, List<String> fields) {
    var beans = beans(request);
    var bean = beans.reference(ticket);
    bean.set("fields", beans.fields(ticket, fields, true));
    var properties = Given.list(request.call(), "properties", "");
    if (!properties.isEmpty()) {
      bean.set("properties", beans.properties(ticket, properties));
    }
    var expand = Given.list(request.call(), "expand", "");
    if (expand.contains("changelog")) {
      bean.set("changelog", beans.changelog(ticket));
    }
    if (expand.contains("transitions")) {
      var transitions = bean.putArray("transitions");
      site.workflow()
          .from(ticket)
          .forEach(transition -> transitions.add(beans.transition(transition, false)));
    }
    return bean;
  }

  /** Here the oldest change comes first. */
  private Answer changelog(Request request, String issue) {
    var histories = beans(request).histories(visible(issue));
    var page =
        Beans.object()
            .put("startAt", 0)
            .put("maxResults", Math.max(100, histories.size()))
            .put("total", histories.size())
            .put("isLast", true);
    var values = page.putArray("values");
    for (int i = histories.size() - 1; i >= 0; i--) {
      values.add(histories.get(i));
    }
    return Answer.json(200, page);
  }

  private Answer update(Request request, String issue) {
    var before = visible(issue);
    countWrite(before, request);
    var body = Given.body(request.call());
    var faults = new Faults();
    var given = Given.object(body, "fields");
    var read = rules.read(Given.without(given), faults);
    var operations = Given.object(body, "update");
    operations
        .fieldNames()
        .forEachRemaining(
            field -> {
              if (given.has(field)) {
                faults.add(field, "Field '" + field + "' is both set and changed by operations.");
              }
            });
    var properties = Given.properties(body.path("properties"));
    var after =
        edits.edit(
            before,
            request.caller().id(),
            request.now(),
            ticket -> {
              read.forEach(ticket::set);
              edits.operate(ticket, operations, request.caller().id(), request.now(), faults);
              ticket.properties.putAll(properties);
              faults.check();
            });
    return request.call().parameter("returnIssue").orElse("").equals("true")
        ? Answer.json(200, bean(request, after, List.of("*all")))
        : Answer.empty(204);
  }

  private Answer transitions(Request request, String issue) {
    var beans = beans(request);
    boolean withFields = Given.list(request.call(), "expand", "").contains("transitions.fields");
    var body = Beans.object().put("expand", "transitions");
    var transitions = body.putArray("transitions");
    site.workflow()
        .from(visible(issue))
        .forEach(transition -> transitions.add(beans.transition(transition, withFields)));
    return Answer.json(200, body);
  }

  private Answer transition(Request request, String issue) {
    var before = visible(issue);
    countWrite(before, request);
    var body = Given.body(request.call());
    var id = body.path("transition").path("id").asText();
    if (id.isEmpty()) {
      throw Faults.refusal(400, "The request names no transition.");
    }
    var transition =
        site.workflow().from(before).stream()
            .filter(possible -> possible.id().equals(id))
            .findFirst()
            .orElseThrow(
                () ->
                    Faults.refusal(
                        400,
                        "Transition "
                            + id
                            + " is not valid for "
                            + before.key
                            + " in its present status."));
    var faults = new Faults();
    var given = Given.object(body, "fields");
    for (var field : Given.without(given).keySet()) {
      if (!transition.screen().contains(field)) {
        faults.add(field, FieldRules.notOnScreen(field));
      }
    }
    for (var field : transition.required()) {
      if (!given.hasNonNull(field)) {
        faults.add(field, "Field '" + field + "' is required for this transition.");
      }
    }
    var resolution = FieldRules.named(given.path("resolution"), site.resolutions());
    if (given.has("resolution") && resolution.isEmpty()) {
      faults.add("resolution", "There is no such resolution here.");
    }
    var read = rules.read(Given.without(given, "resolution"), faults);
    edits.edit(
        before,
        request.caller().id(),
        request.now(),
        ticket -> {
          read.forEach(ticket::set);
          edits.operate(
              ticket, Given.object(body, "update"), request.caller().id(), request.now(), faults);
          ticket.properties.putAll(Given.properties(body.path("properties")));
          faults.check();
          edits.arrive(ticket, site.workflow().status(transition.to()), resolution);
        });
    return Answer.empty(204);
  }

  private Answer comments(Request request, String issue) {
    var ticket = visible(issue);
    var comments = new ArrayList<>(ticket.comments);
    if (request.call().parameter("orderBy").orElse("").equals("-created")) {
      Collections.reverse(comments);
    }
    int from = Math.min(Given.number(request.call(), "startAt", 0), comments.size());
    int most = Given.number(request.call(), "maxResults", USUAL_COMMENTS);
    boolean withProperties = Given.list(request.call(), "expand", "").contains("properties");
    var page =
        Beans.object().put("startAt", from).put("maxResults", most).put("total", comments.size());
    var beans = beans(request);
    var values = page.putArray("comments");
    comments.stream()
        .skip(from)
        .limit(most)
        .forEach(comment -> values.add(beans.comment(ticket, comment, withProperties)));
    return Answer.json(200, page);
  }

  private Answer addComment(Request request, String issue) {
    var before = visible(issue);
    countWrite(before, request);
    var body = Given.body(request.call());
    var faults = new Faults();
    FieldRules.checkDocument("comment", body.path("body"), faults);
    faults.check();
    var properties = Given.properties(body.path("properties"));
    var author = request.caller().id();
    var after =
        edits.edit(
            before,
            author,
            request.now(),
            ticket -> edits.comment(ticket, author, body.path("body"), properties, request.now()));
    var added = after.comments.get(after.comments.size() - 1);
    return Answer.json(201, beans(request).comment(after, added, false));
  }

  private Answer remoteLinks(Request request, String issue) {
    var ticket = visible(issue);
    var beans = beans(request);
    var wanted = request.call().parameter("globalId");
    if (wanted.isPresent()) {
      var link = Optional.ofNullable(ticket.remoteLinks.get(wanted.get()));
      return link.map(found -> Answer.json(200, beans.remoteLink(ticket, found)))
          .orElseThrow(() -> Faults.refusal(404, "There is no remote link of this global id."));
    }
    var links = Beans.object().arrayNode();
    ticket.remoteLinks.values().forEach(link -> links.add(beans.remoteLink(ticket, link)));
    return Answer.json(200, links);
  }

  private Answer linkRemote(Request request, String issue) {
    var before = visible(issue);
    countWrite(before, request);
    var body = Given.body(request.call());
    var faults = new Faults();
    for (var field : List.of("url", "title")) {
      if (body.path("object").path(field).asText().isBlank()) {
        faults.add(field, "A remote link needs a " + field + ".");
      }
    }
    if (body.path("globalId").asText().length() > Given.MOST_KEY) {
      faults.add("globalId", "A global id must not be longer than 255 characters.");
    }
    faults.check();

    long id = edits.nextId();
    var globalId = body.path("globalId").asText();
    var former = Optional.ofNullable(globalId.isEmpty() ? null : before.remoteLinks.get(globalId));
    var link =
        new Ticket.RemoteLink(
            former.map(Ticket.RemoteLink::id).orElse(id), globalId, body.deepCopy());
    edits.edit(
        before,
        request.caller().id(),
        request.now(),
        ticket -> ticket.remoteLinks.put(globalId.isEmpty() ? "#" + id : globalId, link));
    return Answer.json(
        former.isPresent() ? 200 : 201,
        Beans.object()
            .put("id", link.id())
            .put("self", beans(request).self("issue/" + before.id + "/remotelink/" + link.id())));
  }

  private Answer link(Request request) {
    var body = Given.body(request.call());
    var type =
        FieldRules.named(body.path("type"), site.linkTypes())
            .orElseThrow(() -> Faults.refusal(404, "There is no such type of link."));
    var inward = visible(reference(body.path("inwardIssue")));
    var outward = visible(reference(body.path("outwardIssue")));
    if (inward.id == outward.id) {
      throw Faults.refusal(400, "An issue cannot be linked to itself.");
    }
    var faults = new Faults();
    if (body.has("comment")) {
      FieldRules.checkDocument("comment", body.path("comment").path("body"), faults);
    }
    faults.check();
    countWrite(inward, request);
    countWrite(outward, request);

    var author = request.caller().id();
    if (inward.links.stream()
        .noneMatch(
            link ->
                !link.outward() && link.type().equals(type) && link.other().equals(outward.key))) {
      long id = edits.nextId();
      edits.edit(
          inward,
          author,
          request.now(),
          ticket -> ticket.links.add(new Ticket.Link(id, type, false, outward.key)));
      edits.edit(
          outward,
          author,
          request.now(),
          ticket -> ticket.links.add(new Ticket.Link(id, type, true, inward.key)));
    }
    if (body.has("comment")) {
      edits.edit(
          visible(inward.key),
          author,
          request.now(),
          ticket ->
              edits.comment(
                  ticket, author, body.path("comment").path("body"), Map.of(), request.now()));
    }
    return Answer.empty(201);
  }

  private Answer propertyKeys(Request request, String issue) {
    var ticket = visible(issue);
    var body = Beans.object();
    var keys = body.putArray("keys");
    for (var key : ticket.properties.keySet()) {
      keys.addObject()
          .put("self", beans(request).self("issue/" + ticket.id + "/properties/" + key))
          .put("key", key);
    }
    return Answer.json(200, body);
  }

  private Answer property(String issue, String key) {
    var value = visible(issue).properties.get(key);
    if (value == null) {
      throw Faults.refusal(404, "The issue has no property '" + key + "'.");
    }
    var body = Beans.object().put("key", key);
    body.set("value", value);
    return Answer.json(200, body);
  }

  private Answer setProperty(Request request, String issue, String key) {
    var before = visible(issue);
    countWrite(before, request);
    var value =
        request
            .call()
            .json()
            .orElseThrow(() -> Faults.refusal(400, "The value of a property must be JSON."));
    Given.checkProperty(key, value);
    edits.edit(
        before, request.caller().id(), request.now(), ticket -> ticket.properties.put(key, value));
    return Answer.empty(before.properties.containsKey(key) ? 200 : 201);
  }

  private Answer search(Request request, JsonNode body) {
    return Answer.json(200, search.page(body, request.caller(), request.now()));
  }

  private static Answer gone() {
    return Faults.answer(410, "This search is no more: use /rest/api/3/search/jql.");
  }

  // How often an issue may change.

  private void countWrite(Ticket ticket, Request request) {
    if (site.issueWritesLimited()) {
      limit
          .count(ticket.id, request.now())
          .ifPresent(
              wait -> {
                throw new Refusal(tooMany(wait, request.now(), "jira-per-issue-on-write", 20));
              });
    }
  }

  private static Answer tooMany(Duration wait, Instant now, String reason, int most) {
    long seconds = Math.max(1, (wait.toMillis() + 999) / 1000);
    // Written to the minute, so rounded up to the next.
    var reset = now.plusSeconds(seconds).plusSeconds(59).truncatedTo(ChronoUnit.MINUTES);
    return Faults.answer(429, "Too many requests: wait before the next one.")
        .with("Retry-After", Long.toString(seconds))
        .with("RateLimit-Reason", reason)
        .with("X-RateLimit-Limit", Integer.toString(most))
        .with("X-RateLimit-Remaining", "0")
        .with("X-RateLimit-Reset", RESET.format(reset));
  }

  // What a request says.

  private Ticket visible(String issue) {
    return issues
        .find(issue)
        .orElseThrow(
            () -> Faults.refusal(404, "There is no such issue, or the caller may not see it."));
  }

  private Ticket existing(String key) {
    return issues
        .find(key)
        .orElseThrow(() -> new IllegalArgumentException("There is no issue " + key));
  }

  private Beans beans(Request request) {
    return new Beans(site, request.caller().zone());
  }

  private Optional<String> project(JsonNode given) {
    return site.projects().keySet().stream()
        .filter(
            key ->
                key.equals(given.path("key").asText())
                    || site.projectId(key).equals(given.path("id").asText()))
        .findFirst();
  }

  /** A project that its callers may all browse, if there is one. */
  private Answer seen(String project) {
    if (!site.projects().containsKey(project)) {
      throw Faults.refusal(404, "No project could be found with key '" + project + "'.");
    }
    return Answer.json(200, Beans.object().put("id", site.projectId(project)).put("key", project));
  }

  private static String reference(JsonNode issue) {
    return issue.path("key").asText(issue.path("id").asText());
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.breakwater.fakes.servicenow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * ServiceNow's Table API over the incident table, as far as one ticket per exposure needs it. What
 * it holds its callers to:
 *
 * <ul>
 *   <li>Basic authentication, or a bearer token from {@code /oauth_token.do} (client credentials)
 *       that has not run out, else 401.
 *   <li>Records (<a
 *       href="https://www.servicenow.com/docs/r/api-reference/rest-apis/c_TableAPI.html">Table
 *       API</a>): created with 201 and {@code Location}, changed by their sys_id only. A field that
 *       the table does not have is passed over in silence, in a body as in a query; strings are cut
 *       to the length of their column; version 1 answers 404 where a query finds nothing, every
 *       other an empty list.
 *   <li>Incidents: priority follows from impact and urgency and cannot be set; resolving or closing
 *       needs a close code and close notes, else 403; what is closed or cancelled is final; journal
 *       fields take entries, which are read from {@code sys_journal_field}.
 *   <li>Changes: {@code sys_updated_on} is kept in UTC and to the second, and an entry of a journal
 *       moves it as well; {@code X-Total-Count} is the number of all that a query finds.
 *   <li>Requests per hour by the clock and user (<a
 *       href="https://www.servicenow.com/docs/r/api-reference/rest-api-explorer/inbound-REST-API-rate-limiting.html">rate
 *       limiting</a>), if the instance has such a rule: 429 with {@code Retry-After} and {@code
 *       X-RateLimit-*}.
 *   <li>A second record of the same {@code correlation_id} is refused only if the instance has a
 *       unique index.
 * </ul>
 */
public final class FakeServiceNow implements FakeService {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final int USUAL_LIMIT = 10_000;
  private static final int USUAL_HOURLY = 1_000;
  private static final Set<String> JOURNAL_COLUMNS =
      Set.of(
          "sys_id", "name", "element", "element_id", "value", "sys_created_on", "sys_created_by");
  private static final Set<String> FINISHED = Set.of("6", "7");
  private static final Set<String> CLOSED = Set.of("7", "8");
  private static final List<String> COPIED =
      List.of("short_description", "description", "correlation_id", "correlation_display");

  private record Request(Call call, String user, Instant now, String version) {}

  /** A row of the incident table with what came of it. */
  private static final class Row {
    final Instant created;
    final Map<String, String> columns;
    final List<Incident.Change> history = new ArrayList<>();
    Instant updated;

    Row(Instant created, Map<String, String> columns) {
      this.created = created;
      this.updated = created;
      this.columns = columns;
    }
  }

  private final Instance instance;
  private final Columns columns;
  private final Routes<Request> routes = routes();
  private final Ids ids = new Ids();
  private final SignOn signOn;
  private final Optional<RequestLimit> limit;
  private final Map<String, Row> rows = new LinkedHashMap<>();
  private final List<Map<String, String>> journal = new ArrayList<>();
  private final Map<String, List<Incident.Entry>> entries = new HashMap<>();
  private int lastNumber = 10_000;
  private Instant latest = Instant.EPOCH;

  /**
   * @param instance how it is set up
   */
  public FakeServiceNow(Instance instance) {
    this.instance = instance;
    this.columns = new Columns(instance.columns());
    this.signOn = new SignOn(instance, ids);
    this.limit =
        instance.requestsPerHour().isPresent()
            ? Optional.of(new RequestLimit(instance.requestsPerHour().getAsInt()))
            : Optional.empty();
  }

  @Override
  public synchronized Answer answer(Call call, Instant now) {
    latest = now.isAfter(latest) ? now : latest;
    try {
      if (call.path().equals("/oauth_token.do")) {
        return signOn.token(call, now);
      }
      var user = signOn.user(call, now);
      var tooMany = limit.flatMap(rule -> rule.count(user, now));
      if (tooMany.isPresent()) {
        return tooMany.get();
      }
      var version = call.path().startsWith("/api/now/v1/") ? "v1" : "latest";
      var answer = routes.answer(call, new Request(call, user, now, version));
      return limit.map(rule -> rule.said(answer, now)).orElse(answer);
    } catch (Refusal refusal) {
      return refusal.answer();
    }
  }

  @Override
  public Answer throttled(Call call, Duration retryAfter, Instant now) {
    int most = instance.requestsPerHour().orElse(USUAL_HOURLY);
    return RequestLimit.tooMany(most, retryAfter, now);
  }

  @Override
  public Answer broken(Call call) {
    return Errors.answer(500, "Something went wrong on our side.", null);
  }

  // What a person does.

  /** A person puts an incident into another state at the latest time known. */
  public synchronized void personMoves(String number, Incident.State state) {
    personMoves(number, state, latest);
  }

  /** A person puts an incident into another state, with a close code where that needs one. */
  public synchronized void personMoves(String number, Incident.State state, Instant at) {
    var given = new LinkedHashMap<String, String>();
    given.put("state", Integer.toString(state.value()));
    if (FINISHED.contains(given.get("state"))) {
      given.put("close_code", "Resolved by request");
      given.put("close_notes", "Done by hand.");
    }
    write(existing(number), given, Instance.PERSON, at);
  }

  /** A person leaves a work note at the latest time known. */
  public synchronized void personComments(String number, String text) {
    personComments(number, text, latest);
  }

  /** A person leaves a work note. */
  public synchronized void personComments(String number, String text, Instant at) {
    write(existing(number), Map.of("work_notes", text), Instance.PERSON, at);
  }

  /** A person sets a field. */
  public synchronized void personSets(String number, String field, String value, Instant at) {
    write(existing(number), Map.of(field, value), Instance.PERSON, at);
  }

  /** A person copies an incident at the latest time known, with the key that it is found by. */
  public synchronized String personCopies(String number) {
    var original = existing(number).columns;
    var given = new LinkedHashMap<String, String>();
    for (var column : COPIED) {
      given.put(column, original.getOrDefault(column, ""));
    }
    return insert(given, Instance.PERSON, latest).get("sys_id");
  }

  /** A person deletes an incident. */
  public synchronized void delete(String number) {
    var sysId = existing(number).columns.get("sys_id");
    rows.remove(sysId);
    entries.remove(sysId);
    journal.removeIf(entry -> entry.get("element_id").equals(sysId));
  }

  // What a test sees.

  /** All that are not deleted, the oldest first. */
  public synchronized List<Incident> incidents() {
    return rows.values().stream().map(this::view).toList();
  }

  /** As it stands now. */
  public synchronized Optional<Incident> incident(String numberOrSysId) {
    return incidents().stream()
        .filter(
            incident ->
                incident.number().equals(numberOrSysId) || incident.sysId().equals(numberOrSysId))
        .findFirst();
  }

  private Incident view(Row row) {
    var sysId = row.columns.get("sys_id");
    return new Incident(
        sysId,
        row.columns.get("number"),
        row.columns.getOrDefault("short_description", ""),
        Columns.state(row.columns.get("state")).orElseThrow(),
        Integer.parseInt(row.columns.get("priority")),
        Map.copyOf(row.columns),
        List.copyOf(entries.getOrDefault(sysId, List.of())),
        List.copyOf(row.history),
        row.columns.get("sys_created_by"),
        row.created,
        row.updated);
  }

  // What the API does.

  private Routes<Request> routes() {
    var all =
        new Routes<Request>(
            call ->
                Errors.answer(
                    400, "Invalid path", "There is nothing at " + call.path() + " to request."),
            call ->
                Errors.answer(
                    405, "Method not supported", call.method() + " is not supported here."));
    for (var version : List.of("", "/v1", "/v2")) {
      var incident = "/api/now" + version + "/table/incident";
      var journals = "/api/now" + version + "/table/sys_journal_field";
      all.on("POST", incident, (request, parts) -> create(request))
          .on("GET", incident, (request, parts) -> list(request))
          .on("GET", incident + "/{sys_id}", (request, parts) -> read(request, parts.get(0)))
          .on("PATCH", incident + "/{sys_id}", (request, parts) -> update(request, parts.get(0)))
          .on("PUT", incident + "/{sys_id}", (request, parts) -> update(request, parts.get(0)))
          .on("GET", journals, (request, parts) -> journal(request))
          .on(
              "GET",
              "/api/now" + version + "/table/{table}",
              (request, parts) -> {
                throw Errors.refusal(400, "Invalid table " + parts.get(0), null);
              });
    }
    return all;
  }

  private Answer create(Request request) {
    var fresh = insert(body(request), request.user(), request.now());
    return Answer.json(201, result(bean(request, fresh)))
        .with("Location", instance.url() + "/api/now/table/incident/" + fresh.get("sys_id"));
  }

  private Map<String, String> insert(Map<String, String> given, String user, Instant now) {
    if (instance.uniqueCorrelationId() && isTaken(given.getOrDefault("correlation_id", ""))) {
      throw Errors.refusal(
          403, "Operation Failed", "The insert of the incident violates a unique index.");
    }
    lastNumber++;
    var sysId = ids.hex(32);
    var fresh = new LinkedHashMap<String, String>();
    fresh.put("sys_id", sysId);
    fresh.put("number", String.format(Locale.ROOT, "INC%07d", lastNumber));
    fresh.put("sys_class_name", "incident");
    fresh.put("state", "1");
    fresh.put("impact", "3");
    fresh.put("urgency", "3");
    fresh.put("reopen_count", "0");
    fresh.put("sys_mod_count", "0");
    fresh.put("sys_created_on", TIME.format(now));
    fresh.put("sys_created_by", user);
    fresh.put("opened_at", TIME.format(now));
    fresh.put("opened_by", user);
    var row = new Row(now, fresh);
    given.forEach((name, value) -> set(fresh, name, value));
    derive(fresh, Map.of(), user, now);
    check(fresh);

    fresh.put("sys_updated_on", TIME.format(now));
    fresh.put("sys_updated_by", user);
    rows.put(sysId, row);
    note(sysId, given, user, now);
    return fresh;
  }

  private Answer list(Request request) {
    return list(
        request,
        rows.values().stream().map(row -> row.columns).toList(),
        columns::has,
        row -> bean(request, row));
  }

  private Answer journal(Request request) {
    if (instance.journalIsHidden()) {
      throw Errors.refusal(
          403, "User Not Authorized", "Failed API level ACL Validation of sys_journal_field");
    }
    return list(
        request,
        journal,
        JOURNAL_COLUMNS::contains,
        entry -> {
          var bean = JsonNodeFactory.instance.objectNode();
          entry.forEach(bean::put);
          return chosen(request, bean);
        });
  }

  private Answer list(
      Request request,
      List<Map<String, String>> table,
      Predicate<String> known,
      Function<Map<String, String>, ObjectNode> bean) {
    var query = query(request.call(), known);
    var found = table.stream().filter(query.filter()).sorted(query.order()).toList();
    int limit = number(request.call(), "sysparm_limit", USUAL_LIMIT);
    int offset = number(request.call(), "sysparm_offset", 0);
    if (found.isEmpty() && request.version().equals("v1")) {
      throw noRecord();
    }
    var result = JsonNodeFactory.instance.arrayNode();
    found.stream().skip(offset).limit(limit).forEach(row -> result.add(bean.apply(row)));
    var body = JsonNodeFactory.instance.objectNode();
    body.set("result", result);
    return Answer.json(200, body).with("X-Total-Count", Integer.toString(found.size()));
  }

  private EncodedQuery query(Call call, Predicate<String> known) {
    var text =
        call.parameter("sysparm_query")
            .orElseGet(
                () ->
                    call.query().entrySet().stream()
                        .filter(pair -> !pair.getKey().startsWith("sysparm_"))
                        .map(pair -> pair.getKey() + "=" + pair.getValue())
                        .sorted(Comparator.naturalOrder())
                        .reduce("", (all, next) -> all + "^" + next));
    return EncodedQuery.parse(text, known, instance.invalidQueryReturnsNoRows());
  }

  private Answer read(Request request, String sysId) {
    return Answer.json(200, result(bean(request, row(sysId).columns)));
  }

  private Answer update(Request request, String sysId) {
    var row = row(sysId);
    var given = body(request);
    if (instance.closedIsFinal() && CLOSED.contains(row.columns.get("state"))) {
      throw Errors.refusal(
          403, "Operation Failed", "A rule forbids callers to write to what is closed.");
    }
    write(row, given, request.user(), request.now());
    return Answer.json(200, result(bean(request, row.columns)));
  }

  // How an incident changes.

  private void write(Row row, Map<String, String> given, String user, Instant now) {
    var after = new LinkedHashMap<>(row.columns);
    given.forEach((name, value) -> set(after, name, value));
    derive(after, row.columns, user, now);
    check(after);

    boolean noted = note(row.columns.get("sys_id"), given, user, now);
    var changes = new ArrayList<Incident.Change>();
    for (var entry : after.entrySet()) {
      var before = row.columns.getOrDefault(entry.getKey(), "");
      if (!before.equals(entry.getValue())) {
        changes.add(new Incident.Change(user, now, entry.getKey(), before, entry.getValue()));
      }
    }
    if (!changes.isEmpty() || noted) {
      row.history.addAll(changes);
      row.updated = now;
      row.columns.putAll(after);
      row.columns.put("sys_updated_on", TIME.format(now));
      row.columns.put("sys_updated_by", user);
      row.columns.merge("sys_mod_count", "1", FakeServiceNow::sum);
    }
  }

  private void set(Map<String, String> row, String name, String value) {
    if (columns.isSettable(name)) {
      row.put(
          name,
          name.equals("state")
              ? Columns.state(value)
                  .map(state -> Integer.toString(state.value()))
                  .orElseThrow(
                      () -> Errors.refusal(400, "Invalid state", "There is no state " + value))
              : Columns.cut(name, value));
    }
  }

  /** What follows from what was set. */
  private static void derive(
      Map<String, String> row, Map<String, String> before, String user, Instant now) {
    int impact = step(row.get("impact"));
    int urgency = step(row.get("urgency"));
    row.put("priority", Integer.toString(impact + urgency - 1));
    var state = row.get("state");
    row.put("incident_state", state);
    row.put("active", Boolean.toString(!CLOSED.contains(state)));
    var former = before.getOrDefault("state", "1");
    if (state.equals(former)) {
      return;
    }
    if (state.equals("6")) {
      row.put("resolved_at", TIME.format(now));
      row.put("resolved_by", user);
    } else if (CLOSED.contains(state)) {
      row.put("closed_at", TIME.format(now));
      row.put("closed_by", user);
    } else if (FINISHED.contains(former)) {
      row.put("resolved_at", "");
      row.put("resolved_by", "");
      row.merge("reopen_count", "1", FakeServiceNow::sum);
    }
  }

  private void check(Map<String, String> row) {
    var missing = new ArrayList<String>();
    if (FINISHED.contains(row.get("state"))) {
      missing.addAll(List.of("close_code", "close_notes"));
    }
    missing.addAll(instance.mandatory());
    missing.removeIf(name -> !row.getOrDefault(name, "").isBlank());
    if (!missing.isEmpty()) {
      throw Errors.refusal(
          403,
          "Operation Failed",
          "Data Policy Exception: these fields are mandatory: " + String.join(", ", missing));
    }
  }

  private boolean note(String sysId, Map<String, String> given, String user, Instant now) {
    boolean noted = false;
    for (var element : List.of("work_notes", "comments")) {
      var text = given.getOrDefault(element, "");
      if (!text.isEmpty()) {
        noted = true;
        entries
            .computeIfAbsent(sysId, id -> new ArrayList<>())
            .add(new Incident.Entry(user, now, element, text));
        journal.add(
            Map.of(
                "sys_id",
                ids.hex(32),
                "name",
                "incident",
                "element",
                element,
                "element_id",
                sysId,
                "value",
                text,
                "sys_created_on",
                TIME.format(now),
                "sys_created_by",
                user));
      }
    }
    return noted;
  }

  private boolean isTaken(String correlationId) {
    var cut = Columns.cut("correlation_id", correlationId);
    return !cut.isEmpty()
        && rows.values().stream()
            .anyMatch(row -> row.columns.getOrDefault("correlation_id", "").equals(cut));
  }

  private static int step(String text) {
    return text.matches("[123]") ? Integer.parseInt(text) : 3;
  }

  private static String sum(String one, String other) {
    return Integer.toString(Integer.parseInt(one) + Integer.parseInt(other));
  }

  // How it is shown.

  private static ObjectNode result(ObjectNode bean) {
    var body = JsonNodeFactory.instance.objectNode();
    body.set("result", bean);
    return body;
  }

  private ObjectNode bean(Request request, Map<String, String> row) {
    var display = request.call().parameter("sysparm_display_value").orElse("false");
    boolean links =
        !request.call().parameter("sysparm_exclude_reference_link").orElse("").equals("true");
    var shown = new LinkedHashMap<String, String>(row);
    columns.settable().forEach(name -> shown.putIfAbsent(name, ""));
    Columns.JOURNALS.forEach(name -> shown.put(name, ""));
    var bean = JsonNodeFactory.instance.objectNode();
    shown.forEach((name, value) -> bean.set(name, value(row, name, value, display, links)));
    return chosen(request, bean);
  }

  private JsonNode value(
      Map<String, String> row, String name, String value, String display, boolean links) {
    var shown =
        Columns.JOURNALS.contains(name)
            ? journalText(row.get("sys_id"), name)
            : Columns.display(name, value);
    var bean = JsonNodeFactory.instance.objectNode();
    var table = Columns.REFERENCES.get(name);
    boolean link = table != null && !value.isEmpty() && links;
    if (link) {
      bean.put("link", instance.url() + "/api/now/table/" + table + "/" + value);
    }
    return switch (display) {
      case "all" -> bean.put("display_value", shown).put("value", value);
      case "true" -> link ? bean.put("display_value", shown) : bean.textNode(shown);
      default -> link ? bean.put("value", value) : bean.textNode(value);
    };
  }

  /** The latest entry first. */
  private String journalText(String sysId, String element) {
    var text = new StringBuilder();
    for (var entry : entries.getOrDefault(sysId, List.of())) {
      if (entry.element().equals(element)) {
        var title = element.equals("comments") ? "Additional comments" : "Work notes";
        text.insert(
            0,
            TIME.format(entry.at())
                + " - "
                + entry.author()
                + " ("
                + title
                + ")\n"
                + entry.text()
                + "\n\n");
      }
    }
    return text.toString();
  }

  private static ObjectNode chosen(Request request, ObjectNode bean) {
    var fields = request.call().parameter("sysparm_fields").orElse("");
    if (!fields.isEmpty()) {
      bean.retain(List.of(fields.split(",", -1)));
    }
    return bean;
  }

  // What a request says.

  private Row row(String sysId) {
    return Optional.ofNullable(rows.get(sysId)).orElseThrow(FakeServiceNow::noRecord);
  }

  private Row existing(String number) {
    return rows.values().stream()
        .filter(row -> row.columns.get("number").equals(number))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("There is no incident " + number));
  }

  private static Refusal noRecord() {
    return Errors.refusal(
        404, "No Record found", "There is no such record, or a rule hides it from the caller.");
  }

  private static Map<String, String> body(Request request) {
    var type = request.call().header("content-type").orElse("application/json");
    if (!type.toLowerCase(Locale.ROOT).startsWith("application/json")) {
      throw Errors.refusal(415, "Unsupported media type", type);
    }
    var body =
        request
            .call()
            .json()
            .filter(JsonNode::isObject)
            .orElseThrow(
                () -> Errors.refusal(400, "The body cannot be read", "It must be a JSON object."));
    var given = new LinkedHashMap<String, String>();
    body.properties().forEach(field -> given.put(field.getKey(), field.getValue().asText("")));
    return given;
  }

  private static int number(Call call, String parameter, int otherwise) {
    var text = call.parameter(parameter).orElse("");
    if (text.isEmpty()) {
      return otherwise;
    }
    if (!text.matches("\\d{1,9}")) {
      throw Errors.refusal(400, "Invalid parameter", parameter + " must be a number.");
    }
    return Integer.parseInt(text);
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.targets.servicenow;

import static java.util.concurrent.CompletableFuture.completedFuture;

import com.fasterxml.jackson.databind.JsonNode;
import io.breakwater.response.http.HttpAnswer;
import io.breakwater.response.http.HttpCall;
import io.breakwater.response.message.Comment;
import io.breakwater.response.message.Seen;
import io.breakwater.response.message.Status;
import io.breakwater.response.targets.Changes;
import io.breakwater.response.targets.Outcome;
import io.breakwater.response.targets.PlainText;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * What people have changed of the tickets of an instance.
 *
 * <p>Tickets are looked through by {@code sys_updated_on}, which an instance keeps in UTC and to
 * the second, and {@code sys_id} where that is the same: each page begins behind the last row of
 * the one before. To count rows instead would leave out one for each that changes, and so goes to
 * the end, meanwhile. Comments and work notes are rows of {@code sys_journal_field}; an instance
 * lets only some users read these, and without that there is nothing to tell of them.
 *
 * @see <a
 *     href="https://www.servicenow.com/docs/r/platform-administration/time-configuration/r_TimeZones.html">Time
 *     zones</a>
 */
final class ServiceNowChanges {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** So that their ids fit into the address of one request. */
  private static final int MOST_CHANGED = 50;

  private static final int MOST_ENTRIES = 200;
  private static final int TEXT_CHARACTERS = 4_000;
  private static final String KEY_PREFIX = "bw-";
  private static final String UPDATED = "sys_updated_on";
  private static final String CREATED = "sys_created_on";
  private static final String JOURNAL = "/api/now/table/sys_journal_field";

  private final ServiceNowSettings settings;
  private final Function<HttpCall, CompletableFuture<Outcome<HttpAnswer>>> calls;

  /**
   * @param calls with credentials, each done or not as its outcome says
   */
  ServiceNowChanges(
      ServiceNowSettings settings,
      Function<HttpCall, CompletableFuture<Outcome<HttpAnswer>>> calls) {
    this.settings = Objects.requireNonNull(settings);
    this.calls = Objects.requireNonNull(calls);
  }

  /**
   * Whether that is all that a call asks for: who may not read it may keep tickets all the same.
   */
  static boolean isOfJournal(HttpCall call) {
    return call.address().getPath().equals(JOURNAL);
  }

  /**
   * @param page empty for the first one
   */
  CompletableFuture<Outcome<Changes>> since(Instant since, String page) {
    var after = page.isEmpty() ? Place.from(since) : Place.of(page);
    return list(
            "/api/now/table/" + settings.table(),
            ServiceNowSettings.KEY + "STARTSWITH" + KEY_PREFIX + "^" + after.query(UPDATED),
            MOST_CHANGED,
            "all",
            List.of("sys_id", ServiceNowSettings.KEY, "state", UPDATED, "sys_created_by"))
        .thenCompose(
            rows ->
                rows.isDone()
                    ? commentsOn(rows.value(), since)
                        .thenApply(
                            comments ->
                                comments.isDone()
                                    ? changes(rows.value(), after, comments.value())
                                    : comments.failed())
                    : completedFuture(rows.failed()));
  }

  private Outcome<Changes> changes(
      Rows rows, Place before, Map<String, List<Comment>> commentsById) {
    var tickets = new LinkedHashMap<String, Seen>();
    var last = before;
    for (var row : rows.rows) {
      var id = row.path("sys_id").path("value").asText();
      var updated = row.path(UPDATED).path("value").asText();
      var number = row.path(ServiceNowSettings.STATE).path("value").asText();
      if (id.isEmpty() || updated.isEmpty() || number.isEmpty()) {
        return Outcome.refused(
            "the user of this job may not read sys_id, sys_updated_on and state of a ticket");
      }
      last = Place.after(updated, id);
      var key = row.path(ServiceNowSettings.KEY).path("value").asText();
      // A query by a field that the table does not have finds whatever is in it.
      if (key.startsWith(KEY_PREFIX)) {
        tickets.put(
            key,
            Seen.newBuilder()
                .setId(id)
                .setStatus(status(number, row))
                .addAllComments(commentsById.getOrDefault(id, List.of()))
                .build());
      }
    }
    boolean goesOn = rows.areMore && !last.equals(before);
    return Outcome.done(new Changes(tickets, goesOn ? last.toString() : null));
  }

  private Status status(String number, JsonNode row) {
    var label = row.path(ServiceNowSettings.STATE).path("display_value").asText(number);
    return settings
        .state(number)
        .orElseGet(() -> Status.newBuilder().setId(number).setName(label).build());
  }

  /** By the ids of the tickets, the oldest first; without those of whoever made the ticket. */
  private CompletableFuture<Outcome<Map<String, List<Comment>>>> commentsOn(
      Rows tickets, Instant since) {
    var makers = new LinkedHashMap<String, String>();
    for (var row : tickets.rows) {
      makers.put(
          row.path("sys_id").path("value").asText(),
          row.path("sys_created_by").path("value").asText());
    }
    Map<String, List<Comment>> found = new LinkedHashMap<>();
    return makers.isEmpty()
        ? completedFuture(Outcome.done(found))
        : entries(makers, Place.from(since), found);
  }

  private CompletableFuture<Outcome<Map<String, List<Comment>>>> entries(
      Map<String, String> makers, Place after, Map<String, List<Comment>> found) {
    return list(
            JOURNAL,
            "element_idIN"
                + String.join(",", makers.keySet())
                + "^elementINcomments,work_notes^"
                + after.query(CREATED),
            MOST_ENTRIES,
            "false",
            List.of("sys_id", "element_id", "value", CREATED, "sys_created_by"))
        .thenCompose(
            rows -> {
              if (rows.end() == Outcome.End.REFUSED) {
                return completedFuture(Outcome.done(found));
              }
              if (!rows.isDone()) {
                return completedFuture(rows.failed());
              }
              var last = after;
              for (var row : rows.value().rows) {
                var comment = comment(row);
                if (comment.isEmpty()) {
                  return completedFuture(
                      Outcome.refused("an entry of sys_journal_field does not say when it is of"));
                }
                last = Place.after(row.path(CREATED).asText(), row.path("sys_id").asText());
                var ticket = row.path("element_id").asText();
                if (!comment.get().getAuthor().equals(makers.get(ticket))) {
                  found.computeIfAbsent(ticket, id -> new ArrayList<>()).add(comment.get());
                }
              }
              return rows.value().areMore && !last.equals(after)
                  ? entries(makers, last, found)
                  : completedFuture(Outcome.done(found));
            });
  }

  private static Optional<Comment> comment(JsonNode row) {
    try {
      var at = LocalDateTime.parse(row.path(CREATED).asText(), TIME).toInstant(ZoneOffset.UTC);
      return Optional.of(
          Comment.newBuilder()
              .setId(row.path("sys_id").asText())
              .setAuthor(row.path("sys_created_by").asText())
              .setText(PlainText.block(row.path("value").asText(), TEXT_CHARACTERS))
              .setAt(at.toEpochMilli())
              .build());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private CompletableFuture<Outcome<Rows>> list(
      String table, String query, int most, String display, List<String> fields) {
    var call =
        HttpCall.of(
                "GET",
                URI.create(
                    settings.instance()
                        + table
                        + "?sysparm_query="
                        + URLEncoder.encode(query, StandardCharsets.UTF_8)
                        + "&sysparm_limit="
                        + most
                        + "&sysparm_display_value="
                        + display
                        + "&sysparm_exclude_reference_link=true&sysparm_fields="
                        + String.join(",", fields)))
            .with("Accept", "application/json");
    return calls
        .apply(call)
        .thenApply(
            outcome ->
                ServiceNowTarget.read(
                    call,
                    outcome,
                    result ->
                        result.isArray()
                            ? Outcome.done(new Rows(result, areMore(outcome.value(), result, most)))
                            : Outcome.notDone("there is no list of records in the answer")));
  }

  /**
   * By the number of all that the query finds: rows that the user may not read are left out of a
   * page, and do not make room for others.
   */
  private static boolean areMore(HttpAnswer answer, JsonNode rows, int most) {
    return answer
        .header("X-Total-Count")
        .map(String::strip)
        .filter(total -> total.matches("\\d{1,9}"))
        .map(total -> Integer.parseInt(total) > rows.size())
        .orElse(rows.size() >= most);
  }

  private static final class Rows {
    private final JsonNode rows;
    private final boolean areMore;

    Rows(JsonNode rows, boolean areMore) {
      this.rows = rows;
      this.areMore = areMore;
    }
  }

  /** How far a table has been looked through: up to a row, or from a time on. */
  private static final class Place {
    private static final String SEPARATOR = "/";

    private final String time;
    private final String id;

    private Place(String time, String id) {
      this.time = time;
      this.id = id;
    }

    static Place from(Instant time) {
      return new Place(TIME.format(time), "");
    }

    static Place after(String time, String id) {
      return new Place(time, id);
    }

    /** As it was written. */
    static Place of(String text) {
      int separator = text.indexOf(SEPARATOR);
      return new Place(text.substring(0, separator), text.substring(separator + 1));
    }

    /** An {@code ^OR} is about the condition before it. */
    String query(String field) {
      var behind = id.isEmpty() ? "" : "^" + field + ">" + time + "^ORsys_id>" + id;
      return field + ">=" + time + behind + "^ORDERBY" + field + "^ORDERBYsys_id";
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Place
          && time.equals(((Place) other).time)
          && id.equals(((Place) other).id);
    }

    @Override
    public int hashCode() {
      return Objects.hash(time, id);
    }

    @Override
    public String toString() {
      return time + SEPARATOR + id;
    }
  }
}

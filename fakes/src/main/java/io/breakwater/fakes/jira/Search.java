// SPDX-License-Identifier: Apache-2.0
package io.breakwater.fakes.jira;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.fakes.Call;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds issues as the search sees them, but for those that are reconciled, page by page. */
final class Search {
  private static final int MOST_RECONCILED = 50;
  private static final int USUAL_PAGE = 50;
  private static final int LARGEST_PAGE = 100;
  private static final int LARGEST_PAGE_OF_IDS = 5_000;

  private final Site site;
  private final Issues issues;

  Search(Site site, Issues issues) {
    this.site = site;
    this.issues = issues;
  }

  /** The body of a search by POST that asks for the same as a search by GET. */
  static JsonNode body(Call call) {
    var body = Beans.object().put("jql", call.parameter("jql").orElse(""));
    call.parameter("expand").ifPresent(expand -> body.put("expand", expand));
    call.parameter("nextPageToken").ifPresent(token -> body.put("nextPageToken", token));
    if (call.parameter("maxResults").isPresent()) {
      body.put("maxResults", Given.number(call, "maxResults", USUAL_PAGE));
    }
    for (var name : List.of("fields", "properties", "reconcileIssues")) {
      Given.list(call, name, "").forEach(body.putArray(name)::add);
    }
    return body;
  }

  /** One page of what a query finds. */
  ObjectNode page(JsonNode body, Account caller, Instant now) {
    var jql = body.path("jql").asText();
    var query = Jql.parse(jql, site, caller.zone(), now);
    var reconciled = new HashSet<Long>();
    for (var id : body.path("reconcileIssues")) {
      if (!id.asText().matches("\\d{1,18}")) {
        throw Faults.refusal(400, "Issues are reconciled by their ids, which are numbers.");
      }
      reconciled.add(id.asLong());
    }
    if (body.path("reconcileIssues").size() > MOST_RECONCILED) {
      throw Faults.refusal(400, "At most 50 issues can be reconciled.");
    }

    var found =
        issues.seenBySearch(now, reconciled).stream()
            .filter(query.filter())
            .sorted(query.order())
            .toList();
    var fields = Given.texts(body.path("fields"));
    boolean idsOnly = Set.of("id", "key").containsAll(fields);
    int most = body.path("maxResults").asInt(USUAL_PAGE);
    if (most < 1) {
      throw Faults.refusal(400, "maxResults must be at least 1.");
    }
    most = Math.min(most, idsOnly ? LARGEST_PAGE_OF_IDS : LARGEST_PAGE);
    int from = offset(body.path("nextPageToken"), jql);
    boolean last = from + most >= found.size();

    var beans = new Beans(site, caller.zone());
    var answer = Beans.object();
    var list = answer.putArray("issues");
    found.stream()
        .skip(from)
        .limit(most)
        .forEach(ticket -> list.add(found(beans, ticket, fields, body)));
    if (!last) {
      answer.put("nextPageToken", token(from + most, jql));
    }
    return answer.put("isLast", last);
  }

  private static ObjectNode found(Beans beans, Ticket ticket, List<String> fields, JsonNode body) {
    if (fields.isEmpty() || fields.equals(List.of("id"))) {
      return Beans.object().put("id", Long.toString(ticket.id));
    }
    var bean = beans.reference(ticket);
    if (!Set.of("id", "key").containsAll(fields)) {
      bean.set("fields", beans.fields(ticket, fields, fields.contains("comment")));
    }
    var properties = Given.texts(body.path("properties"));
    if (!properties.isEmpty()) {
      bean.set("properties", beans.properties(ticket, properties));
    }
    if (List.of(body.path("expand").asText().split(",", -1)).contains("changelog")) {
      bean.set("changelog", beans.changelog(ticket));
    }
    return bean;
  }

  /** A token holds where to go on, and for which query, so that it fits no other. */
  private static String token(int from, String jql) {
    var text = from + ":" + Integer.toHexString(jql.hashCode());
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static int offset(JsonNode token, String jql) {
    if (token.isMissingNode() || token.isNull()) {
      return 0;
    }
    try {
      var text = new String(Base64.getUrlDecoder().decode(token.asText()), StandardCharsets.UTF_8);
      int from = Integer.parseInt(text.substring(0, Math.max(text.indexOf(':'), 0)));
      if (token(from, jql).equals(token.asText())) {
        return from;
      }
    } catch (IllegalArgumentException e) {
      // Refused below, as is a token of another query.
    }
    throw Faults.refusal(400, "The nextPageToken is none of this query.");
  }
}

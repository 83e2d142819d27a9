// SPDX-License-Identifier: Apache-2.0
package io.breakwater.fakes.jira;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What Jira answers of issues, as JSON; times are those of the caller's zone. */
final class Beans {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ", Locale.ROOT);

  private final Site site;
  private final ZoneId zone;

  Beans(Site site, ZoneId zone) {
    this.site = site;
    this.zone = zone;
  }

  /** With id, key and link. */
  ObjectNode reference(Ticket ticket) {
    return object()
        .put("id", Long.toString(ticket.id))
        .put("key", ticket.key)
        .put("self", self("issue/" + ticket.id));
  }

  /**
   * @param fields names, {@code *all}, {@code *navigable} or a name after a minus
   */
  ObjectNode fields(Ticket ticket, List<String> fields, boolean withComments) {
    var all = allFields(ticket, withComments);
    var chosen = object();
    boolean every =
        fields.contains("*all")
            || fields.contains("*navigable")
            || fields.stream().allMatch(field -> field.startsWith("-"));
    all.forEach(
        (name, value) -> {
          if ((every || fields.contains(name)) && !fields.contains("-" + name)) {
            chosen.set(name, value);
          }
        });
    return chosen;
  }

  ObjectNode properties(Ticket ticket, List<String> keys) {
    var properties = object();
    ticket.properties.forEach(
        (key, value) -> {
          if (keys.contains("*all") || keys.contains(key)) {
            properties.set(key, value);
          }
        });
    return properties;
  }

  ObjectNode comment(Ticket ticket, Ticket.Comment comment, boolean withProperties) {
    var bean =
        object()
            .put("self", self("issue/" + ticket.id + "/comment/" + comment.id()))
            .put("id", Long.toString(comment.id()));
    bean.set("author", account(comment.author()));
    bean.set("body", comment.body());
    bean.set("updateAuthor", account(comment.author()));
    bean.put("created", time(comment.at())).put("updated", time(comment.at()));
    bean.put("jsdPublic", true);
    if (withProperties) {
      var properties = bean.putArray("properties");
      comment
          .properties()
          .forEach((key, value) -> properties.addObject().put("key", key).set("value", value));
    }
    return bean;
  }

  ObjectNode remoteLink(Ticket ticket, Ticket.RemoteLink link) {
    var bean =
        object()
            .put("id", link.id())
            .put("self", self("issue/" + ticket.id + "/remotelink/" + link.id()));
    bean.setAll(link.said());
    return bean;
  }

  ObjectNode transition(Workflow.Transition transition, boolean withFields) {
    var bean = object().put("id", transition.id()).put("name", transition.name());
    bean.set("to", status(transition.to()));
    bean.put("hasScreen", !transition.screen().isEmpty())
        .put("isGlobal", transition.from().isEmpty())
        .put("isInitial", false)
        .put("isAvailable", true)
        .put("isConditional", transition.forbidden() > 0)
        .put("isLooped", false);
    if (withFields) {
      var fields = bean.putObject("fields");
      for (var field : transition.screen()) {
        var meta =
            fields
                .putObject(field)
                .put("required", transition.required().contains(field))
                .put("key", field)
                .put("name", field);
        meta.putArray("operations").add("set");
        if (field.equals("resolution")) {
          var allowed = meta.putArray("allowedValues");
          site.resolutions().forEach(name -> allowed.add(named(site.resolutions(), name)));
        }
      }
    }
    return bean;
  }

  /** One entry for each write, the latest first. */
  ArrayNode histories(Ticket ticket) {
    var byWrite = new TreeMap<Long, ObjectNode>(Comparator.reverseOrder());
    for (var change : ticket.history) {
      var write =
          byWrite.computeIfAbsent(
              change.id(),
              id -> {
                var bean = object().put("id", Long.toString(id));
                bean.set("author", account(change.author()));
                bean.put("created", time(change.at())).putArray("items");
                return bean;
              });
      var item =
          object()
              .put("field", change.field())
              .put("fieldtype", change.field().startsWith("customfield_") ? "custom" : "jira")
              .put("fieldId", change.field());
      item.set("from", side(change, change.from()));
      item.put("fromString", change.from());
      item.set("to", side(change, change.to()));
      item.put("toString", change.to());
      ((ArrayNode) write.get("items")).add(item);
    }
    return JsonNodeFactory.instance.arrayNode().addAll(byWrite.values());
  }

  ObjectNode changelog(Ticket ticket) {
    var histories = histories(ticket);
    var changelog =
        object()
            .put("startAt", 0)
            .put("maxResults", histories.size())
            .put("total", histories.size());
    changelog.set("histories", histories);
    return changelog;
  }

  JsonNode account(String id) {
    return site.accounts().stream()
        .filter(account -> account.id().equals(id))
        .findFirst()
        .map(this::account)
        .orElseGet(() -> object().put("accountId", id).put("displayName", id));
  }

  ObjectNode account(Account account) {
    return object()
        .put("self", self("user?accountId=" + account.id()))
        .put("accountId", account.id())
        .put("accountType", "atlassian")
        .put("emailAddress", account.email())
        .put("displayName", account.displayName())
        .put("active", true)
        .put("timeZone", account.zone().getId());
  }

  private Map<String, JsonNode> allFields(Ticket ticket, boolean withComments) {
    var all = new LinkedHashMap<String, JsonNode>();
    all.put("summary", or(ticket.field("summary")));
    all.put("description", or(ticket.field("description")));
    all.put("status", status(ticket.status));
    all.put(
        "priority",
        or(ticket.field("priority").map(name -> named(site.priorities(), name.asText()))));
    all.put("labels", FieldRules.array(ticket.labels()));
    all.put("duedate", or(ticket.field("duedate")));
    all.put("issuetype", named(site.issueTypes(), ticket.issueType));
    all.put(
        "project",
        object()
            .put("id", site.projectId(ticket.project))
            .put("key", ticket.project)
            .put("name", site.projects().get(ticket.project)));
    all.put("resolution", or(ticket.resolution.map(name -> named(site.resolutions(), name))));
    all.put("assignee", or(ticket.field("assignee").map(id -> account(id.asText()))));
    all.put("creator", account(ticket.creator));
    all.put("reporter", account(ticket.creator));
    all.put("created", text(ticket.created));
    all.put("updated", text(ticket.updated));
    all.put("issuelinks", links(ticket));
    for (var custom : site.customFields()) {
      all.put(custom.id(), or(ticket.field(custom.id())));
    }
    if (withComments) {
      var comments = object();
      var list = comments.putArray("comments");
      ticket.comments.forEach(comment -> list.add(comment(ticket, comment, false)));
      comments
          .put("startAt", 0)
          .put("maxResults", ticket.comments.size())
          .put("total", ticket.comments.size());
      all.put("comment", comments);
    }
    return all;
  }

  private ArrayNode links(Ticket ticket) {
    var links = JsonNodeFactory.instance.arrayNode();
    for (var link : ticket.links) {
      var bean = links.addObject().put("id", Long.toString(link.id()));
      bean.set("type", named(site.linkTypes(), link.type()));
      // Each end names the other one: the outward end the inward issue, and the other way about.
      bean.putObject(link.outward() ? "inwardIssue" : "outwardIssue").put("key", link.other());
    }
    return links;
  }

  private ObjectNode status(String id) {
    var status = site.workflow().status(id);
    var bean = object().put("self", self("status/" + id)).put("name", status.name()).put("id", id);
    bean.putObject("statusCategory")
        .put("self", self("statuscategory/" + status.category().id()))
        .put("id", status.category().id())
        .put("key", status.category().key())
        .put("colorName", status.category().colour())
        .put("name", status.category().title());
    return bean;
  }

  private static ObjectNode named(List<String> names, String name) {
    return object().put("id", Site.id(names, name)).put("name", name);
  }

  private JsonNode side(Ticket.Change change, String value) {
    if (value.isEmpty()) {
      return NullNode.getInstance();
    }
    var id =
        change.field().equals("status")
            ? site.workflow().named(value).map(Workflow.Status::id).orElse(value)
            : value;
    return JsonNodeFactory.instance.textNode(id);
  }

  String self(String resource) {
    return site.url() + "/rest/api/3/" + resource;
  }

  private JsonNode text(Instant at) {
    return JsonNodeFactory.instance.textNode(time(at));
  }

  private String time(Instant at) {
    return TIME.format(at.atZone(zone));
  }

  private static JsonNode or(Optional<? extends JsonNode> value) {
    return value.isPresent() ? value.get() : NullNode.getInstance();
  }

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}

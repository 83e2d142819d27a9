// SPDX-License-Identifier: Apache-2.0
package io.breakwater.fakes.jira;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Changes issues, each change whole or not at all, and keeps who changed what. */
final class Edits {
  private final Site site;
  private final Issues issues;
  private final FieldRules rules;
  private long lastId = 10_000;

  Edits(Site site, Issues issues, FieldRules rules) {
    this.site = site;
    this.issues = issues;
    this.rules = rules;
  }

  /** Of a comment, a link or a change. */
  long nextId() {
    lastId++;
    return lastId;
  }

  /** Keeps the new state, unless the change throws. */
  Ticket edit(Ticket before, String author, Instant now, Consumer<Ticket> change) {
    var after = before.copy();
    change.accept(after);
    keepHistory(before, after, author, now);
    issues.put(after, now);
    return after;
  }

  /** Properties are for programs: setting them leaves no trace, and no time of update. */
  private void keepHistory(Ticket before, Ticket after, String author, Instant now) {
    long id = nextId();
    var names = new TreeSet<>(before.fields.keySet());
    names.addAll(after.fields.keySet());
    var changes = new LinkedHashMap<String, List<String>>();
    for (var name : names) {
      changes.put(name, List.of(plain(before, name), plain(after, name)));
    }
    changes.put("status", List.of(statusName(before), statusName(after)));
    changes.put("resolution", List.of(before.resolution.orElse(""), after.resolution.orElse("")));
    changes.forEach(
        (field, sides) -> {
          if (!sides.get(0).equals(sides.get(1))) {
            after.history.add(
                new Ticket.Change(id, author, now, field, sides.get(0), sides.get(1)));
          }
        });
    if (after.history.size() > before.history.size()
        || after.comments.size() > before.comments.size()
        || !after.links.equals(before.links)
        || !after.remoteLinks.equals(before.remoteLinks)) {
      after.updated = now;
    }
  }

  private String statusName(Ticket ticket) {
    return site.workflow().status(ticket.status).name();
  }

  private static String plain(Ticket ticket, String field) {
    return ticket
        .field(field)
        .map(
            value -> {
              if (Adf.isDocument(value)) {
                return Adf.text(value);
              }
              return field.equals("labels")
                  ? String.join(" ", ticket.labels())
                  : value.path("value").asText(value.asText());
            })
        .orElse("");
  }

  /** On the way to a finished status the issue gets a resolution, and loses it on the way back. */
  void arrive(Ticket ticket, Workflow.Status status, Optional<String> resolution) {
    boolean done = status.category() == Workflow.Category.DONE;
    ticket.status = status.id();
    ticket.resolution =
        done
            ? resolution
                .or(() -> ticket.resolution)
                .or(() -> site.resolutions().stream().findFirst())
            : Optional.empty();
  }

  void comment(
      Ticket ticket, String author, JsonNode body, Map<String, JsonNode> properties, Instant at) {
    ticket.comments.add(new Ticket.Comment(nextId(), author, at, body.deepCopy(), properties));
  }

  /** Does what stands under {@code update}. */
  void operate(Ticket ticket, JsonNode operations, String author, Instant now, Faults faults) {
    operations
        .properties()
        .forEach(
            entry -> {
              for (var operation : entry.getValue()) {
                operation
                    .properties()
                    .forEach(
                        verb ->
                            operate(
                                ticket,
                                entry.getKey(),
                                verb.getKey(),
                                verb.getValue(),
                                author,
                                now,
                                faults));
              }
            });
  }

  private void operate(
      Ticket ticket,
      String field,
      String verb,
      JsonNode value,
      String author,
      Instant now,
      Faults faults) {
    if (field.equals("comment") && verb.equals("add")) {
      FieldRules.checkDocument("comment", value.path("body"), faults);
      var properties = Given.properties(value.path("properties"));
      comment(ticket, author, value.path("body"), properties, now);
    } else if (field.equals("labels") && (verb.equals("add") || verb.equals("remove"))) {
      if (!site.isOnScreen(field)) {
        faults.add(field, FieldRules.notOnScreen(field));
      }
      FieldRules.checkLabel(value, faults);
      var labels = new LinkedHashSet<>(ticket.labels());
      if (verb.equals("add")) {
        labels.add(value.asText());
      } else {
        labels.remove(value.asText());
      }
      ticket.set(field, Optional.of(FieldRules.array(labels)));
    } else if (verb.equals("set")) {
      rules.read(Map.of(field, value), faults).forEach(ticket::set);
    } else {
      faults.add(field, "Field '" + field + "' has no operation '" + verb + "'.");
    }
  }
}

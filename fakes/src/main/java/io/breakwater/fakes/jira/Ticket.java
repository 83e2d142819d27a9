// SPDX-License-Identifier: Apache-2.0
package io.breakwater.fakes.jira;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One state of an issue. A write makes a copy, changes it, and puts it in the place of the former
 * state, which is not touched again: the search may still show it.
 */
final class Ticket {
  final long id;
  final String key;
  final String project;
  final String creator;
  final Instant created;
  String issueType;
  String status;
  Optional<String> resolution = Optional.empty();
  Instant updated;

  /** In the form in which Jira takes them, by field; none is null. */
  final Map<String, JsonNode> fields;

  final Map<String, JsonNode> properties;
  final List<Comment> comments;
  final List<Link> links;
  final Map<String, RemoteLink> remoteLinks;
  final List<Change> history;

  /** One of the two ends of a link. */
  record Link(long id, String type, boolean outward, String other) {}

  record RemoteLink(long id, String globalId, ObjectNode said) {}

  record Comment(
      long id, String author, Instant at, JsonNode body, Map<String, JsonNode> properties) {}

  record Change(long id, String author, Instant at, String field, String from, String to) {}

  Ticket(
      long id,
      String key,
      String project,
      String issueType,
      String status,
      String creator,
      Instant created) {
    this.id = id;
    this.key = key;
    this.project = project;
    this.issueType = issueType;
    this.status = status;
    this.creator = creator;
    this.created = created;
    this.updated = created;
    this.fields = new TreeMap<>();
    this.properties = new TreeMap<>();
    this.comments = new ArrayList<>();
    this.links = new ArrayList<>();
    this.remoteLinks = new LinkedHashMap<>();
    this.history = new ArrayList<>();
  }

  private Ticket(Ticket former) {
    this.id = former.id;
    this.key = former.key;
    this.project = former.project;
    this.creator = former.creator;
    this.created = former.created;
    this.issueType = former.issueType;
    this.status = former.status;
    this.resolution = former.resolution;
    this.updated = former.updated;
    this.fields = new TreeMap<>(former.fields);
    this.properties = new TreeMap<>(former.properties);
    this.comments = new ArrayList<>(former.comments);
    this.links = new ArrayList<>(former.links);
    this.remoteLinks = new LinkedHashMap<>(former.remoteLinks);
    this.history = new ArrayList<>(former.history);
  }

  Ticket copy() {
    return new Ticket(this);
  }

  void set(String field, Optional<JsonNode> value) {
    value.ifPresentOrElse(given -> fields.put(field, given), () -> fields.remove(field));
  }

  Optional<JsonNode> field(String name) {
    return Optional.ofNullable(fields.get(name));
  }

  List<String> labels() {
    var labels = new ArrayList<String>();
    field("labels").ifPresent(all -> all.forEach(label -> labels.add(label.asText())));
    return labels;
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.ocsf;

import static io.breakwater.core.ocsf.Fields.text;
import static io.breakwater.core.ocsf.Fields.texts;
import static io.breakwater.core.ocsf.Fields.time;

import com.fasterxml.jackson.core.JsonGenerator;
import io.breakwater.core.catalogue.Attack;
import io.breakwater.core.exposure.Exposure;
import io.breakwater.core.exposure.ExposureTrait;
import io.breakwater.core.exposure.Revision;
import io.breakwater.core.exposure.Statement;
import io.breakwater.core.network.ComputedPath;
import io.breakwater.core.signal.Product;
import io.breakwater.core.signal.Signal;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@code finding_info}: what the exposure is, since when, and the findings it was made from. */
final class FindingInfoWriter {
  /** Copies named in a related event; all of them count. */
  private static final int MAX_COPIES = 10;

  private FindingInfoWriter() {}

  static void write(
      JsonGenerator json, Revision revision, Optional<Listing> listing, String catalogueVersion)
      throws IOException {
    var announced = revision.announced();
    json.writeObjectFieldStart("finding_info");
    json.writeStringField("uid", revision.exposureUid());
    json.writeStringField("title", announced.title());
    texts(json, "types", List.of(announced.type()));
    DetectionFinding.analytic(json, announced.ruleId(), "Exposure", catalogueVersion);
    time(json, "created_time", announced.since());
    time(json, "modified_time", revision.time());
    if (listing.isPresent()) {
      evidence(json, listing.get());
    } else {
      json.writeNumberField("related_events_count", 0);
    }
    json.writeEndObject();
  }

  private static void evidence(JsonGenerator json, Listing listing) throws IOException {
    var exposure = listing.exposure();
    json.writeStringField("desc", description(exposure));
    time(json, "first_seen_time", exposure.firstSeen());
    time(json, "last_seen_time", exposure.lastSeen());
    attacks(json, exposure.rule().attack());
    texts(json, "data_sources", dataSources(exposure));
    json.writeNumberField("related_events_count", listing.statementsInAll());
    json.writeArrayFieldStart("related_events");
    for (var statement : listing.statements()) {
      relatedEvent(json, exposure, statement);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("traits");
    for (var trait : exposure.traits()) {
      trait(json, trait, trait.indicators());
    }
    json.writeEndArray();
    AttackGraphWriter.write(json, exposure.uid(), listing.attackPath());
  }

  private static String description(Exposure exposure) {
    return exposure.traits().stream()
        .filter(trait -> trait.trait().role().contributes())
        .map(trait -> trait.trait().title() + ".")
        .collect(Collectors.joining(" "));
  }

  private static List<String> dataSources(Exposure exposure) {
    return exposure.evidence().stream()
        .map(item -> ProductWriter.name(item.signal().product()))
        .distinct()
        .sorted()
        .collect(Collectors.toList());
  }

  private static void attacks(JsonGenerator json, Attack attack) throws IOException {
    json.writeArrayFieldStart("attacks");
    json.writeStartObject();
    json.writeObjectFieldStart("tactic");
    json.writeStringField("uid", attack.tacticUid());
    json.writeStringField("name", attack.tactic());
    json.writeEndObject();
    json.writeObjectFieldStart("technique");
    json.writeStringField("uid", attack.techniqueUid());
    json.writeStringField("name", attack.technique());
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndArray();
  }

  private static void relatedEvent(JsonGenerator json, Exposure exposure, Statement statement)
      throws IOException {
    var item = statement.evidence();
    var signal = item.signal();
    json.writeStartObject();
    json.writeStringField("uid", signal.findingUid());
    text(json, "title", signal.title());
    json.writeStringField("type", typeOf(signal));
    json.writeNumberField("count", statement.copies().size());
    ProductWriter.write(json, signal);
    json.writeNumberField("severity_id", signal.severity().ocsfId());
    json.writeStringField("severity", signal.severity().label());
    time(json, "first_seen_time", signal.createdAt());
    time(json, "modified_time", signal.updatedAt());
    ObservablesWriter.write(json, signal.resource());
    copies(json, statement);
    json.writeArrayFieldStart("traits");
    for (var trait : exposure.traits()) {
      for (var given : item.traits()) {
        if (given.id().equals(trait.trait().id())) {
          trait(json, trait, given.indicators());
        }
      }
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static String typeOf(Signal signal) {
    if (ComputedPath.is(signal)) {
      return "Computed";
    }
    return signal.product().equals(Product.CONFIG) && signal.control().isEmpty()
        ? "ResourceConfiguration"
        : "Finding";
  }

  /** The uids of the findings that say the same. */
  private static void copies(JsonGenerator json, Statement statement) throws IOException {
    var copies = statement.copies();
    if (copies.size() == 1) {
      return;
    }
    json.writeArrayFieldStart("tags");
    json.writeStartObject();
    json.writeStringField("name", "copies");
    texts(
        json,
        "values",
        copies.subList(1, Math.min(copies.size(), MAX_COPIES + 1)).stream()
            .map(copy -> copy.signal().findingUid())
            .collect(Collectors.toList()));
    json.writeEndObject();
    json.writeEndArray();
  }

  private static void trait(JsonGenerator json, ExposureTrait trait, List<String> indicators)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("uid", trait.trait().id());
    json.writeStringField("name", trait.trait().title());
    json.writeStringField("category", trait.trait().type().label());
    json.writeStringField("type", trait.trait().role().label());
    texts(json, "values", indicators);
    json.writeEndObject();
  }
}

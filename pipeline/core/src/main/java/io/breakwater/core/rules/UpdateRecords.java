// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.rules;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Updates as records of a stream, whose size is limited: a document is written compressed, and in
 * parts where it does not fit one record. The form is {@code schemas/rules/update}.
 */
public final class UpdateRecords {
  /** Base64 of one part: with the rest of its record less than Kinesis takes by default. */
  static final int MAX_PART = 700_000;

  /** Parts of one update; as many updates that are not complete yet are waited for. */
  static final int MAX_PARTS = 64;

  static final int MAX_INCOMPLETE = 4;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, SortedParts> incomplete = new LinkedHashMap<>();

  /** Writes an update. */
  public static List<byte[]> of(RuleUpdate update) {
    var content = Base64.getEncoder().encodeToString(Packed.of(update.document()));
    int parts = Math.max(1, (content.length() + MAX_PART - 1) / MAX_PART);
    if (parts > MAX_PARTS) {
      throw new IllegalArgumentException(
          "the document is too large: "
              + content.length()
              + " bytes compressed, and at most "
              + (long) MAX_PARTS * MAX_PART
              + " are taken");
    }
    var records = new ArrayList<byte[]>(parts);
    for (int part = 1; part <= parts; part++) {
      int from = (part - 1) * MAX_PART;
      var json = JSON.createObjectNode();
      json.put("id", update.id());
      json.put("kind", update.kind().key());
      json.put("part", part);
      json.put("of", parts);
      json.put("content", content.substring(from, Math.min(content.length(), from + MAX_PART)));
      records.add(json.toString().getBytes(StandardCharsets.UTF_8));
    }
    return records;
  }

  /**
   * Reads one record.
   *
   * @return the update that it completes; empty while parts of it are missing
   * @throws MalformedUpdate when it is no record of an update
   */
  public Optional<RuleUpdate> take(byte[] record) throws MalformedUpdate {
    var root = root(record);
    var id = root.path("id").asText();
    var kindKey = root.path("kind").asText();
    if (!root.path("id").isTextual() || id.isBlank()) {
      throw new MalformedUpdate("", kindKey, "no 'id' by which to answer");
    }
    var kind =
        RuleKind.ofKey(kindKey)
            .orElseThrow(
                () ->
                    new MalformedUpdate(
                        id,
                        kindKey,
                        "'kind' is '"
                            + kindKey
                            + "', and can be catalogue, suppressions or exploitation"));
    if (root.path("document").isObject()) {
      return Optional.of(new RuleUpdate(id, kind, root.path("document").toString()));
    }
    if (!root.path("content").isTextual()) {
      throw new MalformedUpdate(id, kindKey, "neither a 'document' nor the 'content' of a part");
    }
    return part(id, kind, root, record);
  }

  private static JsonNode root(byte[] record) throws MalformedUpdate {
    try {
      var root = JSON.readTree(record);
      if (root != null && root.isObject()) {
        return root;
      }
    } catch (JsonProcessingException e) {
      throw new MalformedUpdate("", "", "no JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new MalformedUpdate("", "", "no JSON object");
  }

  private Optional<RuleUpdate> part(String id, RuleKind kind, JsonNode root, byte[] record)
      throws MalformedUpdate {
    int of = root.path("of").asInt(1);
    int part = root.path("part").asInt(1);
    if (of < 1 || of > MAX_PARTS || part < 1 || part > of) {
      throw new MalformedUpdate(id, kind.key(), "part " + part + " of " + of + " cannot be");
    }
    var parts = incomplete.get(id);
    if (parts == null || parts.of != of || parts.kind != kind) {
      parts = new SortedParts(kind, of);
      incomplete.put(id, parts);
    }
    parts.contents.put(part, root.path("content").asText());
    parts.records.put(part, record);
    if (parts.contents.size() < of) {
      forgetOldest();
      return Optional.empty();
    }
    incomplete.remove(id);
    return Optional.of(new RuleUpdate(id, kind, document(id, kind, parts)));
  }

  private static String document(String id, RuleKind kind, SortedParts parts)
      throws MalformedUpdate {
    try {
      return Packed.textOf(Base64.getDecoder().decode(String.join("", parts.contents.values())));
    } catch (IllegalArgumentException | UncheckedIOException e) {
      throw new MalformedUpdate(
          id, kind.key(), "'content' is no Base64 of gzip: " + e.getMessage());
    }
  }

  /** Somebody who never sends the rest must not fill the state. */
  private void forgetOldest() {
    Iterator<SortedParts> oldest = incomplete.values().iterator();
    while (incomplete.size() > MAX_INCOMPLETE) {
      oldest.next();
      oldest.remove();
    }
  }

  /** The records of updates that are not complete yet: taken in again, they stand for this. */
  public List<byte[]> waiting() {
    var records = new ArrayList<byte[]>();
    incomplete.values().forEach(parts -> records.addAll(parts.records.values()));
    return records;
  }

  private static final class SortedParts {
    private final RuleKind kind;
    private final int of;
    private final TreeMap<Integer, String> contents = new TreeMap<>();
    private final TreeMap<Integer, byte[]> records = new TreeMap<>();

    SortedParts(RuleKind kind, int of) {
      this.kind = kind;
      this.of = of;
    }
  }
}

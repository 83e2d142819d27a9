// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index.sql;

import io.breakwater.console.index.record.Heading;
import io.breakwater.console.index.record.Trait;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What many exposures have in common, by number: there are some hundred headings and sets of traits
 * for any number of exposures.
 */
final class Interned {
  private static final int REMEMBERED = 100_000;

  private final Map<Heading, Long> headings = new HashMap<>();
  private final Map<List<Trait>, Long> traitSets = new HashMap<>();
  private final Map<List<String>, Long> sourceSets = new HashMap<>();
  private final Map<List<String>, Long> kindSets = new HashMap<>();

  /** After a roll-back: what was numbered may be gone. */
  void forget() {
    headings.clear();
    traitSets.clear();
    sourceSets.clear();
    kindSets.clear();
  }

  long heading(Heading heading, Statements statements) throws SQLException {
    var known = headings.get(heading);
    if (known != null) {
      return known;
    }
    var find = statements.of("SELECT id FROM heading WHERE title = ? AND type = ? AND rule = ?");
    Parameters.bind(find, heading.title(), heading.type(), heading.rule());
    long id = first(find, 0);
    if (id == 0) {
      id = first(statements.of("SELECT COALESCE(MAX(id), 0) + 1 AS id FROM heading"), 1);
      var insert = statements.of("INSERT INTO heading (id, title, type, rule) VALUES (?, ?, ?, ?)");
      Parameters.bind(insert, id, heading.title(), heading.type(), heading.rule());
      insert.executeUpdate();
    }
    remember(headings, heading, id);
    return id;
  }

  /**
   * @param traits sorted
   */
  long traitSet(List<Trait> traits, Statements statements) throws SQLException {
    var known = traitSets.get(traits);
    if (known != null) {
      return known;
    }
    var digest = digest(traits.stream().flatMap(Interned::parts).toList());
    var set = set("trait_set", digest, statements);
    if (set.isNew()) {
      var member =
          "INSERT INTO exposure_trait (set_id, place, uid, category, name, contributing)"
              + " VALUES (?, ?, ?, ?, ?, ?)";
      int place = 0;
      for (var trait : traits) {
        statements.add(
            member,
            set.id(),
            place++,
            trait.uid(),
            trait.category(),
            trait.name(),
            trait.contributing());
      }
      statements.send(member);
    }
    remember(traitSets, traits, set.id());
    return set.id();
  }

  /**
   * @param sources sorted
   */
  long sourceSet(List<String> sources, Statements statements) throws SQLException {
    return set(
        sourceSets,
        sources,
        "source_set",
        "INSERT INTO exposure_source (set_id, place, name) VALUES (?, ?, ?)",
        statements);
  }

  /**
   * @param words sorted
   */
  long kindSet(List<String> words, Statements statements) throws SQLException {
    return set(
        kindSets,
        words,
        "kind_set",
        "INSERT INTO exposure_kind (set_id, place, word) VALUES (?, ?, ?)",
        statements);
  }

  private static long set(
      Map<List<String>, Long> sets,
      List<String> members,
      String table,
      String insert,
      Statements statements)
      throws SQLException {
    var known = sets.get(members);
    if (known != null) {
      return known;
    }
    var set = set(table, digest(members), statements);
    if (set.isNew()) {
      int place = 0;
      for (var member : members) {
        statements.add(insert, set.id(), place++, member);
      }
      statements.send(insert);
    }
    remember(sets, members, set.id());
    return set.id();
  }

  private record Numbered(long id, boolean isNew) {}

  /** A new one has no members yet. */
  private static Numbered set(String table, String digest, Statements statements)
      throws SQLException {
    var find = statements.of("SELECT id FROM " + table + " WHERE digest = ?");
    Parameters.bind(find, digest);
    long known = first(find, 0);
    if (known != 0) {
      return new Numbered(known, false);
    }
    long id = first(statements.of("SELECT COALESCE(MAX(id), 0) + 1 AS id FROM " + table), 1);
    var insert = statements.of("INSERT INTO " + table + " (id, digest) VALUES (?, ?)");
    Parameters.bind(insert, id, digest);
    insert.executeUpdate();
    return new Numbered(id, true);
  }

  private static long first(PreparedStatement statement, long otherwise) throws SQLException {
    try (var rows = statement.executeQuery()) {
      return rows.next() ? rows.getLong("id") : otherwise;
    }
  }

  private static <K> void remember(Map<K, Long> known, K key, long id) {
    if (known.size() >= REMEMBERED) {
      known.clear();
    }
    known.put(key, id);
  }

  private static Stream<String> parts(Trait trait) {
    return Stream.of(
        trait.uid(), trait.category(), trait.name(), String.valueOf(trait.contributing()));
  }

  private static String digest(List<String> parts) {
    var digest = sha256();
    for (var part : parts) {
      digest.update(part.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
    }
    return HexFormat.of().formatHex(digest.digest(), 0, 16);
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

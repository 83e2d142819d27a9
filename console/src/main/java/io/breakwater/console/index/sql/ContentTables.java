// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index.sql;

import io.breakwater.console.index.record.ExposureRevision;
import io.breakwater.console.index.record.SearchWords;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/**
 * What exposures can be found by beside their rows. What a close does not have stays as it was
 * while the exposure was open.
 */
final class ContentTables {
  private static final List<String> DROP =
      List.of(
          "DELETE FROM exposure_resource WHERE exposure_id = ?",
          "DELETE FROM exposure_vulnerability WHERE exposure_id = ?",
          "DELETE FROM exposure_tag WHERE exposure_id = ?");
  private static final String ADD_RESOURCE =
      "INSERT INTO exposure_resource (exposure_id, place, uid, name, type, role)"
          + " VALUES (?, ?, ?, ?, ?, ?)";
  private static final String ADD_VULNERABILITY =
      "INSERT INTO exposure_vulnerability (exposure_id, place, cve) VALUES (?, ?, ?)";
  private static final String ADD_TAG =
      "INSERT INTO exposure_tag (exposure_id, place, tag) VALUES (?, ?, ?)";

  private final Statements statements;
  private final Dialect dialect;
  private final Interned interned;
  private final ResourceTable resources;

  ContentTables(
      Statements statements, Dialect dialect, Interned interned, ResourceTable resources) {
    this.statements = statements;
    this.dialect = dialect;
    this.interned = interned;
    this.resources = resources;
  }

  /** Whether there is more to write than the row of the exposure. */
  boolean write(Held<ExposureRevision> exposure) throws SQLException {
    if (exposure.open().isEmpty()) {
      return false;
    }
    var open = exposure.open().get();
    var words = SearchWords.own(open);
    long digest = digest(open, words);
    boolean same = exposure.isStored() && exposure.content().digest() == digest;
    exposure.contains(
        new Content(
            interned.traitSet(open.traits(), statements),
            interned.sourceSet(open.sources(), statements),
            interned.kindSet(SearchWords.kinds(open), statements),
            open.signals(),
            digest));
    if (same) {
      return false;
    }
    if (exposure.isStored()) {
      drop(exposure.id());
    }
    writeWords(exposure, words);
    add(exposure.id(), open);
    return true;
  }

  private void drop(long exposure) throws SQLException {
    resources.leave(exposure);
    for (var sql : DROP) {
      statements.add(sql, exposure);
    }
  }

  private void writeWords(Held<ExposureRevision> exposure, Set<String> words) throws SQLException {
    if (exposure.isStored()) {
      var replace = statements.of(dialect.replaceWords());
      dialect.bindWords(replace, 1, words);
      replace.setLong(2, exposure.id());
      replace.addBatch();
    } else {
      var add = statements.of(dialect.addWords());
      add.setLong(1, exposure.id());
      dialect.bindWords(add, 2, words);
      add.addBatch();
    }
  }

  private void add(long exposure, ExposureRevision open) throws SQLException {
    int place = 0;
    for (var resource : open.revision().resources()) {
      resources.name(resource);
      statements.add(
          ADD_RESOURCE,
          exposure,
          place++,
          resource.uid(),
          resource.name(),
          resource.type(),
          resource.role());
    }
    place = 0;
    for (var cve : open.vulnerabilities()) {
      statements.add(ADD_VULNERABILITY, exposure, place++, cve);
    }
    place = 0;
    for (var tag : open.tags()) {
      statements.add(ADD_TAG, exposure, place++, tag);
    }
  }

  void send() throws SQLException {
    for (var sql : DROP) {
      statements.send(sql);
    }
    statements.send(ADD_RESOURCE);
    statements.send(ADD_VULNERABILITY);
    statements.send(ADD_TAG);
    statements.send(dialect.replaceWords());
    statements.send(dialect.addWords());
  }

  private static long digest(ExposureRevision exposure, Set<String> words) {
    var digest = Interned.sha256();
    for (var resource : exposure.revision().resources()) {
      digest.update(resource.toString().getBytes(StandardCharsets.UTF_8));
    }
    for (var texts : List.of(exposure.vulnerabilities(), exposure.tags(), words)) {
      digest.update(texts.toString().getBytes(StandardCharsets.UTF_8));
    }
    return ByteBuffer.wrap(digest.digest()).getLong();
  }
}

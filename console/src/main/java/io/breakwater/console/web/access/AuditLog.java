// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.web.access;

import com.fasterxml.jackson.databind.JsonNode;
import io.breakwater.console.web.json.Json;
import io.breakwater.console.web.json.Words;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who did what, when, from where, and what came of it: a line of JSON each, only ever added. */
public final class AuditLog implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AuditLog.class);

  private final OutputStream out;
  private final Clock clock;

  private AuditLog(OutputStream out, Clock clock) {
    this.out = out;
    this.clock = clock;
  }

  /**
   * @param file is made where there is none, for its owner only
   * @throws AccessException when it cannot be written
   */
  public static AuditLog in(Path file, Clock clock) {
    try {
      if (!Files.exists(file)) {
        var owner = PosixFilePermissions.fromString("rw-------");
        Files.createFile(file, PosixFilePermissions.asFileAttribute(owner));
      }
      return to(Files.newOutputStream(file, StandardOpenOption.APPEND), clock);
    } catch (IOException e) {
      throw new AccessException("cannot write the audit log " + file + ": " + e.getMessage(), e);
    }
  }

  public static AuditLog to(OutputStream out, Clock clock) {
    return new AuditLog(out, clock);
  }

  /**
   * Something that somebody did, or wanted to do.
   *
   * @param who empty where that is not known
   * @param what the request; empty where it says nothing, or what cannot be read
   * @param outcome the status of the answer, and the code of an error
   */
  record Entry(
      Optional<Person> who, String from, String asked, Optional<JsonNode> what, String outcome) {}

  synchronized void write(Entry entry) {
    var line =
        Json.object()
            .put("at", clock.instant().toString())
            .put("who", entry.who().map(Person::name).orElse(null))
            .put("role", entry.who().map(Person::role).map(Words::of).orElse(null))
            .put("from", entry.from())
            .put("asked", entry.asked())
            .put("outcome", entry.outcome());
    entry.what().ifPresent(what -> line.set("what", what));
    try {
      out.write(Json.ascii(line));
      out.write('\n');
      out.flush();
    } catch (IOException e) {
      LOG.error("the audit log cannot be written: {}; it misses {}", e.getMessage(), line);
    }
  }

  @Override
  public void close() {
    try {
      out.close();
    } catch (IOException e) {
      LOG.error("the audit log cannot be closed: {}", e.getMessage());
    }
  }
}

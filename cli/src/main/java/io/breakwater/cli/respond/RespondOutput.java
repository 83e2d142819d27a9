// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.respond;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.cli.Failure;
import io.breakwater.fakes.jira.Issue;
import io.breakwater.response.message.DeadEnd;
import io.breakwater.response.message.Report;
import io.breakwater.response.record.ResponseRecords;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What becomes of a run: counted, and written into files if asked. Thread-safe. */
public final class RespondOutput implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> FILES = List.of("exposures.ndjson", "certificates.ndjson");

  private final Path directory;
  private final long idleNanos;
  private final OutputStream reports;
  private final OutputStream deadLetters;
  private final Map<String, Long> counts = new TreeMap<>();
  private long read;
  private long dead;
  private volatile long lastNanos = System.nanoTime();

  /**
   * @param directory null for nowhere
   * @param idle how long nothing has to happen until it counts as over
   */
  public RespondOutput(Path directory, Duration idle) throws IOException {
    this.directory = directory;
    this.idleNanos = idle.toNanos();
    if (directory == null) {
      reports = OutputStream.nullOutputStream();
      deadLetters = OutputStream.nullOutputStream();
    } else {
      Files.createDirectories(directory);
      reports = Files.newOutputStream(directory.resolve("reports.ndjson"));
      deadLetters = Files.newOutputStream(directory.resolve("dead-letters.ndjson"));
    }
  }

  /** Hands all revisions of a file, or of the files of a directory, to the job. */
  public void read(Path path, RevisionFeed feed) {
    if (Files.isDirectory(path)) {
      var there = FILES.stream().map(path::resolve).filter(Files::exists).toList();
      if (there.isEmpty()) {
        throw new Failure("neither of " + String.join(", ", FILES) + " is in " + path);
      }
      there.forEach(file -> read(file, feed));
      return;
    }
    try (var lines = Files.lines(path)) {
      lines
          .filter(line -> !line.isBlank())
          .forEach(
              line -> {
                feed.add(line.getBytes(StandardCharsets.UTF_8));
                read++;
              });
    } catch (IOException | UncheckedIOException e) {
      throw new Failure("revisions cannot be read from " + path + ": " + e.getMessage(), e);
    }
  }

  public synchronized void add(Report report) {
    lastNanos = System.nanoTime();
    counts.merge(report.getWhat().name().toLowerCase(Locale.ROOT).replace('_', ' '), 1L, Long::sum);
    line(reports, ResponseRecords.of(report).json());
  }

  public synchronized void add(DeadEnd end) {
    lastNanos = System.nanoTime();
    dead++;
    for (var record : ResponseRecords.of(end)) {
      line(deadLetters, record.json());
    }
  }

  /** Writes how the tickets stand. */
  public void tickets(List<Issue> issues) {
    if (directory == null) {
      return;
    }
    try (var out = Files.newOutputStream(directory.resolve("tickets.ndjson"))) {
      for (var issue : issues) {
        line(out, json(issue).toString().getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ObjectNode json(Issue issue) {
    var json = JSON.createObjectNode();
    json.put("key", issue.key())
        .put("summary", issue.summary())
        .put("status", issue.status())
        .put("priority", issue.priority())
        .put("description", issue.description());
    var labels = json.putArray("labels");
    issue.labels().forEach(labels::add);
    var comments = json.putArray("comments");
    issue.comments().forEach(comment -> comments.add(comment.text().strip()));
    return json;
  }

  private static void line(OutputStream out, byte[] json) {
    try {
      out.write(json);
      out.write('\n');
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public boolean isIdle() {
    return System.nanoTime() - lastNanos > idleNanos;
  }

  public synchronized boolean hasDeadEnds() {
    return dead > 0;
  }

  /** For people. */
  public synchronized String summary() {
    var parts = new StringBuilder(read + " revisions read");
    counts.forEach((what, count) -> parts.append(", ").append(count).append(' ').append(what));
    return parts.append(", ").append(dead).append(" dead letters").toString();
  }

  @Override
  public void close() throws IOException {
    reports.close();
    deadLetters.close();
  }
}

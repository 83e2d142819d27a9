// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.run;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.breakwater.cli.run.Lines.Place;
import io.breakwater.core.signal.Severity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The revisions that the tasks of a run wrote, brought into one order that does not depend on how
 * many tasks there were: by time, then by exposure.
 *
 * <p>Holds where each revision stands, not the revisions themselves.
 */
final class RevisionFiles {
  private static final JsonFactory JSON = new JsonFactory();
  private static final Comparator<Entry> ORDER =
      Comparator.<Entry>comparingLong(entry -> entry.time)
          .thenComparing(entry -> entry.uid)
          .thenComparingInt(entry -> entry.activity);
  private static final int CLOSE = 3;

  private final List<Entry> entries;

  private RevisionFiles(List<Entry> entries) {
    this.entries = entries;
  }

  /**
   * @param suppressible whether suppressions are to be looked for as well
   */
  static RevisionFiles in(Path directory, boolean suppressible) throws IOException {
    var entries = new ArrayList<Entry>();
    Lines.each(
        directory,
        (bytes, begin, length, place) ->
            entries.add(entry(JSON.createParser(bytes, begin, length), place, suppressible)));
    entries.sort(ORDER);
    return new RevisionFiles(entries);
  }

  /** Only the top level is looked at, of finding_info the uid, of unmapped the suppressions. */
  private static Entry entry(JsonParser line, Place place, boolean suppressible)
      throws IOException {
    var entry = new Entry(place);
    try (var parser = line) {
      parser.nextToken();
      for (var key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
        var token = parser.nextToken();
        switch (key) {
          case "activity_id" -> entry.activity = parser.getIntValue();
          case "time" -> entry.time = parser.getLongValue();
          case "severity" -> entry.severity = Severity.ofLabel(parser.getText());
          case "finding_info" -> {
            entry.uid = textOf(parser, "uid");
            if (!suppressible || entry.activity == CLOSE) {
              return entry;
            }
            skipTheRest(parser);
          }
          case "unmapped" -> {
            suppressions(parser, entry);
            return entry;
          }
          default -> {
            if (token != JsonToken.VALUE_STRING) {
              parser.skipChildren();
            }
          }
        }
      }
    }
    throw new IOException("a revision without finding_info in " + place.file());
  }

  /** The text of a field of the object that the parser is at the beginning of. */
  private static String textOf(JsonParser parser, String field) throws IOException {
    while (!field.equals(parser.nextFieldName())) {
      parser.nextToken();
      parser.skipChildren();
    }
    parser.nextToken();
    return parser.getText();
  }

  private static void skipTheRest(JsonParser parser) throws IOException {
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      parser.nextToken();
      parser.skipChildren();
    }
  }

  private static void suppressions(JsonParser unmapped, Entry entry) throws IOException {
    for (var key = unmapped.nextFieldName(); key != null; key = unmapped.nextFieldName()) {
      unmapped.nextToken();
      if (key.equals("suppression")) {
        entry.suppression = textOf(unmapped, "id");
        return;
      }
      if (key.equals("suppression_ended")) {
        entry.endedSuppression = textOf(unmapped, "id");
        return;
      }
      unmapped.skipChildren();
    }
  }

  /** Every revision. */
  void writeAll(Path target) throws IOException {
    write(entries, target);
  }

  /**
   * The last revision of each exposure that is open, by uid.
   *
   * @return how many there are of each severity, the worst first
   */
  Map<Severity, Long> writeOpen(Path target) throws IOException {
    var open = open();
    write(open, target);
    var bySeverity = new TreeMap<Severity, Long>(Comparator.reverseOrder());
    open.forEach(entry -> bySeverity.merge(entry.severity, 1L, Long::sum));
    return bySeverity;
  }

  private List<Entry> open() {
    var last = new HashMap<String, Entry>();
    entries.forEach(entry -> last.put(entry.uid, entry));
    return last.values().stream()
        .filter(entry -> entry.activity != CLOSE)
        .sorted(Comparator.comparing(entry -> entry.uid))
        .toList();
  }

  /** How many of those that are open are suppressed, by the id of what suppresses them. */
  Map<String, Long> openSuppressedBy() {
    return counted(entry -> entry.suppression);
  }

  /** How many of those that are open were suppressed until that ended, in the same way. */
  Map<String, Long> openAfterTheEndOf() {
    return counted(entry -> entry.endedSuppression);
  }

  private Map<String, Long> counted(Function<Entry, String> suppression) {
    var counts = new TreeMap<String, Long>();
    open().stream()
        .map(suppression)
        .filter(id -> !id.isEmpty())
        .forEach(id -> counts.merge(id, 1L, Long::sum));
    return counts;
  }

  /** How many revisions created, updated and closed an exposure. */
  Map<String, Long> byActivity() {
    var counts = new TreeMap<String, Long>();
    var names = List.of("", "created", "updated", "closed");
    entries.forEach(entry -> counts.merge(names.get(entry.activity), 1L, Long::sum));
    return counts;
  }

  private static void write(List<Entry> entries, Path target) throws IOException {
    Lines.write(entries.stream().map(entry -> entry.place).toList(), target);
  }

  private static final class Entry {
    private final Place place;
    private int activity;
    private long time;
    private String uid = "";
    private Severity severity = Severity.UNKNOWN;
    private String suppression = "";
    private String endedSuppression = "";

    Entry(Place place) {
      this.place = place;
    }
  }
}

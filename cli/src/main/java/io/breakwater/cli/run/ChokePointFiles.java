// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.run;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.breakwater.cli.run.Lines.Place;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The choke points that the tasks of a run wrote, the one whose end would do most first: by how
 * many exposures would close, then by how many would be less severe, then by uid.
 */
final class ChokePointFiles {
  private static final JsonFactory JSON = new JsonFactory();

  private final List<Entry> entries;

  private ChokePointFiles(List<Entry> entries) {
    this.entries = entries;
  }

  static ChokePointFiles in(Path directory) throws IOException {
    var entries = new ArrayList<Entry>();
    Lines.each(
        directory,
        (bytes, begin, length, place) ->
            entries.add(entry(JSON.createParser(bytes, begin, length), place)));
    entries.sort(
        Comparator.<Entry>comparingInt(entry -> -entry.closes)
            .thenComparingInt(entry -> -entry.lowers)
            .thenComparing(entry -> entry.uid));
    return new ChokePointFiles(entries);
  }

  private static Entry entry(JsonParser line, Place place) throws IOException {
    var uid = "";
    int closes = 0;
    int lowers = 0;
    try (var parser = line) {
      parser.nextToken();
      for (var key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
        parser.nextToken();
        switch (key) {
          case "uid" -> uid = parser.getText();
          case "closes" -> closes = parser.getIntValue();
          case "lowers" -> lowers = parser.getIntValue();
          default -> parser.skipChildren();
        }
      }
    }
    return new Entry(place, uid, closes, lowers);
  }

  void writeAll(Path target) throws IOException {
    Lines.write(entries.stream().map(Entry::place).toList(), target);
  }

  /** How many there are. */
  int count() {
    return entries.size();
  }

  private record Entry(Place place, String uid, int closes, int lowers) {}
}

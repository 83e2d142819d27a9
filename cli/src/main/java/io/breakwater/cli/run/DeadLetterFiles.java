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

/** The dead letters that the tasks of a run wrote, in the order in which their records stand. */
final class DeadLetterFiles {
  private static final JsonFactory JSON = new JsonFactory();

  /** Offsets are numbers, some too large for any type: the longer one is the larger. */
  private static final Comparator<Entry> ORDER =
      Comparator.comparing(Entry::origin)
          .thenComparingInt(entry -> entry.offset().length())
          .thenComparing(Entry::offset)
          .thenComparingInt(Entry::chunk);

  private DeadLetterFiles() {}

  static void write(Path directory, Path target) throws IOException {
    var entries = new ArrayList<Entry>();
    Lines.each(
        directory,
        (bytes, begin, length, place) ->
            entries.add(entry(JSON.createParser(bytes, begin, length), place)));
    entries.sort(ORDER);
    List<Place> places = entries.stream().map(Entry::place).toList();
    Lines.write(places, target);
  }

  private static Entry entry(JsonParser line, Place place) throws IOException {
    var origin = "";
    var offset = "";
    int chunk = 0;
    try (var parser = line) {
      parser.nextToken();
      for (var key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
        parser.nextToken();
        switch (key) {
          case "origin" -> origin = parser.getText();
          case "offset" -> offset = parser.getText();
          case "chunk" -> chunk = parser.getIntValue();
          default -> parser.skipChildren();
        }
      }
    }
    return new Entry(place, origin, offset, chunk);
  }

  private record Entry(Place place, String origin, String offset, int chunk) {}
}

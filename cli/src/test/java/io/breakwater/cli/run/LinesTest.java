// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.cli.run.Lines.Place;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LinesTest {
  private static final int MEBIBYTE = 1 << 20;

  @TempDir private Path directory;

  @Test
  void every_line_is_read_and_found_again_wherever_buffers_end() throws IOException {
    var lines = new ArrayList<String>();
    var random = new Random(1);
    for (int length : new int[] {MEBIBYTE - 1, 0, 1, MEBIBYTE, 3 * MEBIBYTE + 7, MEBIBYTE - 9, 8}) {
      lines.add("x".repeat(length) + "ü");
    }
    for (int i = 0; i < 2_000; i++) {
      lines.add("line " + i + " " + "é".repeat(random.nextInt(2_000)));
    }
    Files.write(directory.resolve("part-0.ndjson"), lines.subList(0, 900));
    Files.write(directory.resolve("part-1.ndjson"), lines.subList(900, lines.size()));

    List<String> read = new ArrayList<>();
    List<Place> places = new ArrayList<>();
    Lines.each(
        directory,
        (bytes, begin, length, place) -> {
          read.add(new String(bytes, begin, length, StandardCharsets.UTF_8));
          places.add(place);
        });

    assertThat(read).isEqualTo(lines);
    var copy = directory.resolve("copy");
    Lines.write(places, copy);
    assertThat(Files.readAllLines(copy)).isEqualTo(lines);
  }

  @Test
  void where_nothing_was_written_there_is_no_line() throws IOException {
    Lines.each(
        directory.resolve("none"),
        (bytes, begin, length, place) -> {
          throw new AssertionError("there is a line");
        });
  }
}

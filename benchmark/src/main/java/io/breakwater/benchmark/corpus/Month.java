// SPDX-License-Identifier: Apache-2.0
package io.breakwater.benchmark.corpus;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.function.IntConsumer;
import java.util.zip.GZIPOutputStream;

/**
 * The events of a mix over a month, as Firehose leaves them in S3: a folder for each hour, in it
 * objects one after the other with nothing between them, as gzip.
 */
public final class Month {
  public static final Instant BEGIN = Instant.parse("2026-10-01T00:00:00Z");
  public static final Instant END = Instant.parse("2026-11-01T00:00:00Z");

  private static final DateTimeFormatter FOLDER =
      DateTimeFormatter.ofPattern("yyyy/MM/dd/HH").withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("'findings-1-'yyyy-MM-dd-HH-mm-ss'.gz'").withZone(ZoneOffset.UTC);
  private static final Duration MONTH = Duration.between(BEGIN, END);

  private final Events events;
  private final int count;

  /**
   * @throws IllegalArgumentException when there is not a millisecond for each event
   */
  public Month(Mix mix) {
    long apart = MONTH.toMillis() / mix.events();
    if (apart < 1) {
      throw new IllegalArgumentException(
          "events must be at most " + MONTH.toMillis() + ", was " + mix.events());
    }
    this.events = new Events(mix, BEGIN, apart);
    this.count = mix.events();
  }

  /**
   * Writes all of it below a directory.
   *
   * @param written told how many events there are so far, now and then
   */
  public void write(Path directory, IntConsumer written) throws IOException {
    int done = 0;
    for (var hour = BEGIN; done < count; hour = hour.plus(1, ChronoUnit.HOURS)) {
      var end = hour.plus(1, ChronoUnit.HOURS);
      try (var out = open(directory, hour)) {
        while (done < count && events.nextTime().isBefore(end)) {
          out.write(events.next().json());
          written.accept(++done);
        }
      }
    }
  }

  private static OutputStream open(Path directory, Instant hour) throws IOException {
    var folder = Files.createDirectories(directory.resolve(FOLDER.format(hour)));
    var file = folder.resolve(NAME.format(hour));
    return new BufferedOutputStream(new GZIPOutputStream(Files.newOutputStream(file)), 1 << 16);
  }
}

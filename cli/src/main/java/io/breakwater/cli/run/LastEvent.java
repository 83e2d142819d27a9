// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.run;

import io.breakwater.cli.Failure;
import io.breakwater.cli.Progress;
import io.breakwater.core.decode.Decoded;
import io.breakwater.core.decode.Decoder;
import io.breakwater.core.decode.IgnoredReason;
import io.breakwater.flink.Settings;
import io.breakwater.flink.files.RecordReader;
import io.breakwater.history.format.EventFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;

/** Finds the time of the latest event, which takes a pass over all of them. */
final class LastEvent {
  private static final Set<String> LEFT_OUT =
      Set.of(IgnoredReason.OUTSIDE_RANGE.code(), IgnoredReason.NOT_SELECTED.code());

  private final Events events;
  private final Progress progress;
  private final Decoder decoder = Decoder.withLimit(Settings.DEFAULT_MAX_RECORD_BYTES);
  private final long total;
  private Instant latest = Instant.EPOCH;
  private long records;
  private long bytes;

  LastEvent(Events events, Progress progress) {
    this.events = events;
    this.progress = progress;
    this.total = events.bytes();
  }

  /** Of the events that are selected; 1970 when none has a time. */
  Instant time() {
    progress.start();
    for (var file : events.files()) {
      read(file);
    }
    progress.end();
    return latest;
  }

  private void read(Path file) {
    try (var reader = new EventFormat().open(file)) {
      read(reader);
      bytes += reader.position();
    } catch (IOException e) {
      throw new Failure("cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  private void read(RecordReader reader) throws IOException {
    for (var next = reader.next(); next.isPresent(); next = reader.next()) {
      var decoded = events.selection().of(decoder.decode(next.get().bytes()));
      decoded
          .eventTime()
          .filter(time -> time.isAfter(latest) && isUsed(decoded))
          .ifPresent(time -> latest = time);
      records++;
      progress.show("looking for the latest event", records, bytes + reader.position(), total);
    }
  }

  private static boolean isUsed(Decoded decoded) {
    return decoded.parts().stream().anyMatch(part -> !LEFT_OUT.contains(part.reason()));
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.replay;

import io.breakwater.cli.Progress;
import io.breakwater.history.RemoteHistory;
import io.breakwater.history.Transfer;
import io.breakwater.history.archive.ArchiveHistory;
import io.breakwater.history.s3.S3History;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Brings what is elsewhere, no faster than asked for, and tells people how far it is. */
final class Courier {
  private static final double MEGABYTE = 1e6;

  private final PrintWriter err;
  private final Double rate;

  /**
   * @param rate in megabytes a second; null for no limit
   */
  Courier(PrintWriter err, Double rate) {
    this.err = err;
    this.rate = rate;
  }

  /**
   * All files of the place, in an order that is always the same.
   *
   * @param brought what is there of it already
   */
  List<Path> bring(RemoteHistory place, Brought brought) throws IOException, InterruptedException {
    var progress = new Progress(err, "bytes");
    progress.start();
    if (place instanceof ArchiveHistory && !brought.isThere()) {
      err.println(
          "breakwater: when this is interrupted, the replay goes on in EventBridge; the same command"
              + " goes on reading it, and with --cancel ends it");
    }
    Transfer.Listener listener =
        (what, bytes, done) -> progress.show("bringing " + what, bytes, done);
    var files = brought.files(transfer(listener));
    progress.end();
    err.printf(
        Locale.ROOT,
        "breakwater: %,d files, %.1f MB, of %s%n",
        files.size(),
        bytes(files) / MEGABYTE,
        place.name());
    if (place instanceof S3History s3) {
      tellArchived(s3.archived());
    }
    return files;
  }

  private Transfer transfer(Transfer.Listener listener) {
    if (rate == null) {
      return Transfer.unlimited(listener);
    }
    return Transfer.atMost(rate * MEGABYTE, listener);
  }

  private void tellArchived(List<String> objects) {
    if (!objects.isEmpty()) {
      err.printf(
          Locale.ROOT,
          "breakwater: left out %,d objects that must be restored first, such as %s%n",
          objects.size(),
          objects.get(0));
    }
  }

  private static long bytes(List<Path> files) throws IOException {
    long bytes = 0;
    for (var file : files) {
      bytes += Files.size(file);
    }
    return bytes;
  }
}

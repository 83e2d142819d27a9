// SPDX-License-Identifier: Apache-2.0
package io.breakwater.history;

import io.breakwater.core.time.TimeRange;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A place away from this machine that keeps past events. */
public interface RemoteHistory {
  /** As people name it, such as {@code s3://bucket/prefix}. */
  String name();

  /**
   * Brings all that may hold events of a range into files. Goes on where an earlier call for the
   * same range was interrupted: what that left in the directory is kept and not brought again.
   *
   * @param range of the times of events; what is brought may hold others as well
   * @param directory made when it is not there; used for this place and this range only
   * @param transfer told of every step, so that it can hold back and show how far it is
   * @return files that {@link io.breakwater.history.format.EventFormat} reads, in a fixed order
   * @throws HistoryException when the place refuses, saying what and why
   */
  List<Path> bring(TimeRange range, Path directory, Transfer transfer)
      throws IOException, InterruptedException;
}

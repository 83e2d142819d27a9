// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.local;

import io.breakwater.flink.Sinks;
import io.breakwater.flink.Sources;

/** What lies between the demo organisation, the job, and whoever watches. */
interface Wiring extends AutoCloseable {
  /** What a person who wants to look in must know; empty for nothing. */
  String where();

  Sources sources();

  Sinks sinks();

  /** The job is running: events may flow. */
  void open();

  /** Ends all that was started; the job is over by now. */
  @Override
  void close();
}

// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.local;

import io.breakwater.console.web.Outlets;
import io.breakwater.flink.Sinks;
import io.breakwater.flink.Sources;
import java.time.Duration;

/** What lies between the demo organisation, the job, and whoever watches. */
interface Wiring extends AutoCloseable {
  /** What a person who wants to look in must know; empty for nothing. */
  String where();

  /** What time it is for certificates; it is set going once the job reads events. */
  AcceleratedClock certificateClock();

  /** How long an event is on its way to the job, at most as a rule. */
  Duration delivery();

  Sources sources();

  Sinks sinks();

  /** Takes what people do in the console. */
  Outlets outlets();

  /** The job is running: events may flow. */
  void open();

  /** Ends all that was started; the job is over by now. A second time it does nothing. */
  @Override
  void close();
}

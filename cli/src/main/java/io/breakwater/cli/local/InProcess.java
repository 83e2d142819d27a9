// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.local;

import io.breakwater.flink.Sinks;
import io.breakwater.flink.Sources;

/** Nothing in between: the job makes the events itself and hands over what it finds. */
final class InProcess implements Wiring {
  private final DemoFindings findings;
  private final LocalOutput output;

  InProcess(long seed, double eventsPerSecond, Receiver receiver) {
    this.findings = new DemoFindings(seed, eventsPerSecond);
    this.output =
        new LocalOutput(
            receiver::revision, receiver::certificate, receiver::chokePoint, receiver::deadLetter);
  }

  @Override
  public String where() {
    return "";
  }

  @Override
  public Sources sources() {
    return findings;
  }

  @Override
  public Sinks sinks() {
    return output;
  }

  @Override
  public void open() {}

  @Override
  public void close() {
    output.close();
  }
}

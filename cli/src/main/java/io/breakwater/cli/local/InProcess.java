// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.local;

import io.breakwater.console.web.Outlets;
import io.breakwater.flink.Sinks;
import io.breakwater.flink.Sources;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Nothing in between: the job makes the events itself and hands over what it finds. */
final class InProcess implements Wiring {
  private final AcceleratedClock certificateClock;
  private final DemoFindings findings;
  private final LocalOutput output;
  private final LocalActions actions = new LocalActions();
  private final LocalLetters letters = new LocalLetters();

  /**
   * @param speed how many times faster than the wall clock certificates age
   */
  InProcess(long seed, double eventsPerSecond, double speed, Receiver receiver) {
    this.certificateClock = AcceleratedClock.by(Clock.systemUTC(), speed);
    this.findings = new DemoFindings(seed, eventsPerSecond, certificateClock, actions, letters);
    this.output =
        new LocalOutput(
            receiver::revision,
            receiver::certificate,
            receiver::chokePoint,
            receiver::deadLetter,
            receiver::actionAnswer);
  }

  @Override
  public String where() {
    return "";
  }

  @Override
  public AcceleratedClock certificateClock() {
    return certificateClock;
  }

  @Override
  public Duration delivery() {
    return Duration.ofSeconds(1);
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
  public Outlets outlets() {
    return new Outlets(Optional.of(actions), Optional.of(letters));
  }

  @Override
  public void open() {}

  @Override
  public void close() {
    output.close();
    actions.close();
    letters.close();
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.breakwater.benchmark.faults;

/** One part of a run: some events come in, and meanwhile something goes wrong. */
enum Act {
  NOTHING("nothing goes wrong"),
  TASK_MANAGERS_KILLED("kill -9 of a TaskManager"),
  JOB_MANAGER_KILLED("kill -9 of the JobManager"),
  DISK_FULL("no room for checkpoints"),
  CONNECTIONS_DROPPED("Kinesis drops connections"),
  UNAVAILABLE("Kinesis is unavailable"),
  THROTTLED("Kinesis throttles"),
  SOME_REFUSED("Kinesis refuses single records"),
  SILENT("Kinesis does not answer"),
  SLOW_SINK("Kinesis is slow to write"),
  POISON("records that nobody can read"),
  PEOPLE_DECIDE("people decide, and a TaskManager is killed"),
  CLOCK_SKEW("clocks of sources are wrong"),
  RULES_CHANGED("rules change, and a TaskManager is killed");

  private final String words;

  Act(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }
}

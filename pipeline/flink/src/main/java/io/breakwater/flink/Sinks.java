// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink;

import io.breakwater.flink.types.Output;
import org.apache.flink.streaming.api.datastream.DataStream;

/** Where what the job finds is written. */
public interface Sinks {
  /** Every revision of every exposure, as OCSF. */
  void exposures(DataStream<Output> revisions);

  /** What several exposures rest on, each time that it changed. */
  void chokePoints(DataStream<Output> points);

  /** Every revision of every certificate alert, as OCSF. */
  void certificates(DataStream<Output> revisions);

  /** What could not be read, with reason and raw bytes. */
  void deadLetters(DataStream<Output> letters);

  /** What became of each update of rules; asked only where there may be any. */
  default void ruleAnswers(DataStream<Output> answers) {
    throw new UnsupportedOperationException("these sinks are for rules that never change");
  }

  /** What became of each action; asked only where there may be any. */
  default void actionAnswers(DataStream<Output> answers) {
    throw new UnsupportedOperationException("these sinks are for jobs that nobody acts on");
  }
}

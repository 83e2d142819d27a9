// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink;

import io.breakwater.flink.types.Record;
import java.util.Optional;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Where findings are read. */
@FunctionalInterface
public interface Sources {
  /** The records of the input, named and with a uid. */
  DataStream<Record> findings(StreamExecutionEnvironment env);

  /** Updates of rules, named and with a uid; empty where the rules stay those of the start. */
  default Optional<DataStream<Record>> rules(StreamExecutionEnvironment env) {
    return Optional.empty();
  }

  /**
   * What people decide about exposures, named and with a uid; empty where nobody acts on the job,
   * as on a bounded run.
   */
  default Optional<DataStream<Record>> actions(StreamExecutionEnvironment env) {
    return Optional.empty();
  }
}

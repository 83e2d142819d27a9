// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink;

import io.breakwater.flink.types.Record;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Where findings are read. */
@FunctionalInterface
public interface Sources {
  /** The records of the input, named and with a uid. */
  DataStream<Record> findings(StreamExecutionEnvironment env);
}

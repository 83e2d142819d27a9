// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response;

import io.breakwater.response.message.Arrival;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Where revisions of exposures and certificate alerts are read. */
@FunctionalInterface
public interface ResponseSources {
  /** The records of both streams, named and with a uid. */
  DataStream<Arrival> revisions(StreamExecutionEnvironment env);
}

// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response;

import io.breakwater.response.message.Arrival;
import java.util.Optional;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.statefun.flink.common.protobuf.ProtobufTypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Where revisions of exposures and certificate alerts are read. */
public interface ResponseSources {
  /** The type of what is read. */
  TypeInformation<Arrival> TYPE = new ProtobufTypeInformation<>(Arrival.class);

  /** The records of both streams, named and with a uid. */
  DataStream<Arrival> revisions(StreamExecutionEnvironment env);

  /** What operators ask of the job, named and with a uid; empty where they cannot. */
  default Optional<DataStream<Arrival>> controls(StreamExecutionEnvironment env) {
    return Optional.empty();
  }
}

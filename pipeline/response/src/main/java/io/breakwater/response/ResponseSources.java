// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response;

import io.breakwater.response.message.Arrival;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.statefun.flink.common.protobuf.ProtobufTypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Where revisions of exposures and certificate alerts are read. */
@FunctionalInterface
public interface ResponseSources {
  /** The type of what is read. */
  TypeInformation<Arrival> TYPE = new ProtobufTypeInformation<>(Arrival.class);

  /** The records of both streams, named and with a uid. */
  DataStream<Arrival> revisions(StreamExecutionEnvironment env);
}

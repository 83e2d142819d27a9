// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response;

import io.breakwater.response.message.DeadEnd;
import io.breakwater.response.message.Report;
import org.apache.flink.streaming.api.datastream.DataStream;

/** Where what the job has to say of itself is written; what it does is done elsewhere. */
public interface ResponseSinks {
  /** What has become of tickets. */
  void reports(DataStream<Report> reports);

  /** What could not be read, and what could not be done in the end. */
  void deadEnds(DataStream<DeadEnd> ends);
}

// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.kinesis;

import io.breakwater.flink.kinesis.KinesisStreams;
import io.breakwater.flink.types.Output;
import io.breakwater.flink.types.WireTypes;
import io.breakwater.response.ResponseSinks;
import io.breakwater.response.message.DeadEnd;
import io.breakwater.response.message.Report;
import io.breakwater.response.record.ResponseRecords;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.streaming.api.datastream.DataStream;

/** Reports and dead letters, each into a stream of their own, at least once. */
public final class KinesisReports implements ResponseSinks {
  private final ResponseStreams streams;

  public KinesisReports(ResponseStreams streams) {
    this.streams = streams;
  }

  @Override
  public void reports(DataStream<Report> reports) {
    write(
        reports,
        (report, out) -> out.collect(ResponseRecords.of(report)),
        "reports",
        streams.reports());
  }

  @Override
  public void deadEnds(DataStream<DeadEnd> ends) {
    write(
        ends,
        (end, out) -> ResponseRecords.of(end).forEach(out::collect),
        "dead letters",
        streams.deadLetters());
  }

  private <T> void write(
      DataStream<T> what, FlatMapFunction<T, Output> records, String name, String stream) {
    var outputs =
        what.flatMap(records, WireTypes.OUTPUT)
            .name("put " + name + " in form")
            .uid("put-" + name.replace(' ', '-') + "-in-form");
    KinesisStreams.write(outputs, name.replace(' ', '-'), stream, streams.place());
  }
}

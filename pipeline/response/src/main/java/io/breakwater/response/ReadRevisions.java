// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response;

import io.breakwater.response.account.RevisionMeasures;
import io.breakwater.response.function.Functions;
import io.breakwater.response.message.Arrival;
import io.breakwater.response.message.DeadEnd;
import io.breakwater.response.notice.MalformedRevisionException;
import io.breakwater.response.notice.NoticeReader;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.statefun.flink.common.protobuf.ProtobufTypeInformation;
import org.apache.flink.statefun.flink.core.message.RoutableMessage;
import org.apache.flink.statefun.flink.core.message.RoutableMessageBuilder;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/** Reads the records of the streams, and brings each to the function of its exposure. */
final class ReadRevisions extends ProcessFunction<Arrival, RoutableMessage> {
  private static final long serialVersionUID = 1L;

  static final OutputTag<DeadEnd> UNREADABLE =
      new OutputTag<>("unreadable", new ProtobufTypeInformation<>(DeadEnd.class));

  private transient RevisionMeasures measures;

  @Override
  public void open(OpenContext context) {
    measures = RevisionMeasures.of(getRuntimeContext().getMetricGroup());
  }

  @Override
  public void processElement(Arrival arrival, Context context, Collector<RoutableMessage> out) {
    try {
      var notice =
          NoticeReader.read(
              arrival.getRecord().toByteArray(), arrival.getArrivedAt(), arrival.getPosition());
      measures.read(notice);
      out.collect(
          RoutableMessageBuilder.builder()
              .withTargetAddress(Functions.EXPOSURE, notice.getUid())
              .withMessageBody(notice)
              .build());
    } catch (MalformedRevisionException e) {
      measures.unreadable();
      context.output(
          UNREADABLE,
          DeadEnd.newBuilder()
              .setReason("unreadable")
              .setDetail(e.getMessage())
              .setArrival(arrival)
              .build());
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.account;

import io.breakwater.flink.account.JobMetric;
import io.breakwater.response.message.Report;
import io.breakwater.response.message.Report.What;
import java.util.EnumMap;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/** Counts what has become of things, and hands it on. */
public final class MeasureReports extends ProcessFunction<Report, Report> {
  private static final long serialVersionUID = 1L;

  private transient Map<What, Counter> counters;
  private transient Times tickets;

  @Override
  public void open(OpenContext context) {
    counters = new EnumMap<>(What.class);
    count(What.MADE, ResponseMetric.TICKETS_MADE);
    count(What.CLOSED, ResponseMetric.TICKETS_CLOSED);
    count(What.REOPENED, ResponseMetric.TICKETS_REOPENED);
    count(What.LEFT_TO_PEOPLE, ResponseMetric.TICKETS_LEFT_TO_PEOPLE);
    count(What.MOVE_REFUSED, ResponseMetric.MOVES_REFUSED);
    count(What.ESCALATED, ResponseMetric.TICKETS_ESCALATED);
    count(What.TOLD, ResponseMetric.MESSAGES_SENT);
    count(What.CAPPED, ResponseMetric.STORMS_CAPPED);
    count(What.GIVEN_UP, ResponseMetric.GIVEN_UP);
    tickets =
        Times.measured(
            getRuntimeContext().getMetricGroup(),
            ResponseMetric.TICKET_MEDIAN_SECONDS,
            ResponseMetric.TICKET_P95_SECONDS);
  }

  private void count(What what, ResponseMetric metric) {
    var group = getRuntimeContext().getMetricGroup().addGroup(JobMetric.GROUP);
    counters.put(what, group.counter(metric.metricName()));
  }

  @Override
  public void processElement(Report report, Context context, Collector<Report> out) {
    if (!report.getOnlySaid()) {
      var counter = counters.get(report.getWhat());
      if (counter != null) {
        counter.inc();
      }
      if (report.getWhat() == What.MADE) {
        tickets.took(report.getTook());
      }
    }
    out.collect(report);
  }
}

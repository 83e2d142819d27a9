// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.web.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.console.index.query.Heard;
import io.breakwater.console.index.query.Risk;
import io.breakwater.console.index.query.Took;
import io.breakwater.console.index.query.Trend;
import java.time.Instant;

/** Counts over all that is open, and over time. */
public final class SummaryJson {
  private SummaryJson() {}

  public static ObjectNode risk(Risk risk) {
    return Json.object()
        .put("title", risk.title())
        .put("exposures", risk.exposures())
        .put("critical", risk.critical())
        .put("worst", risk.worst().word())
        .put("latest", Json.time(risk.latest()));
  }

  public static ObjectNode trend(Trend trend) {
    var json = Json.object().put("step", trend.step().toString());
    json.set("points", Json.array(trend.points(), SummaryJson::point));
    return json;
  }

  private static ObjectNode point(Trend.Point point) {
    var json = Json.object().put("from", Json.time(point.from()));
    json.set("open", SeverityJson.counts(point.open()));
    json.set("opened", SeverityJson.counts(point.opened()));
    json.set("closed", SeverityJson.counts(point.closed()));
    return json;
  }

  public static ObjectNode took(Took took) {
    return Json.object()
        .put("severity", took.severity().word())
        .put("count", took.count())
        .put("p50Seconds", Json.seconds(took.p50()))
        .put("p95Seconds", Json.seconds(took.p95()));
  }

  /**
   * Nobody was heard later than now: what says so was told by a clock that is ahead, as that of the
   * certificates of a demo.
   */
  public static ObjectNode heard(Heard heard, Instant now) {
    return Json.object()
        .put("account", heard.account())
        .put("region", heard.region())
        .put("source", heard.source())
        .put("first", Json.time(earlier(heard.first(), now)))
        .put("last", Json.time(earlier(heard.last(), now)));
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.web.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.console.index.query.Count;
import io.breakwater.console.index.query.Exposure;
import io.breakwater.console.index.query.ExposureDetail;
import io.breakwater.console.index.query.ExposureDetail.Past;
import io.breakwater.console.index.query.ExposureDetail.Told;
import io.breakwater.console.index.query.Group;
import io.breakwater.console.index.query.Ticket;
import io.breakwater.console.index.record.ActionAnswer;
import io.breakwater.console.index.record.Trait;
import java.util.List;

/** Exposures as the page sees them. */
public final class ExposureJson {
  private ExposureJson() {}

  public static ObjectNode row(Exposure exposure) {
    var row =
        Json.object()
            .put("uid", exposure.uid())
            .put("open", exposure.open())
            .put("replay", exposure.replay())
            .put("episode", exposure.episode())
            .put("severity", exposure.severity().word())
            .put("status", exposure.status().word())
            .put("title", exposure.title())
            .put("type", exposure.type())
            .put("rule", exposure.rule())
            .put("account", exposure.account())
            .put("region", exposure.region());
    row.putObject("resource")
        .put("uid", exposure.resourceUid())
        .put("name", exposure.resourceName())
        .put("type", exposure.resourceType());
    row.put("owner", exposure.owner()).put("signals", exposure.signals());
    row.set("traits", Json.array(exposure.traits(), ExposureJson::trait));
    row.set("ticket", exposure.ticket().map(ExposureJson::ticket).orElse(null));
    return row.put("opened", Json.time(exposure.opened()))
        .put("changed", Json.time(exposure.changed()))
        .put("openForSeconds", exposure.openFor().map(Json::seconds).orElse(null));
  }

  public static ObjectNode detail(ExposureDetail detail) {
    var json = Json.object();
    json.set("exposure", row(detail.exposure()));
    Json.putRecord(json, "finding", detail.json());
    json.set("revisions", past(detail.revisions()));
    json.set("tickets", Json.array(detail.tickets(), ExposureJson::ticket));
    json.set("reports", reports(detail.reports()));
    json.set("answers", Json.array(detail.answers(), ExposureJson::answer));
    return json;
  }

  static ArrayNode past(List<Past> revisions) {
    return Json.array(
        revisions,
        past ->
            Json.object()
                .put("sequence", past.sequence().number())
                .put("revisionUid", past.revisionUid())
                .put("activity", past.activity())
                .put("time", Json.time(past.time()))
                .put("severity", past.severity().word())
                .put("replay", past.replay())
                .put("outcome", Words.of(past.outcome())));
  }

  private static ObjectNode trait(Trait trait) {
    return Json.object()
        .put("uid", trait.uid())
        .put("name", trait.name())
        .put("category", trait.category())
        .put("contributing", trait.contributing());
  }

  static ObjectNode ticket(Ticket ticket) {
    return Json.object()
        .put("target", ticket.target())
        .put("route", ticket.route())
        .put("id", ticket.ticket())
        .put("url", ticket.url())
        .put("status", ticket.status())
        .put("what", ticket.what())
        .put("at", Json.time(ticket.at()));
  }

  static ArrayNode reports(List<Told> reports) {
    return Json.array(
        reports,
        told ->
            Json.object()
                .put("what", told.what())
                .put("onlySaid", told.onlySaid())
                .put("target", told.target())
                .put("route", told.route())
                .put("detail", told.detail())
                .put("by", told.by())
                .put("at", Json.time(told.at())));
  }

  private static ObjectNode answer(ActionAnswer answer) {
    return Json.object()
        .put("uid", answer.action())
        .put("action", answer.kind())
        .put("by", answer.by())
        .put("at", Json.time(answer.at()))
        .put("outcome", answer.outcome())
        .put("detail", answer.reason());
  }

  public static ObjectNode count(Count count) {
    return Json.object().put("value", count.value()).put("exposures", count.exposures());
  }

  public static ObjectNode group(Group group) {
    var json =
        Json.object()
            .put("value", group.value())
            .put("exposures", group.exposures())
            .put("critical", group.critical())
            .put("worst", group.worst().word())
            .put("latest", Json.time(group.latest()));
    json.set("within", Json.array(group.within(), ExposureJson::group));
    return json;
  }
}

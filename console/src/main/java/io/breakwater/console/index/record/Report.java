// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index.record;

import java.util.Optional;

/**
 * A record of the stream of reports: what the response job did, or would have done.
 *
 * @param uid of the exposure or the alert
 * @param at in milliseconds since 1970
 * @param onlySaid nothing was done: a dry run, or a replay
 * @param ticket by which people know it; empty where the report is of no ticket
 */
public record Report(
    String what,
    boolean onlySaid,
    long at,
    String kind,
    String uid,
    String revision,
    String target,
    String route,
    Optional<String> ticket,
    String url,
    String status,
    String detail,
    String by) {
  public static Report parse(byte[] bytes) throws BrokenRecordException {
    var record = Fields.in(bytes);
    record.requiredText("/at");
    return new Report(
        record.identity("/what"),
        record.flag("/only_said"),
        record.instant("/at").orElseThrow(() -> Fields.notA("/at", "a time, as ISO 8601 has it")),
        record.identity("/kind"),
        record.identity("/uid"),
        record.text("/revision"),
        Text.cut(record.requiredText("/target"), Text.IDENTITY),
        Text.cut(record.requiredText("/route"), Text.IDENTITY),
        Optional.of(Text.indexed(record.text("/ticket"))).filter(ticket -> !ticket.isEmpty()),
        record.text("/url"),
        Text.indexed(record.text("/status")),
        record.text("/detail"),
        record.text("/by"));
  }
}

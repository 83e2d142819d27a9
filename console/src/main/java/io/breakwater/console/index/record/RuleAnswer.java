// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index.record;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * A record of the stream of answers to updates of rules: what the correlation job made of one.
 *
 * @param uid the same when it is given again
 * @param update the id of the update; empty for a record that has none
 * @param kind of rules, as the update has it
 * @param version of the rules of the kind that hold from then on; empty where they are those that
 *     the job was started with
 * @param at when it was judged
 * @param detail the faults of what was refused, or what else its sender should look at, a line each
 */
public record RuleAnswer(
    String uid,
    String update,
    String kind,
    String version,
    String outcome,
    Instant at,
    String detail) {
  /** Nobody reads more faults than that, and an update may have one in each of its lines. */
  private static final int LONGEST = 16_000;

  public static RuleAnswer parse(byte[] bytes) throws BrokenRecordException {
    var record = Fields.in(bytes);
    var faults = lines(record, "/reasons");
    return new RuleAnswer(
        record.identity("/uid"),
        record.requiredText("/id"),
        record.requiredText("/kind"),
        record.text("/in_force/version"),
        record.identity("/outcome"),
        Instant.ofEpochMilli(record.time("/time")),
        Text.cut(faults.isEmpty() ? lines(record, "/warnings") : faults, LONGEST));
  }

  private static String lines(Fields record, String path) {
    return StreamSupport.stream(record.each(path).spliterator(), false)
        .map(JsonNode::asText)
        .map(Text::storable)
        .collect(Collectors.joining("\n"));
  }
}

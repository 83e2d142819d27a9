// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index.record;

import java.time.Instant;

/**
 * A record of the stream of answers to actions: what the correlation job made of one.
 *
 * @param uid the same when it is given again
 * @param action the uid of the action
 * @param kind what the action asked for
 * @param exposure which the action was about; there may be none of this uid
 * @param at when it was judged
 * @param reason why it does not hold; empty where it does
 */
public record ActionAnswer(
    String uid,
    String action,
    String kind,
    String exposure,
    String by,
    String outcome,
    Instant at,
    String reason) {
  public static ActionAnswer parse(byte[] bytes) throws BrokenRecordException {
    var record = Fields.in(bytes);
    return new ActionAnswer(
        record.identity("/uid"),
        record.identity("/id"),
        record.identity("/kind"),
        record.identity("/exposure"),
        record.requiredText("/by"),
        record.identity("/outcome"),
        Instant.ofEpochMilli(record.time("/time")),
        record.text("/reason"));
  }
}

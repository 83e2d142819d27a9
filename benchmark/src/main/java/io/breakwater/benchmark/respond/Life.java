// SPDX-License-Identifier: Apache-2.0
package io.breakwater.benchmark.respond;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What happens to one exposure, as the records of its stream: it opens, changes several times, is
 * over, opens again, changes, and every other one is over again in the end.
 */
final class Life {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TITLE = "Potential Remote Execution: EC2 instance has weaknesses";
  private static final int MEDIUM = 3;
  private static final int HIGH = 4;
  private static final int CRITICAL = 5;
  private static final int CLOSE = 3;

  private final int number;
  private final String uid;
  private final Account account;
  private final List<String> traits = new ArrayList<>();
  private final List<Step> steps = new ArrayList<>();
  private int severity = MEDIUM;
  private int episode = 1;

  private Life(int number) {
    this.number = number;
    this.uid = "exposure-%032x".formatted(number);
    this.account = Account.of(number / 2);
    traits.add("weakness 1 of " + number);
    add(1, "");
    another();
    rise(HIGH);
    another();
    close();
    episode++;
    add(1, "It is open again: " + TITLE + " (High).");
    another();
    rise(CRITICAL);
    if (number % 2 == 0) {
      close();
    }
  }

  static Life of(int number) {
    return new Life(number);
  }

  /**
   * One revision.
   *
   * @param told what the ticket has to tell of it, once; empty for the one that the ticket is made
   *     of
   */
  record Step(String record, String told) {}

  String uid() {
    return uid;
  }

  Account account() {
    return account;
  }

  /** The resource. */
  String name() {
    return "i-%017x".formatted(number);
  }

  List<Step> steps() {
    return steps;
  }

  /** Whether it is over in the end. */
  boolean endsClosed() {
    return number % 2 == 0;
  }

  /** What the ticket has to name in the end. */
  String lastTrait() {
    return traits.get(traits.size() - 1);
  }

  private void another() {
    var trait = "weakness " + (traits.size() + 1) + " of " + number;
    traits.add(trait);
    add(2, "New: " + trait + ".");
  }

  private void rise(int to) {
    severity = to;
    add(2, "The severity rose from " + (to == HIGH ? "Medium to High." : "High to Critical."));
  }

  private void close() {
    add(CLOSE, "It is over. It was fixed in episode " + episode + ".");
  }

  private void add(int activity, String told) {
    var record = JSON.createObjectNode();
    record
        .put("activity_id", activity)
        .put("class_uid", 2004)
        .put("severity_id", severity)
        .put("status_id", activity == CLOSE ? 4 : 1)
        .put("is_alert", activity != CLOSE);
    if (activity == CLOSE) {
      record.put("status_detail", "It was fixed in episode " + episode);
    }
    record
        .putObject("metadata")
        .put("version", "1.6.0")
        .put("uid", "%s-%d".formatted(uid, steps.size()));
    var info = record.putObject("finding_info").put("uid", uid).put("title", TITLE);
    info.put("desc", "The EC2 instance has weaknesses.");
    var all = info.putArray("traits");
    traits.forEach(trait -> all.addObject().put("name", trait).put("type", "Contributing Trait"));
    where(record);
    var unmapped = record.putObject("unmapped").put("replay", false);
    unmapped.putObject("episode").put("number", episode);
    if (activity == CLOSE) {
      unmapped.putObject("closed").put("reason", "fixed").put("confirmed", true);
    }
    steps.add(new Step(record.toString(), told));
  }

  private void where(ObjectNode record) {
    record
        .putArray("resources")
        .addObject()
        .put("uid", "arn:aws:ec2:eu-central-1:" + account.id() + ":instance/" + name())
        .put("name", name())
        .put("type", "AWS::EC2::Instance");
    var cloud = record.putObject("cloud").put("cloud_partition", "aws");
    cloud.put("region", "eu-central-1").putObject("account").put("uid", account.id());
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.breakwater.benchmark.respond;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.fakes.Trouble;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * All that the job speaks to: each account has a ticket for each of its exposures at one desk, and
 * messages or findings at another place.
 */
final class Counterparts implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> EVERYTHING =
      List.of("opened", "rose", "changed", "closed", "reopened");

  private final Map<Account, Desk> desks = new EnumMap<>(Account.class);
  private final Map<Account, Counterpart> others = new EnumMap<>(Account.class);

  Counterparts(RespondPlan plan) {
    var jira = JiraDesk.of(plan);
    var serviceNow = ServiceNowDesk.of(plan);
    add(Account.HUB, jira, FindingsOfHub.of(plan, Account.HUB.id()));
    add(Account.WEBHOOK, serviceNow, Messages.webhook(plan));
    add(Account.SPLUNK, jira, Messages.splunk(plan));
    add(Account.SNS, serviceNow, Messages.sns(plan, Account.HUB.id()));
  }

  private void add(Account account, Desk desk, Counterpart other) {
    desks.put(account, desk);
    others.put(account, other);
  }

  List<Desk> desks() {
    return desks.values().stream().distinct().toList();
  }

  private List<Counterpart> all() {
    return Stream.concat(desks().stream(), others.values().stream()).toList();
  }

  String plan() {
    var plan = JSON.createObjectNode().put("version", "1");
    var targets = plan.putObject("targets");
    all().forEach(one -> targets.set(one.name(), one.target()));
    var routes = plan.putArray("routes");
    for (var account : Account.values()) {
      route(routes.addObject(), account);
    }
    return plan.toPrettyString();
  }

  private void route(ObjectNode route, Account account) {
    route.put("name", account.name().toLowerCase(Locale.ROOT));
    route.putObject("when").putArray("account").add(account.id());
    route.putArray("tickets").add(desks.get(account).name());
    route
        .putArray("notify")
        .addObject()
        .put("target", others.get(account).name())
        .set("about", JSON.valueToTree(EVERYTHING));
  }

  Map<String, String> environment() {
    var all = new HashMap<String, String>();
    this.all().forEach(one -> all.putAll(one.environment()));
    return all;
  }

  Map<Trouble, Long> dealt() {
    var all = new EnumMap<Trouble, Long>(Trouble.class);
    for (var one : this.all()) {
      one.dealt().forEach((trouble, times) -> all.merge(trouble, times, Long::sum));
    }
    return all;
  }

  /** How many tickets there are. */
  int tickets() {
    return desks().stream().mapToInt(desk -> desk.tickets().size()).sum();
  }

  /** Grows with all that happens to any of them. */
  long changes() {
    return all().stream().mapToLong(Counterpart::changes).sum();
  }

  Figures judge(List<Life> lives) {
    var figures = new Figures();
    for (var desk : desks()) {
      desk.judge(of(lives, account -> desks.get(account) == desk), figures);
    }
    others.forEach((account, one) -> one.judge(of(lives, account::equals), figures));
    return figures;
  }

  private static List<Life> of(List<Life> lives, Predicate<Account> accounts) {
    return lives.stream().filter(life -> accounts.test(life.account())).toList();
  }

  @Override
  public void close() {
    all().forEach(Counterpart::close);
  }
}

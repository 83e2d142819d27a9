// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.diff;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Optional;

/** A comparison as one object, for programs. */
final class DiffJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Comparison comparison;

  private DiffJson(Comparison comparison) {
    this.comparison = comparison;
  }

  static ObjectNode of(Comparison comparison) {
    return new DiffJson(comparison).json();
  }

  private ObjectNode json() {
    var json = JSON.createObjectNode();
    json.set("before", side(comparison.before()));
    json.set("after", side(comparison.after()));
    texts(json.putArray("compared"), comparison.compared().stream().map(Subject::label).toList());
    json.put("ruleByRule", comparison.isRuleByRule());
    var rules = json.putArray("rules");
    comparison
        .changes()
        .forEach((change, count) -> rules.add(rule(change).put("differences", count)));
    var counts = json.putObject("counts");
    comparison.byKind().forEach((kind, count) -> counts.put(kind.label(), count));
    var accounts = json.putObject("accounts");
    comparison
        .byAccount()
        .forEach(
            (account, kinds) -> {
              var some = accounts.putObject(account);
              kinds.forEach((kind, count) -> some.put(kind.label(), count));
            });
    var differences = json.putArray("differences");
    comparison.differences().forEach(found -> differences.add(difference(found)));
    return json;
  }

  private static ObjectNode side(Side side) {
    var json = JSON.createObjectNode().put("name", side.name());
    side.catalogueVersion().ifPresent(version -> json.put("catalogueVersion", version));
    side.asOf().ifPresent(asOf -> json.put("asOf", asOf));
    var open = json.putObject("open");
    Comparison.bySeverity(side).forEach((severity, count) -> open.put(severity.label(), count));
    return json;
  }

  private static ObjectNode rule(RuleChange change) {
    return JSON.createObjectNode()
        .put("rule", change.rule().toString())
        .put("kind", change.rule().kind().label())
        .put("id", change.rule().id())
        .put("resourceType", change.rule().resourceType())
        .put("what", change.what());
  }

  private ObjectNode difference(Difference found) {
    var either = found.either();
    var json =
        JSON.createObjectNode()
            .put("uid", either.uid())
            .put("kind", found.kind().label())
            .put("resource", either.resource())
            .put("resourceType", either.resourceType())
            .put("account", either.account())
            .put("region", either.region());
    json.set("before", standing(found.before()));
    json.set("after", standing(found.after()));
    texts(json.putArray("gained"), found.gained());
    texts(json.putArray("lost"), found.lost());
    texts(json.putArray("aspects"), found.aspects().stream().map(Aspect::label).toList());
    texts(
        json.putArray("because"),
        comparison.because(found).stream().map(change -> change.rule().toString()).toList());
    return json;
  }

  /** Null where the exposure is not open. */
  private static ObjectNode standing(Optional<Standing> standing) {
    return standing
        .map(
            open ->
                JSON.createObjectNode()
                    .put("severity", open.severity().label())
                    .put("status", open.status())
                    .put("title", open.title())
                    .put("rule", open.rule()))
        .orElse(null);
  }

  private static void texts(ArrayNode array, Collection<String> texts) {
    texts.forEach(array::add);
  }
}

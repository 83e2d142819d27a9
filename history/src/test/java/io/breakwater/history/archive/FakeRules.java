// SPDX-License-Identifier: Apache-2.0
package io.breakwater.history.archive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.event.ruler.Ruler;

/**
 * The rules of the fake's bus. What matches is decided by event-ruler, the matcher that EventBridge
 * has published.
 */
final class FakeRules {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** A rule: its pattern, and its targets by their ids. */
  record Rule(String pattern, Map<String, JsonNode> targets) {}

  private final Map<String, Rule> rules = new TreeMap<>();
  private final String bus;
  private final int pageSize;

  FakeRules(String bus, int pageSize) {
    this.bus = bus;
    this.pageSize = pageSize;
  }

  List<String> names() {
    return List.copyOf(rules.keySet());
  }

  void add(String name, String pattern, String targetArn) {
    var target = JSON.createObjectNode().put("Id", "1").put("Arn", targetArn);
    rules.put(name, new Rule(pattern, new LinkedHashMap<>(Map.of("1", target))));
  }

  void remove(String name) {
    rules.remove(name);
  }

  private String arn(String name) {
    return bus.replace(":event-bus/", ":rule/") + "/" + name;
  }

  /** The ARNs of the streams that an event goes to, of the rules among these. */
  List<String> streamsFor(String event, List<String> ruleArns) throws IOException {
    var streams = new ArrayList<String>();
    for (var rule : rules.entrySet()) {
      if (ruleArns.contains(arn(rule.getKey())) && matches(event, rule.getValue().pattern())) {
        rule.getValue().targets().values().forEach(to -> streams.add(to.path("Arn").asText()));
      }
    }
    return streams;
  }

  private static boolean matches(String event, String pattern) throws IOException {
    try {
      return Ruler.matchesRule(event, pattern);
    } catch (Exception e) {
      throw new IOException("cannot match " + event + " with " + pattern, e);
    }
  }

  ObjectNode putRule(JsonNode request) {
    var name = request.path("Name").asText();
    var targets =
        rules.containsKey(name) ? rules.get(name).targets() : new LinkedHashMap<String, JsonNode>();
    rules.put(name, new Rule(request.path("EventPattern").asText(), targets));
    return JSON.createObjectNode().put("RuleArn", arn(name));
  }

  ObjectNode describeRule(JsonNode request) throws Refused {
    var name = request.path("Name").asText();
    return JSON.createObjectNode()
        .put("Name", name)
        .put("Arn", arn(name))
        .put("State", "ENABLED")
        .put("EventPattern", rule(name).pattern());
  }

  ObjectNode deleteRule(JsonNode request) throws Refused {
    var name = request.path("Name").asText();
    if (rules.containsKey(name) && !rules.get(name).targets().isEmpty()) {
      throw new Refused("ValidationException", "Rule can't be deleted since it has targets.");
    }
    rules.remove(name);
    return JSON.createObjectNode();
  }

  ObjectNode putTargets(JsonNode request) throws Refused {
    for (var target : request.path("Targets")) {
      if (target.path("Arn").asText().contains(":kinesis:") && !target.has("RoleArn")) {
        throw new Refused("ValidationException", "RoleArn is required for target");
      }
      rule(request.path("Rule").asText()).targets().put(target.path("Id").asText(), target);
    }
    return noneFailed();
  }

  ObjectNode removeTargets(JsonNode request) throws Refused {
    for (var id : request.path("Ids")) {
      rule(request.path("Rule").asText()).targets().remove(id.asText());
    }
    return noneFailed();
  }

  private static ObjectNode noneFailed() {
    var answer = JSON.createObjectNode().put("FailedEntryCount", 0);
    answer.putArray("FailedEntries");
    return answer;
  }

  ObjectNode listTargetsByRule(JsonNode request) throws Refused {
    var answer = JSON.createObjectNode();
    answer.putArray("Targets").addAll(rule(request.path("Rule").asText()).targets().values());
    return answer;
  }

  ObjectNode listRuleNamesByTarget(JsonNode request) {
    var arn = request.path("TargetArn").asText();
    var found = new ArrayList<String>();
    rules.forEach(
        (name, rule) -> {
          if (rule.targets().values().stream()
              .anyMatch(to -> to.path("Arn").asText().equals(arn))) {
            found.add(name);
          }
        });
    int begin = request.path("NextToken").asInt(0);
    int end = Math.min(found.size(), begin + pageSize);
    var answer = JSON.createObjectNode();
    var names = answer.putArray("RuleNames");
    found.subList(begin, end).forEach(names::add);
    if (end < found.size()) {
      answer.put("NextToken", Integer.toString(end));
    }
    return answer;
  }

  private Rule rule(String name) throws Refused {
    if (!rules.containsKey(name)) {
      throw new Refused("ResourceNotFoundException", "Rule " + name + " does not exist.");
    }
    return rules.get(name);
  }

  /** What EventBridge answers with instead. */
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;
    final String code;

    Refused(String code, String message) {
      super(message);
      this.code = code;
    }
  }
}

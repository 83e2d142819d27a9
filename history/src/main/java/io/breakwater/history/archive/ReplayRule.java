// SPDX-License-Identifier: Apache-2.0
package io.breakwater.history.archive;

import io.breakwater.history.HistoryException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.DescribeRuleResponse;
import software.amazon.awssdk.services.eventbridge.model.RuleState;
import software.amazon.awssdk.services.eventbridge.model.Target;

/**
 * The rule of a bus that takes the events of one replay, and no others, to the replay stream. It is
 * made for the replay and removed after it.
 */
final class ReplayRule {
  private static final String TARGET = "replay-stream";

  private final EventBridgeClient client;
  private final String bus;
  private final String name;
  private final EventPattern pattern;
  private final Target target;

  /**
   * @param name of the replay, and of the rule
   * @param stream the ARN of the replay stream
   * @param role the ARN of the role by which EventBridge writes to it
   */
  ReplayRule(EventBridgeClient client, String bus, String name, String stream, String role) {
    this.client = client;
    this.bus = bus;
    this.name = name;
    this.pattern = EventPattern.ofReplay(name);
    this.target = Target.builder().id(TARGET).arn(stream).roleArn(role).build();
  }

  /**
   * Changes nothing.
   *
   * @throws HistoryException when a rule of that name is another one, or something else than
   *     replays goes to the stream
   */
  void check() throws HistoryException, InterruptedException {
    requireReplaysOnly();
    requireOurs();
  }

  /**
   * Makes it where it is not there.
   *
   * @return its ARN
   */
  String make() throws HistoryException, InterruptedException {
    check();
    var rule =
        Asked.to(
            "make rule " + name,
            () ->
                client.putRule(
                    request ->
                        request
                            .name(name)
                            .eventBusName(bus)
                            .eventPattern(pattern.toString())
                            .state(RuleState.ENABLED)
                            .description(
                                "Takes one replay to its stream; goes when it has ended")));
    var answer =
        Asked.to(
            "make " + target.arn() + " the target of rule " + name,
            () ->
                client.putTargets(request -> request.rule(name).eventBusName(bus).targets(target)));
    if (answer.failedEntryCount() > 0) {
      throw new HistoryException(
          "cannot make "
              + target.arn()
              + " the target of rule "
              + name
              + ": "
              + answer.failedEntries().get(0).errorMessage());
    }
    return rule.ruleArn();
  }

  private void requireReplaysOnly() throws HistoryException, InterruptedException {
    for (var other : rulesOfStream()) {
      var rule = describe(other);
      if (!other.equals(name) && !EventPattern.parse(rule.eventPattern()).isOfReplaysOnly()) {
        throw new HistoryException(
            "stream "
                + target.arn()
                + " is a target of rule "
                + other
                + ", which is not for replays only: a replay would be mixed with live events;"
                + " use a stream of its own");
      }
    }
  }

  private List<String> rulesOfStream() throws HistoryException, InterruptedException {
    var rules = new ArrayList<String>();
    String next = null;
    do {
      var token = next;
      var answer =
          Asked.to(
              "list the rules whose target is " + target.arn(),
              () ->
                  client.listRuleNamesByTarget(
                      request ->
                          request.targetArn(target.arn()).eventBusName(bus).nextToken(token)));
      rules.addAll(answer.ruleNames());
      next = answer.nextToken();
    } while (next != null);
    return rules;
  }

  private DescribeRuleResponse describe(String rule) throws HistoryException, InterruptedException {
    return Asked.to(
        "read rule " + rule,
        () -> client.describeRule(request -> request.name(rule).eventBusName(bus)));
  }

  /**
   * @throws HistoryException when it is not, although its replay is
   */
  void requireThere() throws HistoryException, InterruptedException {
    if (find().isEmpty()) {
      throw new HistoryException(
          "rule "
              + name
              + " was removed before its replay had ended: events may be missing; use another"
              + " directory to begin anew");
    }
  }

  private Optional<DescribeRuleResponse> find() throws HistoryException, InterruptedException {
    return Asked.ifThere(
        "read rule " + name,
        () -> client.describeRule(request -> request.name(name).eventBusName(bus)));
  }

  private void requireOurs() throws HistoryException, InterruptedException {
    var rule = find();
    if (rule.isEmpty()) {
      return;
    }
    var targets =
        Asked.to(
            "read the targets of rule " + name,
            () -> client.listTargetsByRule(request -> request.rule(name).eventBusName(bus)));
    boolean isOurs =
        EventPattern.parse(rule.get().eventPattern()).equals(pattern)
            && targets.targets().stream().allMatch(target::equals);
    if (!isOurs) {
      throw new HistoryException(
          "rule "
              + name
              + " is there already, with another pattern or another target: it is left as it is;"
              + " remove it, or use another directory");
    }
  }

  /** Does nothing where it is not there any more. */
  void remove() throws HistoryException, InterruptedException {
    var remove = "remove rule " + name + " (do so by hand)";
    Asked.ifThere(
        remove,
        () -> client.removeTargets(request -> request.rule(name).eventBusName(bus).ids(TARGET)));
    Asked.ifThere(remove, () -> client.deleteRule(request -> request.name(name).eventBusName(bus)));
  }
}

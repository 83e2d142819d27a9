// SPDX-License-Identifier: Apache-2.0
package io.breakwater.benchmark.relations;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.breakwater.benchmark.corpus.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Instances and the security groups that protect them, as Config and Security Hub tell of them: the
 * events that build the graph, and those that change it.
 *
 * <p>The groups of an instance are next to one another, so that each group protects as many
 * instances as another one, however large the graph is.
 *
 * @param instances how many
 * @param groups how many; one only is a hub
 * @param each how many groups protect an instance
 * @param found whether a finding tells that each group is open, so that a trait travels every edge
 */
record GroupGraph(int instances, int groups, int each, boolean found) {
  private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");
  private static final String EC2 = "arn:aws:ec2:eu-central-1:111122223333:";

  /** Spreads changes over the graph: prime, so that every instance has its turn. */
  private static final int STRIDE = 7919;

  int resources() {
    return instances + groups;
  }

  int edges() {
    return instances * each;
  }

  /** How many events build it. */
  int built() {
    return instances + (found ? groups : 0);
  }

  /** All instances with their groups, and what was found of these. */
  Stream<Event> build() {
    var told =
        IntStream.range(0, instances).mapToObj(number -> instance(number, groupsOf(number), 0));
    return found
        ? Stream.concat(
            IntStream.range(0, groups).mapToObj(number -> finding(number, true, 0)), told)
        : told;
  }

  /** Instances that lose one of their groups, or get it back: each one edge that changes. */
  Stream<Event> edgeChanges(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            change -> {
              int number = (int) ((long) (change / 2) * STRIDE % instances);
              var kept = groupsOf(number);
              return instance(
                  number, change % 2 == 0 ? kept.subList(1, kept.size()) : kept, change + 1);
            });
  }

  /** What is found of a group, resolved and found again. */
  Stream<Event> findingChanges(int count) {
    return IntStream.range(0, count)
        .mapToObj(change -> finding(change / 2 % groups, change % 2 == 1, change + 1));
  }

  static Iterator<Event> events(Stream<Event> first, Stream<Event> then) {
    return Stream.concat(first, then).iterator();
  }

  private List<Integer> groupsOf(int instance) {
    var own = new ArrayList<Integer>(each);
    for (int next = 0; next < each; next++) {
      own.add((int) (((long) instance * groups / instances + next) % groups));
    }
    return own;
  }

  private Event instance(int number, List<Integer> groups, int minute) {
    var related =
        groups.stream()
            .map(
                group ->
                    "{\"resourceType\":\"AWS::EC2::SecurityGroup\",\"resourceId\":\""
                        + groupId(group)
                        + "\",\"name\":\"Is associated with SecurityGroup\"}")
            .collect(Collectors.joining(","));
    return event(
        number,
        """
        {"configurationItemStatus":"OK","resourceType":"AWS::EC2::Instance",\
        "ARN":"%sinstance/i-%017x","awsAccountId":"111122223333","awsRegion":"eu-central-1",\
        "configurationItemCaptureTime":"%s","relationships":[%s]}"""
            .formatted(EC2, number, at(minute), related));
  }

  private Event finding(int group, boolean open, int minute) {
    return event(
        instances + group,
        """
        {"SchemaVersion":"2018-10-08","Id":"EC2.18/%1$s",\
        "ProductArn":"arn:aws:securityhub:eu-central-1::product/aws/securityhub",\
        "AwsAccountId":"111122223333","CreatedAt":"%2$s","UpdatedAt":"%3$s",\
        "Title":"Security groups should only allow authorized ports","Severity":{"Label":"HIGH"},\
        "RecordState":"ACTIVE","Compliance":{"Status":"%4$s","SecurityControlId":"EC2.18"},\
        "Resources":[{"Type":"AwsEc2SecurityGroup","Id":"%5$ssecurity-group/%1$s"}]}"""
            .formatted(groupId(group), START, at(minute), open ? "FAILED" : "PASSED", EC2));
  }

  private static String groupId(int group) {
    return String.format(Locale.ROOT, "sg-%017x", group);
  }

  private static Instant at(int minute) {
    return START.plusSeconds(60L * minute);
  }

  private static Event event(int resource, String json) {
    return new Event(resource, json.getBytes(UTF_8));
  }
}

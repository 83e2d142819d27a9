// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.network;

import static io.breakwater.core.fixture.Findings.START;
import static io.breakwater.core.fixture.Findings.control;
import static io.breakwater.core.fixture.Findings.instance;
import static io.breakwater.core.fixture.Findings.reachable;
import static io.breakwater.core.fixture.Relations.acl;
import static io.breakwater.core.fixture.Relations.group;
import static io.breakwater.core.fixture.Relations.item;
import static io.breakwater.core.fixture.Relations.networkInterface;
import static io.breakwater.core.fixture.Relations.routeTable;
import static io.breakwater.core.fixture.Relations.subnet;
import static io.breakwater.core.fixture.Relations.vpc;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.breakwater.core.catalogue.Catalogue;
import io.breakwater.core.correlation.Correlation;
import io.breakwater.core.exposure.Revision;
import io.breakwater.core.fixture.FindingSchemas;
import io.breakwater.core.ocsf.ExposureFindingWriter;
import io.breakwater.core.relation.Relation;
import io.breakwater.core.relation.RelationType;
import io.breakwater.core.resource.Resource;
import io.breakwater.core.signal.Attribute;
import io.breakwater.core.signal.OpenPath;
import io.breakwater.core.signal.Signal;
import io.breakwater.core.signal.SignalState;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Ways in from the internet that configuration shows, and what it says of those that are told. */
final class ComputedReachabilityTest {
  private static final int MOST_WAYS_IN = 25;
  private static final Catalogue CATALOGUE = Catalogue.builtIn();
  private static final Resource INSTANCE = instance("i-0aaa111122223333a");
  private static final Resource INTERFACE = networkInterface("eni-0a1");
  private static final Resource GROUP = group("sg-0a1");
  private static final Resource SUBNET = subnet("subnet-0a1");
  private static final Resource VPC = vpc("vpc-0a1");
  private static final Resource ACL = acl("acl-0a1");
  private static final Resource TABLE = routeTable("rtb-0a1");
  private static final Resource MAIN_TABLE = routeTable("rtb-0a9");

  private final Correlation correlation = Correlation.at(START.plus(Duration.ofDays(1)), CATALOGUE);

  @Test
  void what_the_whole_network_lets_in_is_a_way_in_and_marked_as_computed() throws IOException {
    correlation.see(opened());

    var finding = last();

    assertThat(finding.at("/finding_info/title").asText())
        .isEqualTo(
            "Potential Credential Stealing: Internet reachable EC2 instance allows access to its"
                + " metadata with IMDSv1");
    var nodes = finding.at("/finding_info/attack_graph/nodes");
    assertThat(texts(nodes, "/data/role")).containsExactly("primary", "internet", "network-path");
    assertThat(texts(nodes.get(2).at("/data/steps"), "/uid"))
        .containsExactly("igw-0a1", "rtb-0a1", "acl-0a1", "sg-0a1", "eni-0a1");
    assertThat(texts(nodes.get(2).at("/data/steps"), "/configuration")).containsOnly("agrees");
    var edges = finding.at("/finding_info/attack_graph/edges");
    assertThat(texts(edges, "/data/computed")).containsExactly("true", "true");
    assertThat(edges.at("/0/data/reason").asText()).startsWith("TCP port 443: ");
    assertThat(edges.at("/0/data/rests_on/uid").asText()).isEqualTo(GROUP.arn().toString());
    assertThat(texts(finding.at("/finding_info/related_events"), "/type"))
        .containsExactlyInAnyOrder("Finding", "Computed");
    assertThat(texts(finding.at("/finding_info/traits"), "/uid"))
        .containsExactly("internet-reachable", "metadata-misconfiguration");
    var point = finding.at("/unmapped/choke_points/0");
    assertThat(point.path("severity_after").asText()).isEqualTo("Medium");
    assertThat(point.at("/origins/0/uid").asText()).isEqualTo(GROUP.arn().toString());
    assertThat(point.at("/origins/0/path/0").asText())
        .isEqualTo(INTERFACE.arn() + " protectedBy " + GROUP.arn());
  }

  @Test
  void whatever_order_the_configuration_comes_in() {
    var expected = outcome(correlation.see(opened()));
    var random = new Random(7);
    for (int i = 0; i < 100; i++) {
      var shuffled = new ArrayList<>(opened());
      Collections.shuffle(shuffled, random);
      var other = Correlation.at(START.plus(Duration.ofDays(1)), CATALOGUE).see(shuffled);

      assertThat(outcome(other)).isEqualTo(expected);
    }
  }

  @Test
  void one_part_that_lets_nothing_in_closes_the_way() throws IOException {
    correlation.see(opened());
    assertThat(title()).contains("Internet reachable");

    correlation.see(filter(GROUP, 10, Attribute.INGRESS, "none").build());
    assertThat(title()).doesNotContain("nternet reachable");

    correlation.see(filter(GROUP, 11, Attribute.INGRESS, "tcp/22-22").build());
    assertThat(title()).contains("Internet reachable");

    correlation.see(filter(ACL, 12, Attribute.INGRESS, "tcp/443-443").build());
    assertThat(title()).doesNotContain("nternet reachable");

    correlation.see(filter(ACL, 13, Attribute.INGRESS, "all/0-65535").build());
    assertThat(title()).contains("Internet reachable");

    correlation.see(table(TABLE, 14, "none").build());
    assertThat(title()).doesNotContain("nternet reachable");

    correlation.see(table(TABLE, 15, "igw-0a1").build());
    assertThat(title()).contains("Internet reachable");

    correlation.see(addressed(16, Attribute.ADDRESS, "private").build());
    assertThat(title()).doesNotContain("nternet reachable");
  }

  @Test
  void a_part_that_is_not_known_opens_nothing() throws IOException {
    var all = opened();
    for (var left : List.of(GROUP, ACL, TABLE, INTERFACE)) {
      var some = new ArrayList<>(all);
      some.removeIf(signal -> signal.resource().equals(left) && signal.control().isEmpty());
      var other = Correlation.at(START.plus(Duration.ofDays(1)), CATALOGUE).see(some);

      assertThat(outcome(other)).doesNotContain("nternet reachable");
    }
  }

  @Test
  void the_main_table_holds_where_a_subnet_has_none_of_its_own() throws IOException {
    var without = new ArrayList<>(opened());
    without.removeIf(signal -> signal.resource().equals(TABLE));
    correlation.see(without);
    assertThat(title()).doesNotContain("nternet reachable");

    correlation.see(main(10, "igw-0a1"));
    assertThat(title()).contains("Internet reachable");

    correlation.see(table(TABLE, 11, "none").build());
    assertThat(title()).doesNotContain("nternet reachable");
  }

  @Test
  void a_table_that_is_gone_leaves_the_main_one_and_that_is_told_at_once() throws IOException {
    correlation.see(opened());
    correlation.see(main(10, "igw-0a1"));
    correlation.see(table(TABLE, 11, "none").build());
    assertThat(title()).doesNotContain("nternet reachable");

    correlation.see(
        table(TABLE, 12, "none").state(SignalState.DELETED).relations(List.of()).build());

    assertThat(title()).contains("Internet reachable");
  }

  @Test
  void the_two_families_of_addresses_are_looked_at_each_by_itself() throws IOException {
    correlation.see(opened());
    correlation.see(
        filter(GROUP, 10, Attribute.INGRESS, "none")
            .attribute(Attribute.INGRESS_IPV6, "tcp/443-443")
            .build());
    assertThat(title()).doesNotContain("nternet reachable");

    correlation.see(
        filter(ACL, 11, Attribute.INGRESS, "none")
            .attribute(Attribute.INGRESS_IPV6, "tcp/443-443")
            .build());
    correlation.see(
        table(TABLE, 12, "none").attribute(Attribute.INTERNET_ROUTE_IPV6, "igw-0a1").build());
    assertThat(title()).doesNotContain("nternet reachable");

    correlation.see(addressed(13, Attribute.ADDRESS_IPV6, "public").build());
    assertThat(title()).contains("Internet reachable");
  }

  @Test
  void an_instance_with_one_interface_says_itself_which_address_it_has() throws IOException {
    var known = new ArrayList<>(opened());
    known.removeIf(signal -> signal.resource().equals(INTERFACE));
    known.add(
        item(
                INSTANCE,
                1,
                List.of(
                    new Relation(INSTANCE, INTERFACE, RelationType.HAS_PART),
                    new Relation(INTERFACE, GROUP, RelationType.PROTECTED_BY),
                    new Relation(INTERFACE, SUBNET, RelationType.CONTAINED_IN)))
            .toBuilder()
            .attribute(Attribute.ADDRESS, "public")
            .build());

    correlation.see(known);

    assertThat(title()).contains("Internet reachable");
  }

  @Test
  void what_a_finding_tells_is_not_computed_as_well() throws IOException {
    correlation.see(opened());
    correlation.see(told(OpenPath.Origin.INTERNET, 443).build());
    assertThat(texts(last().at("/finding_info/related_events"), "/type")).containsOnly("Finding");

    correlation.see(filter(GROUP, 10, Attribute.INGRESS, "tcp/443-443 tcp/8080-8090").build());
    assertThat(last().at("/finding_info/related_events").toString())
        .contains(
            "By configuration, TCP ports 8080 to 8090 are open to the internet through sg-0a1");

    correlation.see(
        told(OpenPath.Origin.INTERNET, 443)
            .state(SignalState.SUPPRESSED)
            .updatedAt(START.plus(Duration.ofMinutes(20)))
            .build());
    assertThat(last().at("/finding_info/related_events").toString()).doesNotContain("port 443 ");
  }

  @Test
  void a_way_from_elsewhere_says_nothing_of_the_internet() throws IOException {
    correlation.see(opened());
    correlation.see(told(OpenPath.Origin.VPN, 443).build());

    assertThat(last().at("/finding_info/related_events").toString())
        .contains("By configuration, TCP port 443 is open");
  }

  @Test
  void configuration_that_speaks_against_a_finding_is_shown_beside_it() throws IOException {
    correlation.see(opened());
    correlation.see(told(OpenPath.Origin.INTERNET, 443).build());
    assertThat(last().at("/unmapped").has("contradictions")).isFalse();

    correlation.see(filter(GROUP, 10, Attribute.INGRESS, "tcp/22-22").build());

    var finding = last();
    assertThat(finding.at("/finding_info/title").asText()).contains("Internet reachable");
    var found = finding.at("/unmapped/contradictions");
    assertThat(found).hasSize(1);
    assertThat(found.at("/0/reason").asText())
        .isEqualTo("sg-0a1 lets the whole internet in to none of these ports");
    assertThat(found.at("/0/resource").asText()).isEqualTo(GROUP.arn().toString());
    var path = finding.at("/finding_info/attack_graph/nodes");
    assertThat(path.toString())
        .contains(
            "{\"uid\":\"sg-0a1\",\"type\":\"AWS::EC2::SecurityGroup\",\"configuration\":\"contradicts\"}",
            "{\"uid\":\"igw-0a1\",\"type\":\"AWS::EC2::InternetGateway\",\"configuration\":\"agrees\"}",
            "{\"uid\":\"i-0aaa111122223333a\",\"type\":\"AWS::EC2::Instance\",\"configuration\":\"unknown\"}");
  }

  @Test
  void a_gateway_that_no_table_leads_to_and_a_private_address_speak_against_a_finding()
      throws IOException {
    correlation.see(opened());
    correlation.see(told(OpenPath.Origin.INTERNET, 443).build());
    correlation.see(table(TABLE, 10, "none").build());
    correlation.see(addressed(11, Attribute.ADDRESS, "private").build());

    assertThat(texts(last().at("/unmapped/contradictions"), "/reason"))
        .containsExactly("rtb-0a1 has no route to igw-0a1", "eni-0a1 has no public address");
  }

  @Test
  void of_very_many_ways_in_the_worst_are_weighed_and_the_rest_counted() throws IOException {
    var open = new StringBuilder();
    for (int port = 20_000; port < 20_200; port += 2) {
      open.append("tcp/").append(port).append('-').append(port).append(' ');
    }
    correlation.see(opened());
    correlation.see(filter(GROUP, 10, Attribute.INGRESS, open + "tcp/22-22").build());

    var finding = last();
    assertThat(finding.at("/finding_info/related_events"))
        .hasSize(1 + MOST_WAYS_IN)
        .anySatisfy(event -> assertThat(event.toString()).contains("TCP port 22 is open"));
    assertThat(finding.at("/unmapped/left_out/related_findings").asInt())
        .isEqualTo(101 - MOST_WAYS_IN);
  }

  /** An instance with a weakness, and the network around it as it is open to TCP port 443. */
  private static List<Signal> opened() {
    return List.of(
        control(INSTANCE, "EC2.8").build(),
        addressed(1, Attribute.ADDRESS, "public").build(),
        filter(GROUP, 1, Attribute.INGRESS, "tcp/443-443").build(),
        filter(ACL, 1, Attribute.INGRESS, "all/0-65535").build(),
        table(TABLE, 1, "igw-0a1").build());
  }

  private static Signal.Builder addressed(long minutes, String family, String address) {
    return item(
            INTERFACE,
            minutes,
            List.of(
                new Relation(INSTANCE, INTERFACE, RelationType.HAS_PART),
                new Relation(INTERFACE, GROUP, RelationType.PROTECTED_BY),
                new Relation(INTERFACE, SUBNET, RelationType.CONTAINED_IN),
                new Relation(INTERFACE, VPC, RelationType.CONTAINED_IN)))
        .toBuilder()
        .attribute(family, address);
  }

  private static Signal.Builder filter(Resource filter, long minutes, String family, String ports) {
    var relations =
        filter.equals(ACL)
            ? List.of(new Relation(SUBNET, ACL, RelationType.PROTECTED_BY))
            : List.<Relation>of();
    return item(filter, minutes, relations).toBuilder().attribute(family, ports);
  }

  private static Signal.Builder table(Resource table, long minutes, String gateway) {
    return item(table, minutes, List.of(new Relation(SUBNET, table, RelationType.ROUTES_TO)))
        .toBuilder()
        .attribute(Attribute.INTERNET_ROUTE, gateway);
  }

  private static Signal main(long minutes, String gateway) {
    return item(MAIN_TABLE, minutes, List.of(new Relation(VPC, MAIN_TABLE, RelationType.ROUTES_TO)))
        .toBuilder()
        .attribute(Attribute.INTERNET_ROUTE, gateway)
        .build();
  }

  private static Signal.Builder told(OpenPath.Origin origin, int port) {
    return reachable(INSTANCE)
        .openPath(
            new OpenPath(
                origin,
                port,
                port,
                "TCP",
                List.of(
                    new OpenPath.Step("igw-0a1", "AWS::EC2::InternetGateway"),
                    new OpenPath.Step("acl-0a1", "AWS::EC2::NetworkAcl"),
                    new OpenPath.Step("sg-0a1", "AWS::EC2::SecurityGroup"),
                    new OpenPath.Step("eni-0a1", "AWS::EC2::NetworkInterface"),
                    new OpenPath.Step("i-0aaa111122223333a", "AWS::EC2::Instance"))));
  }

  private static String outcome(Correlation correlation) {
    var revisions = correlation.revisions();
    var last = revisions.get(revisions.size() - 1).announced();
    return last.title() + " " + last.fingerprint();
  }

  private String title() throws IOException {
    return last().at("/finding_info/title").asText();
  }

  private JsonNode last() throws IOException {
    var revisions = correlation.revisions();
    Revision revision = revisions.get(revisions.size() - 1);
    var json = new ExposureFindingWriter(CATALOGUE, "test").toJson(revision);
    assertThat(FindingSchemas.faultsByOurs(json)).isEmpty();
    if (FindingSchemas.ocsfIsHere()) {
      assertThat(FindingSchemas.faultsByOcsf(json)).isEmpty();
    }
    return new ObjectMapper().readTree(json);
  }

  private static List<String> texts(JsonNode items, String at) {
    var texts = new ArrayList<String>();
    items.forEach(item -> texts.add(item.at(at).asText()));
    return texts;
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.ocsf;

import static io.breakwater.core.fixture.Findings.START;
import static io.breakwater.core.fixture.Findings.control;
import static io.breakwater.core.fixture.Findings.exploitable;
import static io.breakwater.core.fixture.Findings.instance;
import static io.breakwater.core.fixture.Findings.reachable;
import static io.breakwater.core.fixture.Relations.group;
import static io.breakwater.core.fixture.Relations.item;
import static io.breakwater.core.fixture.Relations.profile;
import static io.breakwater.core.fixture.Relations.role;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.breakwater.core.catalogue.Catalogue;
import io.breakwater.core.correlation.Correlation;
import io.breakwater.core.fixture.FindingSchemas;
import io.breakwater.core.resource.Arn;
import io.breakwater.core.resource.Resource;
import io.breakwater.core.resource.ResourceType;
import io.breakwater.core.signal.OpenPath;
import io.breakwater.core.signal.Signal;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The attack path as readers see it. */
final class AttackGraphTest {
  private static final Catalogue CATALOGUE = Catalogue.builtIn();
  private static final Resource INSTANCE = instance("i-0aaa111122223333a");
  private static final Resource GROUP = group("sg-0a1");

  @Test
  void a_related_resource_is_a_node_with_its_traits_and_the_edge_says_why() throws IOException {
    var finding = finding(item(INSTANCE, 1, GROUP), control(GROUP, "EC2.18").build());

    var graph = finding.at("/finding_info/attack_graph");
    assertThat(texts(graph.path("nodes"), "/data/role")).containsExactly("primary", "involved");
    assertThat(graph.at("/nodes/1/data/traits/0").asText()).isEqualTo("open-security-group");
    var edge = graph.at("/edges/0");
    assertThat(edge.path("source").asText()).isEqualTo(INSTANCE.arn().toString());
    assertThat(edge.path("target").asText()).isEqualTo(GROUP.arn().toString());
    assertThat(edge.path("relation").asText()).isEqualTo("protectedBy");
    assertThat(edge.at("/data/reason").asText())
        .isEqualTo("i-0aaa111122223333a is protected by sg-0a1.");
    assertThat(edge.at("/data/rests_on/uid").asText()).isEqualTo(INSTANCE.arn().toString());
  }

  @Test
  void a_choke_point_names_the_edges_that_its_trait_comes_along() throws IOException {
    var finding = finding(item(INSTANCE, 1, GROUP), control(GROUP, "EC2.18").build());

    var point = finding.at("/unmapped/choke_points/0");
    assertThat(point.path("trait").asText()).isEqualTo("open-security-group");
    assertThat(point.path("severity_after").asText()).isEqualTo("None");
    assertThat(point.path("closes").asBoolean()).isTrue();
    assertThat(point.at("/origins/0/uid").asText()).isEqualTo(GROUP.arn().toString());
    assertThat(point.at("/origins/0/path/0"))
        .isEqualTo(finding.at("/finding_info/attack_graph/edges/0/uid"));
  }

  @Test
  void a_related_resource_is_named_among_the_resources() throws IOException {
    var finding = finding(item(INSTANCE, 1, GROUP), control(GROUP, "EC2.18").build());

    assertThat(texts(finding.path("resources"), "/role")).containsExactly("Target", "Related");
  }

  @Test
  void a_policy_of_aws_itself_has_no_owner() throws IOException {
    var everything =
        Resource.of(
            Arn.of("aws", "iam", "", "aws", "policy/AdministratorAccess"),
            ResourceType.named("AWS::IAM::Policy"),
            "aws",
            "");

    var finding =
        finding(
            exploitable(INSTANCE, "CVE-2026-0001").build(),
            item(INSTANCE, 1, profile("web")),
            item(profile("web"), 1, role("web")),
            item(role("web"), 1, everything),
            control(everything, "IAM.1").build());

    assertThat(finding.path("resources")).hasSize(4);
    assertThat(finding.path("resources"))
        .anySatisfy(
            resource -> {
              assertThat(resource.path("uid").asText()).isEqualTo(everything.arn().toString());
              assertThat(resource.has("owner")).isFalse();
            });
  }

  @Test
  void a_way_in_from_the_internet_leads_through_the_network_to_the_instance() throws IOException {
    var steps =
        List.of(
            new OpenPath.Step("igw-0a1", "AWS::EC2::InternetGateway"),
            new OpenPath.Step("eni-0a1", "AWS::EC2::NetworkInterface"));
    var finding =
        finding(
            exploitable(INSTANCE, "CVE-2026-0001").build(),
            reachable(INSTANCE)
                .openPath(new OpenPath(OpenPath.Origin.INTERNET, 443, 443, "TCP", steps))
                .build());

    var graph = finding.at("/finding_info/attack_graph");
    assertThat(texts(graph.path("nodes"), "/data/role"))
        .containsExactlyInAnyOrder("primary", "internet", "network-path");
    assertThat(texts(graph.path("edges"), "/relation")).containsExactly("enters", "reaches");
    assertThat(graph.at("/edges/0/data/reason").asText()).startsWith("TCP port 443: ");
    assertThat(graph.toString()).contains("igw-0a1");
  }

  @Test
  void findings_that_were_left_behind_on_the_way_are_counted() throws IOException {
    var signals = new ArrayList<Signal>();
    signals.add(item(INSTANCE, 1, GROUP));
    for (int i = 0; i < 40; i++) {
      signals.add(control(GROUP, "EC2.18").findingUid("finding/" + i).build());
    }

    var finding = finding(signals.toArray(new Signal[0]));

    assertThat(finding.at("/finding_info/related_events/0/count").asInt()).isEqualTo(25);
    assertThat(finding.at("/unmapped/left_out/related_findings").asInt()).isEqualTo(10);
  }

  @Test
  void an_exposure_of_a_resource_by_itself_has_no_graph() throws IOException {
    var finding = finding(exploitable(INSTANCE, "CVE-2026-0001").build());

    assertThat(finding.at("/finding_info").has("attack_graph")).isFalse();
  }

  @Test
  void another_path_is_another_revision() {
    var correlation = Correlation.at(START.plus(Duration.ofDays(1)), CATALOGUE);
    var other = group("sg-0a2");

    correlation.see(
        List.of(
            control(GROUP, "EC2.18").build(),
            item(INSTANCE, 1, GROUP),
            control(other, "EC2.18").build(),
            item(INSTANCE, 2, GROUP, other)));

    assertThat(correlation.revisions()).hasSize(2);
  }

  private static JsonNode finding(Signal... signals) throws IOException {
    var correlation = Correlation.at(START.plus(Duration.ofDays(1)), CATALOGUE);
    correlation.seeTogether(List.of(signals));
    var json = new ExposureFindingWriter(CATALOGUE, "test").toJson(correlation.revisions().get(0));
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

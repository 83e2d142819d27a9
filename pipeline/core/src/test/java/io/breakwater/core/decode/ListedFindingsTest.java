// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.decode;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ListedFindingsTest {
  private static final Decoder DECODER = Decoder.withLimit(1 << 20);

  @Test
  void every_finding_of_a_list_is_a_part() {
    var decoded = Fixture.of("asff/several").decoded();

    assertThat(decoded.parts())
        .extracting(Part::decision)
        .containsOnly(Decision.SIGNALS)
        .hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"Id\": [1, {\"a\": [2]}]}",
        "{\"Severity\": {\"Label\": {\"a\": 1}}}",
        "{\"Title\": \"a\", \"Title\": \"b\", \"Resources\": [{\"Id\": \"c\"}]}",
        "{\"Resources\": [{\"Details\": {\"AwsEc2Instance\": [[\"a\"]]}}], \"Types\": [\"b\"]}",
        "{}",
        "[{\"Id\": \"a\"}]",
        "7",
      })
  void a_broken_finding_is_one_dead_part_and_the_others_go_on(String broken) {
    var good = Fixture.of("asff/control").json().at("/detail/findings/0").toString();
    var record = eventOf(good + "," + broken + "," + good);

    var parts = DECODER.decode(record).parts();

    assertThat(parts)
        .extracting(Part::decision)
        .containsExactly(Decision.SIGNALS, Decision.DEAD_LETTER, Decision.SIGNALS);
  }

  private static byte[] eventOf(String findings) {
    var marker = "\"\u0001\"";
    var event =
        Fixture.of("asff/control").with("/detail/findings", List.of("\u0001")).json().toString();
    return event.replace(marker.replace("\u0001", "\\u0001"), findings).getBytes(UTF_8);
  }

  @Test
  void nulls_in_a_list_are_passed_over() {
    var event = Fixture.of("asff/control");
    ((ArrayNode) event.json().at("/detail/findings")).insertNull(0);

    assertThat(event.decoded().parts()).hasSize(1);
  }

  @Test
  void an_event_with_an_empty_list_is_ignored() {
    var event = Fixture.of("asff/control").with("/detail/findings", List.of());

    assertThat(event.part()).hasToString("IGNORED no-findings");
  }

  @Test
  void an_event_whose_list_is_no_list_is_dead() {
    var event = Fixture.of("asff/control").with("/detail/findings", Map.of("a", 1));

    assertThat(event.part()).hasToString("DEAD_LETTER wrong-type");
  }

  @ParameterizedTest
  @ValueSource(strings = {"findings", "Findings"})
  void each_finding_of_an_answer_is_recognised_by_itself(String key) {
    var root = JsonNodeFactory.instance.objectNode();
    root.putArray(key)
        .add(Fixture.of("asff/bare-threat").json())
        .add(JsonNodeFactory.instance.objectNode().put("name", "no finding"))
        .add(Fixture.of("inspector2/bare-code-of-function").json())
        .add(Fixture.of("ocsf/bare-threat").json());

    var parts = DECODER.decode(root.toString().getBytes(UTF_8)).parts();

    assertThat(parts)
        .extracting(Object::toString)
        .containsExactly("SIGNALS", "IGNORED not-a-finding", "SIGNALS", "SIGNALS");
  }

  @Test
  void a_broken_finding_of_an_answer_is_dead_alone() {
    var root = JsonNodeFactory.instance.objectNode();
    root.putArray("Findings")
        .add(Fixture.of("asff/bare-threat").with("/UpdatedAt", "soon").json())
        .add(Fixture.of("asff/bare-threat").json());

    var parts = DECODER.decode(root.toString().getBytes(UTF_8)).parts();

    assertThat(parts)
        .extracting(Object::toString)
        .containsExactly("DEAD_LETTER unreadable-time", "SIGNALS");
  }
}

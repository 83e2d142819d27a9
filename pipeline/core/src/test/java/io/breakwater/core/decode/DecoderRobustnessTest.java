// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.decode;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every format, damaged in every place: what holds for each valid fixture there is. */
final class DecoderRobustnessTest {
  private static final Decoder DECODER = Decoder.withLimit(1 << 20);
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** Half a {@code true} looks like a word that is not JSON. */
  private static final Set<String> CUT_OFF = Set.of("empty", "truncated-json", "not-json");

  /** What a value of another type can be: a fault of its type, or then a value that is no good. */
  private static final Set<String> FAULTS_OF_A_VALUE =
      Set.of("wrong-type", "missing-field", "unreadable-time");

  static Stream<Fixture> fixtures() {
    return Fixture.all().stream();
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void a_valid_record_is_not_dead(Fixture fixture) {
    assertThat(fixture.decoded().parts())
        .noneMatch(part -> part.decision() == Decision.DEAD_LETTER);
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void a_record_that_is_cut_off_anywhere_is_dead(Fixture fixture) {
    var whole = fixture.bytes();

    for (int length = 0; length < whole.length; length++) {
      var part = DECODER.decode(Arrays.copyOf(whole, length)).best();

      assertThat(part.reason()).as("cut off at %d", length).isIn(CUT_OFF);
    }
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void a_value_of_any_other_type_is_read_or_refused_by_rule(Fixture fixture) {
    for (var place : places(fixture.json())) {
      for (var other : otherTypes(place.get())) {
        var original = place.get();
        place.set(other);

        var decoded = fixture.decoded();

        assertThat(decoded.parts())
            .as("%s in place of %s at %s", other, original, place)
            .isNotEmpty()
            .allMatch(
                part ->
                    part.decision() != Decision.DEAD_LETTER
                        || FAULTS_OF_A_VALUE.contains(part.reason()));
        place.set(original);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void a_key_that_comes_twice_is_read_or_refused_by_rule(Fixture fixture) {
    var text = new String(fixture.bytes(), UTF_8);

    for (var place : places(fixture.json())) {
      if (!(place.parent instanceof ObjectNode)) {
        continue;
      }
      var member = "\"" + place.key + "\":" + place.get();
      var twice = text.replace(member, member + "," + member);

      assertThat(DECODER.decode(twice.getBytes(UTF_8)).parts())
          .as("%s twice", place)
          .isNotEmpty()
          .allMatch(
              part ->
                  part.decision() != Decision.DEAD_LETTER || part.reason().equals("duplicate-key"));
    }
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void a_member_that_is_missing_is_done_without_or_refused_by_rule(Fixture fixture) {
    for (var place : places(fixture.json())) {
      if (!(place.parent instanceof ObjectNode)) {
        continue;
      }
      var original = place.get();
      ((ObjectNode) place.parent).remove(place.key);

      var decoded = fixture.decoded();

      assertThat(decoded.parts())
          .as("without %s", place)
          .isNotEmpty()
          .allMatch(
              part ->
                  part.decision() != Decision.DEAD_LETTER || part.reason().equals("missing-field"));
      place.set(original);
    }
  }

  private static List<JsonNode> otherTypes(JsonNode value) {
    var types = new ArrayList<JsonNode>();
    for (JsonNode other :
        List.of(
            NODES.objectNode(),
            NODES.objectNode().put("a", 1),
            NODES.arrayNode(),
            NODES.arrayNode().add(1).add("a").add(NODES.arrayNode()).add(NODES.objectNode()),
            TextNode.valueOf(""),
            TextNode.valueOf("text"),
            TextNode.valueOf("arn:"),
            TextNode.valueOf(":::::::"),
            IntNode.valueOf(-1),
            BooleanNode.TRUE,
            NullNode.instance)) {
      if (!other.equals(value)) {
        types.add(other);
      }
    }
    return types;
  }

  private static List<Place> places(JsonNode node) {
    var places = new ArrayList<Place>();
    collect(node, "", places);
    return places;
  }

  private static void collect(JsonNode node, String path, List<Place> places) {
    node.fieldNames().forEachRemaining(key -> descend(new Place(node, key, 0, path), places));
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      descend(new Place(node, "", i, path), places);
    }
  }

  private static void descend(Place place, List<Place> places) {
    places.add(place);
    collect(place.get(), place.toString(), places);
  }

  private static final class Place {
    private final JsonNode parent;
    private final String key;
    private final int index;
    private final String path;

    Place(JsonNode parent, String key, int index, String path) {
      this.parent = parent;
      this.key = key;
      this.index = index;
      this.path = path;
    }

    JsonNode get() {
      return parent.isArray() ? parent.get(index) : parent.get(key);
    }

    void set(JsonNode value) {
      if (parent.isArray()) {
        ((ArrayNode) parent).set(index, value);
      } else {
        ((ObjectNode) parent).set(key, value);
      }
    }

    @Override
    public String toString() {
      return path + "/" + (parent.isArray() ? index : key);
    }
  }
}

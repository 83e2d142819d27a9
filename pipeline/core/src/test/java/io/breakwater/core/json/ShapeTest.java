// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import io.breakwater.core.json.MalformedRecord.Reason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ShapeTest {
  private static final JsonFactory JSON = new JsonFactory();

  private static final Shape<Thing> PART = Shape.<Thing>part().text("deep", Thing::add);
  private static final Shape<Thing> SHAPE =
      Shape.of(Thing::new)
          .text("text", Thing::add)
          .number("number", (thing, value) -> thing.add(String.valueOf(value)))
          .time("time", Thing::add)
          .object("object", Shape.of(Thing::new).text("own", Thing::add), Thing::addAll)
          .inside("inside", PART)
          .each("each", Shape.of(Thing::new).text("own", Thing::add), Thing::addAll)
          .texts("texts", Thing::add);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}                                    | ",
        "{'text': 'a'}                         | a",
        "{'text': 1.50}                        | 1.50",
        "{'text': true}                        | true",
        "{'text': null}                        | ",
        "{'number': 2}                         | 2.0",
        "{'number': '2.5'}                     | 2.5",
        "{'number': 'two'}                     | ",
        "{'number': null}                      | ",
        "{'number': 1e400}                     | ",
        "{'object': {'own': 'a', 'other': 1}}  | a",
        "{'object': null}                      | ",
        "{'inside': {'deep': 'a'}}             | a",
        "{'each': [{'own': 'a'}, null, {}, {'own': 'b'}]} | a,b",
        "{'texts': ['a', null, 1]}             | a,1",
        "{'other': {'text': 'a'}, 'text': 'b'} | b",
        "{'Text': 'a'}                         | ",
        "{'time': 17}                          | 17",
        "{'time': {'__class__': 'datetime', 'year': 2026, 'month': 5, 'day': 4}} "
            + "| 2026-05-04T00:00:00.000000Z",
      })
  void what_is_named_is_read_and_the_rest_is_skipped(String json, String values)
      throws IOException {
    var thing = read(SHAPE, json);

    assertThat(String.join(",", thing.values)).isEqualTo(values == null ? "" : values);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'text': {}}            | expected a string, number or boolean at /text, found an object",
        "{'text': []}            | expected a string, number or boolean at /text, found an array",
        "{'number': []}          | expected a string, number or boolean at /number, found an array",
        "{'object': 'a'}         | expected an object at /object, found a string",
        "{'object': []}          | expected an object at /object, found an array",
        "{'inside': 1}           | expected an object at /inside, found a number",
        "{'inside': {'deep':{}}} | expected a string, number or boolean at /inside/deep, found an object",
        "{'each': {}}            | expected an array at /each, found an object",
        "{'each': [true]}        | expected an object at /each/0, found a boolean",
        "{'texts': 'a'}          | expected an array at /texts, found a string",
        "{'texts': [[]]}         | expected a string, number or boolean at /texts/0, found an array",
        "{'time': {}}            | expected a time at /time, found an object",
        "[]                      | expected an object at , found an array",
      })
  void a_wrong_type_is_refused_with_its_place(String json, String message) {
    assertThatThrownBy(() -> read(SHAPE, json))
        .isInstanceOf(MalformedRecord.class)
        .hasMessage(message)
        .asInstanceOf(InstanceOfAssertFactories.type(MalformedRecord.class))
        .extracting(MalformedRecord::reason)
        .isEqualTo(Reason.WRONG_TYPE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'text': 'a', 'text': 'b'}",
        "{'text': null, 'text': 'b'}",
        "{'inside': {'deep': 1, 'deep': 1}}",
        "{'object': {}, 'object': {}}",
      })
  void a_key_that_is_read_comes_once(String json) {
    assertThatThrownBy(() -> read(SHAPE, json))
        .isInstanceOf(MalformedRecord.class)
        .hasMessageContaining("comes twice");
  }

  @Test
  void a_key_that_is_skipped_may_come_twice() throws IOException {
    var thing = read(SHAPE, "{'other': 1, 'other': 2, 'text': 'a'}");

    assertThat(thing.values).containsExactly("a");
  }

  @Test
  void a_shape_in_either_case_knows_both_spellings() throws IOException {
    var shape = Shape.of(Thing::new).inEitherCase().text("someName", Thing::add);

    assertThat(read(shape, "{'someName': 'a'}").values).containsExactly("a");
    assertThat(read(shape, "{'SomeName': 'a'}").values).containsExactly("a");
    assertThat(read(shape, "{'SOMENAME': 'a'}").values).isEmpty();
  }

  @Test
  void a_shape_in_any_case_knows_every_spelling() throws IOException {
    var shape = Shape.of(Thing::new).inAnyCase().text("someName", Thing::add);

    assertThat(read(shape, "{'SOMENAME': 'a'}").values).containsExactly("a");
    assertThat(read(shape, "{'somename': 'a'}").values).containsExactly("a");
    assertThatThrownBy(() -> read(shape, "{'someName': 'a', 'SomeName': 'a'}"))
        .hasMessageContaining("comes twice");
  }

  @Test
  void the_case_of_names_is_settled_before_them() {
    var shape = Shape.of(Thing::new).text("someName", Thing::add);

    assertThatThrownBy(shape::inAnyCase).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void a_list_is_taken_at_once_and_also_when_it_is_empty() throws IOException {
    var element = Shape.of(Thing::new).text("name", Thing::add);
    var shape =
        Shape.of(Thing::new)
            .list("all", element, (thing, all) -> thing.add(Integer.toString(all.size())));

    assertThat(read(shape, "{'all': []}").values).containsExactly("0");
    assertThat(read(shape, "{'all': [{'name': 'a'}, null, {}]}").values).containsExactly("2");
    assertThat(read(shape, "{}").values).isEmpty();
  }

  @Test
  void one_value_by_itself_stands_for_a_list_of_it() throws IOException {
    var shape =
        Shape.of(Thing::new)
            .member("names", Shape.oneOrMany((parser, thing) -> thing.add(Shape.scalar(parser))));

    assertThat(read(shape, "{'names': 'a'}").values).containsExactly("a");
    assertThat(read(shape, "{'names': ['a', 'b']}").values).containsExactly("a", "b");
  }

  @Test
  void both_spellings_in_one_object_are_the_key_twice() {
    var shape = Shape.of(Thing::new).inEitherCase().text("someName", Thing::add);

    assertThatThrownBy(() -> read(shape, "{'someName': 'a', 'SomeName': 'a'}"))
        .hasMessageContaining("comes twice");
  }

  @Test
  void the_parser_is_left_on_the_end_of_the_object() throws IOException {
    try (var parser = JSON.createParser("{\"text\":\"a\",\"other\":[{}]} 1")) {
      parser.nextToken();

      SHAPE.read(parser);

      assertThat(parser.currentToken()).isEqualTo(JsonToken.END_OBJECT);
    }
  }

  @Test
  void a_shape_names_a_member_once() {
    assertThatThrownBy(() -> Shape.of(Thing::new).text("a", Thing::add).text("a", Thing::add))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("'a' is in the shape twice");
  }

  @Test
  void a_shape_holds_64_members() {
    var shape = Shape.of(Thing::new);
    for (int i = 0; i < 64; i++) {
      shape.text("member" + i, Thing::add);
    }

    assertThatThrownBy(() -> shape.text("one more", Thing::add))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("at most 64");
  }

  @Test
  void a_part_has_no_value_of_its_own() {
    assertThatThrownBy(() -> read(PART, "{}")).isInstanceOf(IllegalStateException.class);
  }

  @ParameterizedTest
  @CsvSource({"1, 1.0", "-0, -0.0", "+1.5e3, 1500.0", "' 7 ', 7.0", "1., 1.0"})
  void a_decimal_number_is_a_number(String text, double number) {
    assertThat(Shape.asNumber(text)).isEqualTo(number);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "NaN",
        "Infinity",
        "1e400",
        "-1e400",
        "0x1p3",
        "1d",
        "1f",
        "1-2",
        "e",
        ".",
        "1 2",
        "١"
      })
  void anything_else_is_none(String text) {
    assertThat(Shape.asNumber(text)).isNaN();
  }

  private static Thing read(Shape<Thing> shape, String json) throws IOException {
    try (var parser = JSON.createParser(json.replace('\'', '"'))) {
      parser.nextToken();
      return shape.read(parser);
    }
  }

  private static final class Thing {
    private final List<String> values = new ArrayList<>();

    void add(String value) {
      values.add(value);
    }

    void addAll(Thing other) {
      values.addAll(other.values);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.breakwater.core.resource.Tags;
import io.breakwater.core.signal.Signal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What records tell of the tags and the owner of a resource. */
final class ResourceTagsTest {
  private static final String ITEM = "/detail/configurationItem/tags";
  private static final String ASFF = "/detail/findings/0/Resources/0";
  private static final String OCSF = "/detail/findings/0/resources/0";
  private static final List<Map<String, String>> LIST =
      List.of(tag("key", "Team", "value", "shop"));

  static Stream<Arguments> forms() {
    return Stream.of(
        arguments("asff/control", ASFF + "/Tags", Map.of("Team", "shop")),
        arguments("ocsf/control", OCSF + "/tags", List.of(tag("name", "Team", "value", "shop"))),
        arguments("config/instance", ITEM, Map.of("Team", "shop")),
        arguments("config/instance", ITEM, LIST),
        arguments(
            "inspector2/package-of-instance", "/detail/resources/0/tags", Map.of("Team", "shop")),
        arguments("guardduty/instance", "/detail/resource/instanceDetails/tags", LIST),
        arguments(
            "guardduty/bare-function-of-the-api",
            "/Resource/LambdaDetails/Tags",
            List.of(tag("Key", "Team", "Value", "shop"))),
        arguments("macie/classification", "/detail/resourcesAffected/s3Bucket/tags", LIST));
  }

  @ParameterizedTest(name = "{0} {2}")
  @MethodSource("forms")
  void every_source_tells_tags_in_its_own_form(String fixture, String pointer, Object form) {
    var signal = Fixture.of(fixture).with(pointer, form).signal();

    assertThat(signal.tags().orElseThrow().values()).containsExactly(Map.entry("Team", "shop"));
  }

  @ParameterizedTest(name = "{0} {2}")
  @MethodSource("forms")
  void tags_that_cannot_be_read_cost_nothing_but_themselves(
      String fixture, String pointer, Object form) {
    var odd =
        Stream.of(
            "Team=shop",
            7,
            List.of("Team", List.of(1), 3, Map.of()),
            List.of(Map.of("key", Map.of("a", "b"), "value", "shop")),
            Map.of("Team", List.of("shop"), "Other", Map.of("key", "value")));

    assertThat(odd.map(tags -> Fixture.of(fixture).with(pointer, tags).part()))
        .allSatisfy(part -> assertThat(part.signals()).isNotEmpty())
        .allSatisfy(part -> assertThat(tagsOf(part.signals().get(0)).isEmpty()).isTrue());
  }

  @Test
  void a_finding_that_lists_no_tags_may_not_know_them() {
    var signal = Fixture.of("asff/control").with(ASFF + "/Tags", Map.of()).signal();

    assertThat(signal.tags()).isEmpty();
  }

  @Test
  void a_configuration_item_that_lists_no_tags_says_that_there_are_none() {
    var signal = Fixture.of("config/instance").with(ITEM, Map.of()).signal();

    assertThat(signal.tags()).contains(Tags.NONE);
  }

  @Test
  void a_configuration_item_without_a_list_of_tags_says_nothing_of_them() {
    var signal = Fixture.of("config/instance").without(ITEM).signal();

    assertThat(signal.tags()).isEmpty();
  }

  @Test
  void a_tag_may_have_an_empty_value_or_none_and_no_half_of_a_character() {
    var tags = new ArrayList<Map<String, String>>();
    tags.add(tag("key", "a", "value", ""));
    tags.add(Map.of("key", "b"));
    tags.add(new TreeMap<>(Collections.singletonMap("key", null)));
    tags.add(tag("key", "\ud83d", "value", "\ud83d"));

    var read = Fixture.of("config/instance").with(ITEM, tags).signal().tags().orElseThrow();

    assertThat(read.values()).containsKeys("a", "b").doesNotContainKey("\ud83d");
    assertThat(read.values().values()).noneMatch(value -> value.contains("\ud83d"));
  }

  @Test
  void tags_of_an_access_key_are_not_those_of_who_acts_with_it() {
    var finding =
        Fixture.of("asff/control")
            .with(ASFF + "/Type", "AwsIamAccessKey")
            .with(ASFF + "/Details", Map.of("AwsIamAccessKey", Map.of("UserName", "kim")));

    assertThat(finding.signal().resource().arn().name()).isEqualTo("kim");
    assertThat(finding.signal().tags()).isEmpty();
  }

  @Test
  void a_bucket_has_its_own_tags_and_not_those_of_the_object() {
    var object = Map.of("Type", "AwsS3Object", "Id", "arn:aws:s3:::orders/a", "Tags", of("a", "b"));
    var bucket =
        Map.of("Type", "AwsS3Bucket", "Id", "arn:aws:s3:::orders", "Tags", of("Team", "x"));
    var resources = "/detail/findings/0/Resources";

    var both = Fixture.of("asff/control").with(resources, List.of(object, bucket));
    var alone = Fixture.of("asff/control").with(resources, List.of(object));

    assertThat(both.part().signals()).hasSize(1);
    assertThat(both.signal().tags().orElseThrow().values()).isEqualTo(of("Team", "x"));
    assertThat(alone.signal().resource().arn().name()).isEqualTo("orders");
    assertThat(alone.signal().tags()).isEmpty();
  }

  private static Map<String, String> of(String name, String value) {
    return Map.of(name, value);
  }

  @ParameterizedTest
  @CsvSource({"shop team, shop team", "'  ', ''"})
  void an_ocsf_finding_may_name_the_owner(String name, String owner) {
    var signal = Fixture.of("ocsf/control").with(OCSF + "/owner/name", name).signal();

    assertThat(signal.owner()).isEqualTo(owner);
  }

  @Test
  void an_owner_that_is_no_name_says_nothing() {
    var odd = Fixture.of("ocsf/control").with(OCSF + "/owner/name", Map.of("first", "Kim"));
    var tooLong = Fixture.of("ocsf/control").with(OCSF + "/owner/name", "k".repeat(257));

    assertThat(odd.signal().owner()).isEmpty();
    assertThat(tooLong.signal().owner()).isEmpty();
  }

  @Test
  void tags_make_no_other_finding_of_it() {
    var one = Fixture.of("asff/control").signal();
    var other = Fixture.of("asff/control").with(ASFF + "/Tags", Map.of("Team", "shop")).signal();

    assertThat(other.byItself()).isEqualTo(one.byItself());
    assertThat(other).isNotEqualTo(one);
  }

  private static Tags tagsOf(Signal signal) {
    return signal.tags().orElse(Tags.NONE);
  }

  private static Map<String, String> tag(String name, String is, String value, String says) {
    return Map.of(name, is, value, says);
  }
}

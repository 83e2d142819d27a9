// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TagsTest {
  @ParameterizedTest
  @CsvSource({
    "owner, shop",
    "OWNER, shop",
    "Team, shop",
    "contact, shop",
    "Name, ''",
    "owner-contact, ''"
  })
  void an_owner_is_told_by_the_tags_that_say_so_in_any_case(String name, String owner) {
    assertThat(Tags.of(Map.of(name, "shop")).owner()).isEqualTo(owner);
  }

  @Test
  void of_several_tags_that_tell_an_owner_the_plainest_counts() {
    var tags = Tags.of(Map.of("contact", "ops", "Team", "shop", "Owner", "kim"));

    assertThat(tags.owner()).isEqualTo("kim");
  }

  @Test
  void a_tag_of_an_owner_that_is_blank_tells_none() {
    assertThat(Tags.of(Map.of("owner", " ", "team", "shop")).owner()).isEqualTo("shop");
  }

  @Test
  void no_more_are_kept_than_a_resource_may_have_and_the_others_are_counted() {
    var all = new HashMap<String, String>();
    for (int i = 0; i < Tags.MOST + 1; i++) {
      all.put("tag-" + (100 + i), "value");
    }
    all.put("aws:cloudformation:stack-name", "shop");

    var tags = Tags.of(all);

    assertThat(tags.values())
        .hasSize(Tags.MOST)
        .containsKey("tag-100")
        .doesNotContainKeys("tag-150", "aws:cloudformation:stack-name");
    assertThat(tags.leftOut()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({"128, 256, 0", "129, 1, 1", "1, 257, 1", "0, 1, 1"})
  void a_tag_that_is_longer_than_aws_lets_it_be_is_left_out(
      int nameCharacters, int valueCharacters, int leftOut) {
    var tags = Tags.of(Map.of("n".repeat(nameCharacters), "v".repeat(valueCharacters)));

    assertThat(tags.leftOut()).isEqualTo(leftOut);
    assertThat(tags.values()).hasSize(1 - leftOut);
  }

  @Test
  void what_they_say_is_not_in_their_text() {
    assertThat(Tags.of(Map.of("owner", "kim"))).hasToString("1 tags");
  }
}

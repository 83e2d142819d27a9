// SPDX-License-Identifier: Apache-2.0
package io.breakwater.history.archive;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EventPatternTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"replay-name\":[\"one\"]}",
        "{\"replay-name\":[{\"exists\":true}]}",
        "{\"replay-name\":[{\"prefix\":\"breakwater-\"}],\"source\":[\"aws.inspector2\"]}",
      })
  void patterns_that_ask_for_a_replay_let_nothing_else_in(String pattern) {
    assertThat(EventPattern.parse(pattern).isOfReplaysOnly()).isTrue();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "{}",
        "{\"source\":[\"aws.inspector2\"]}",
        "{\"replay-name\":[{\"exists\":false}]}",
        "{\"replay-name\":[\"one\",{\"exists\":false}]}",
        "{\"detail\":{\"replay-name\":[\"one\"]}}",
        "{\"$or\":[{\"replay-name\":[\"one\"]},{\"source\":[\"aws.inspector2\"]}]}",
      })
  void other_patterns_may_let_live_events_in(String pattern) {
    assertThat(EventPattern.parse(pattern).isOfReplaysOnly()).isFalse();
  }

  @Test
  void patterns_are_the_same_however_they_are_written() {
    assertThat(EventPattern.parse("{ \"replay-name\" : [ \"one\" ] }"))
        .isEqualTo(EventPattern.ofReplay("one"));
  }
}

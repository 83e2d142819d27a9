// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.group;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.response.message.GroupState;
import io.breakwater.response.notice.Position;
import io.breakwater.response.simulation.Notices;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

final class GroupTest {
  private static final Clock CLOCK = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

  private final Group group = Group.of(GroupState.getDefaultInstance());

  @Test
  void what_is_over_makes_room_and_the_ticket_goes_on_from_where_it_was() {
    for (int i = 0; i < 499; i++) {
      group.hear("all", exposure(i).create());
    }
    var over = exposure(499);
    group.hear("all", over.create());
    var before = group.hear("all", over.close()).orElseThrow();

    var after = group.hear("all", exposure(500).create());

    assertThat(after).isPresent();
    assertThat(after.get().getTitle()).startsWith("500 exposures");
    assertThat(Position.isAfter(after.get().getPosition(), before.getPosition())).isTrue();
    assertThat(group.state().getMembersMap()).hasSize(500).doesNotContainKey(over.uid());
    assertThat(group.isFull()).isFalse();
  }

  @Test
  void where_all_are_open_there_is_none_and_that_is_known() {
    for (int i = 0; i < 500; i++) {
      group.hear("all", exposure(i).create());
    }

    assertThat(group.hear("all", exposure(500).create())).isEmpty();
    assertThat(group.isFull()).isTrue();
  }

  private static Notices exposure(int number) {
    return new Notices(CLOCK, "i-" + number);
  }
}

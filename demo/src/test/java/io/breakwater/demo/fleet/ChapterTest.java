// SPDX-License-Identifier: Apache-2.0
package io.breakwater.demo.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.demo.chance.Dice;
import io.breakwater.demo.estate.Certificate;
import io.breakwater.demo.estate.Surveyor;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ChapterTest {
  private static final Instant ISSUED = Instant.parse("2026-11-24T08:00:00Z");
  private static final Surroundings QUIET = new Surroundings(certificate -> List.of(), false);

  @ParameterizedTest
  @EnumSource
  void every_story_has_events_in_order_and_an_end(Story story) {
    for (var member : Member.ALL) {
      var certificate = certificate(member);

      var chapter = Chapter.of(story, certificate, QUIET, Dice.seeded(1));

      assertThat(chapter.tellings())
          .isNotEmpty()
          .hasSizeLessThan(70)
          .isSortedAccordingTo((one, other) -> one.at().compareTo(other.at()))
          .allMatch(telling -> telling.at().isAfter(certificate.issued()));
      assertThat(chapter.next().issued()).isAfter(certificate.issued());
    }
  }

  private static Certificate certificate(Member member) {
    var surveyor = new Surveyor(Dice.seeded(2));
    return surveyor
        .certificate(0, surveyor.place(), member.kind(), member.validityDays())
        .issuedAt(ISSUED);
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.core.signal.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class OverviewTest {
  private static final Instant TEN = Instant.parse("2026-03-01T10:00:00Z");

  private final Overview overview = new Overview();

  @Test
  void the_worst_comes_first_and_of_equals_what_changed_last() {
    overview.add(revision("medium", Revision.Activity.CREATE, Severity.MEDIUM, 0));
    overview.add(revision("older", Revision.Activity.CREATE, Severity.CRITICAL, 1));
    overview.add(revision("newer", Revision.Activity.CREATE, Severity.CRITICAL, 2));

    assertThat(overview.open())
        .extracting(Revision::exposureUid)
        .containsExactly("newer", "older", "medium");
  }

  @Test
  void a_closed_exposure_is_open_no_more_and_counted() {
    overview.add(revision("one", Revision.Activity.CREATE, Severity.HIGH, 0));
    overview.add(revision("two", Revision.Activity.CREATE, Severity.HIGH, 0));

    overview.add(revision("one", Revision.Activity.CLOSE, Severity.HIGH, 1));

    assertThat(overview.bySeverity()).isEqualTo(Map.of(Severity.HIGH, 1L));
    assertThat(overview.total(Revision.Activity.CLOSE)).isEqualTo(1);
  }

  @Test
  void a_change_says_in_a_word_what_it_does() {
    var changes =
        List.of(
            overview.add(revision("one", Revision.Activity.CREATE, Severity.MEDIUM, 0)),
            overview.add(revision("one", Revision.Activity.UPDATE, Severity.CRITICAL, 1)),
            overview.add(revision("one", Revision.Activity.UPDATE, Severity.CRITICAL, 2)),
            overview.add(revision("one", Revision.Activity.UPDATE, Severity.LOW, 3)),
            overview.add(revision("one", Revision.Activity.CLOSE, Severity.LOW, 4)));

    assertThat(changes)
        .extracting(Change::word)
        .containsExactly(
            "opened", "rose from Medium", "changed", "fell from Critical", "closed: fixed");
  }

  @Test
  void only_the_latest_changes_are_remembered() {
    for (int i = 0; i < 200; i++) {
      overview.add(revision("number " + i, Revision.Activity.CREATE, Severity.LOW, i));
    }

    assertThat(overview.latest()).hasSize(50);
    assertThat(overview.latest().get(0).revision().exposureUid()).isEqualTo("number 199");
  }

  @Test
  void the_choke_point_whose_end_closes_most_comes_first_and_a_withdrawn_one_is_gone() {
    overview.add(point("lowers", true, 0, 5));
    overview.add(point("closes", true, 2, 0));
    overview.add(point("ended", true, 9, 0));

    overview.add(point("ended", false, 0, 0));

    assertThat(overview.shared()).extracting(SharedPoint::uid).containsExactly("closes", "lowers");
  }

  private static SharedPoint point(String uid, boolean open, long closes, long lowers) {
    return new SharedPoint(uid, open, "sg-1", "ssh-open", closes + lowers, closes, lowers);
  }

  private static Revision revision(
      String uid, Revision.Activity activity, Severity severity, int minute) {
    return new Revision(
        uid,
        activity,
        severity,
        "Potential Remote Execution: EC2 instance has software vulnerabilities",
        "i-0a1b2c3d4e5f60718",
        "111122223333",
        "eu-central-1",
        TEN.plusSeconds(60L * minute),
        activity == Revision.Activity.CLOSE ? "fixed" : "");
  }
}

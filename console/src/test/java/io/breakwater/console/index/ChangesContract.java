// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index;

import static io.breakwater.console.index.Records.START;
import static io.breakwater.console.index.Records.exposure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.breakwater.console.index.Records.Exposure;
import io.breakwater.console.index.query.Change;
import io.breakwater.console.index.query.Change.What;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What those hear of who wait for changes. */
abstract class ChangesContract extends IndexCase {
  private List<Change> changes(long after) {
    return index.reader().changes(after, 100);
  }

  @Test
  void tell_what_has_happened_to_what() {
    take(exposure(1), exposure(2).severity(Severity.LOW));
    take(exposure(1).update().says("more"));
    take(exposure(2).severity(Severity.LOW).close().at(START.plusSeconds(9)));
    take(RecordStream.CERTIFICATES, Records.certificate(1, START.plus(Duration.ofDays(9))));

    assertThat(changes(0))
        .extracting(Change::uid, Change::kind, Change::open, Change::severity, Change::what)
        .containsExactly(
            tuple(Exposure.uid(1), Kind.EXPOSURE, true, Severity.CRITICAL, What.UPDATED),
            tuple(Exposure.uid(2), Kind.EXPOSURE, false, Severity.LOW, What.CLOSED),
            tuple(
                changes(0).get(2).uid(),
                Kind.CERTIFICATE,
                true,
                changes(0).get(2).severity(),
                What.CREATED));
    assertThat(changes(0).get(1).at()).isEqualTo(START.plusSeconds(9));
    assertThat(changes(0).get(0).account()).isEqualTo(Records.ACCOUNT);
  }

  @Test
  void have_numbers_that_rise_also_within_a_batch_and_across_processes() throws Exception {
    take(exposure(1), exposure(2), exposure(3));
    long before = index.reader().lastChange();
    index.close();
    index = again();
    take(exposure(2).update().says("more"), exposure(1).update().says("more"));

    assertThat(changes(0)).extracting(Change::number).isSorted().doesNotHaveDuplicates();
    assertThat(changes(before))
        .extracting(Change::uid)
        .containsExactlyInAnyOrderElementsOf(uidsOf(1, 2));
    assertThat(changes(0).get(2).number()).isEqualTo(index.reader().lastChange());
    assertThat(changes(index.reader().lastChange())).isEmpty();
  }

  @Test
  void can_be_asked_for_bit_by_bit() {
    take(exposure(1), exposure(2), exposure(3));
    var seen = new ArrayList<String>();

    for (var some = index.reader().changes(0, 2);
        !some.isEmpty();
        some = index.reader().changes(some.get(some.size() - 1).number(), 2)) {
      some.forEach(change -> seen.add(change.uid()));
    }

    assertThat(seen).containsExactlyInAnyOrderElementsOf(uidsOf(1, 2, 3));
  }

  @Test
  void are_none_where_nothing_shows() {
    take(exposure(1));
    long before = index.reader().lastChange();

    take(exposure(1), exposure(1).update().says("past").replay(), exposure(9).close());

    assertThat(index.reader().lastChange()).isEqualTo(before);
  }

  @Test
  void that_open_and_go_on_in_one_batch_are_seen_as_new() {
    take(exposure(1), exposure(1).update().says("more"));

    assertThat(changes(0)).extracting(Change::what).containsExactly(What.CREATED);
  }

  @Test
  void of_a_ticket_are_changes_of_what_it_is_about() {
    take(exposure(1), exposure(2));
    long before = index.reader().lastChange();

    take(RecordStream.REPORTS, Records.report(2, "made", START).put("ticket", "SEC-2"));

    assertThat(changes(before))
        .extracting(Change::uid, Change::what)
        .containsExactly(tuple(Exposure.uid(2), What.UPDATED));
  }

  @Test
  void are_told_to_who_listens_once_they_can_be_read() {
    var seen = new ArrayList<Long>();
    index.onChange(() -> seen.add(index.reader().lastChange()));

    take(exposure(1));
    take(exposure(1));
    take(exposure(2));

    assertThat(seen).containsExactly(1L, 2L);
  }
}

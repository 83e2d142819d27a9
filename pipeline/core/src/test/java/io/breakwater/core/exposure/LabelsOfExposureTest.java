// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.exposure;

import static io.breakwater.core.fixture.Findings.START;
import static io.breakwater.core.fixture.Findings.exploitable;
import static io.breakwater.core.fixture.Findings.instance;
import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.core.catalogue.Catalogue;
import io.breakwater.core.correlation.Correlation;
import io.breakwater.core.finding.Activity;
import io.breakwater.core.fixture.Findings;
import io.breakwater.core.resource.Resource;
import io.breakwater.core.resource.Tags;
import io.breakwater.core.signal.Product;
import io.breakwater.core.signal.Signal;
import io.breakwater.core.signal.SignalState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whose an exposed resource is, and how it is tagged: the latest word, whoever says it. */
final class LabelsOfExposureTest {
  private static final Resource INSTANCE = instance("i-0aaa111122223333a");
  private static final Catalogue CATALOGUE = Catalogue.builtIn();

  private final Correlation correlation = Correlation.at(START, CATALOGUE);

  @Test
  void an_exposure_opens_with_the_tags_of_the_finding_that_opens_it() {
    correlation.see(finding(0).tags(tags("Team", "shop")).build());

    assertThat(told()).containsExactly("CREATE {Team=shop} shop");
  }

  @Test
  void tags_that_were_told_before_there_was_an_exposure_count() {
    correlation.see(item(0).tags(tags("Owner", "kim")).build()).see(finding(1).build());

    assertThat(told()).containsExactly("CREATE {Owner=kim} kim");
  }

  @Test
  void tags_that_change_are_told_once() {
    correlation
        .see(finding(0).tags(tags("Team", "shop")).build())
        .see(item(1).tags(tags("Team", "payments")).build())
        .see(item(2).tags(tags("Team", "payments")).build())
        .see(finding(3).tags(tags("Team", "payments")).build());

    assertThat(told())
        .containsExactly("CREATE {Team=shop} shop", "UPDATE {Team=payments} payments");
  }

  @Test
  void an_older_word_that_comes_late_changes_nothing() {
    correlation
        .see(finding(0).build())
        .see(item(5).tags(tags("Team", "payments")).build())
        .see(finding(2, "CVE-2026-0001").tags(tags("Team", "shop")).build());

    assertThat(labels()).isEqualTo("{Team=payments} payments");
  }

  /** Word that says the same again is newer than what is told between them. */
  @Test
  void a_word_that_was_repeated_is_as_new_as_when_it_was() {
    correlation
        .see(finding(0).build())
        .see(item(1).tags(tags("Team", "payments")).build())
        .see(item(5).tags(tags("Team", "payments")).build())
        .see(finding(3).tags(tags("Team", "shop")).build());

    assertThat(labels()).isEqualTo("{Team=payments} payments");
  }

  @Test
  void a_record_that_says_nothing_of_tags_leaves_them() {
    correlation.see(finding(0).tags(tags("Team", "shop")).build()).see(item(1).build());

    assertThat(told()).containsExactly("CREATE {Team=shop} shop");
  }

  @Test
  void an_item_without_tags_takes_them_away() {
    correlation
        .see(finding(0).tags(tags("Team", "shop")).build())
        .see(item(1).tags(Tags.NONE).build())
        .see(finding(0).tags(tags("Team", "shop")).build());

    assertThat(told()).containsExactly("CREATE {Team=shop} shop", "UPDATE {} ");
  }

  @Test
  void tags_outlive_the_finding_that_told_them() {
    correlation
        .see(finding(0).build())
        .see(finding(1, "CVE-2026-0002").tags(tags("Team", "shop")).build())
        .see(finding(2, "CVE-2026-0002").state(SignalState.RESOLVED).build());

    assertThat(labels()).isEqualTo("{Team=shop} shop");
  }

  @Test
  void a_finding_that_was_resolved_tells_tags_as_well() {
    correlation
        .see(finding(0).build())
        .see(
            finding(1, "CVE-2026-0002")
                .state(SignalState.RESOLVED)
                .tags(tags("Team", "shop"))
                .build());

    assertThat(labels()).isEqualTo("{Team=shop} shop");
  }

  @Test
  void an_owner_that_is_named_counts_before_the_tags() {
    correlation
        .see(finding(0).owner("kim").build())
        .see(item(1).tags(tags("Owner", "shop")).build());

    assertThat(labels()).isEqualTo("{Owner=shop} kim");
  }

  @Test
  void the_close_has_what_was_told_last() {
    correlation
        .see(finding(0).tags(tags("Team", "shop")).build())
        .see(item(1).state(SignalState.DELETED).build());

    assertThat(told()).containsExactly("CREATE {Team=shop} shop", "CLOSE {Team=shop} shop");
    assertThat(correlation.revisions().get(1).withdrawal().orElseThrow().code())
        .isEqualTo("resource-deleted");
  }

  @Test
  void a_resource_that_is_made_anew_does_not_inherit_tags() {
    correlation
        .see(finding(0).tags(tags("Team", "shop")).build())
        .see(item(1).state(SignalState.DELETED).build())
        .see(finding(2).build());

    assertThat(told()).last().isEqualTo("CREATE {} ");
  }

  /** That they ran out is no finding that was not seen again: nothing of it is unconfirmed. */
  @Test
  void tags_that_nobody_has_told_for_long_are_forgotten_without_doubt_of_the_exposure() {
    var latest = CATALOGUE.longestMemory().plus(Duration.ofDays(10));
    correlation
        .see(finding(0).tags(tags("Team", "shop")).build())
        .seeLive(List.of(finding(200).build(), finding(380).build()))
        .advanceTo(START.plus(latest));

    assertThat(told()).containsExactly("CREATE {Team=shop} shop", "UPDATE {} ");
    assertThat(correlation.revisions().get(1).withdrawal()).isEmpty();
    assertThat(correlation.revisions().get(1).announced().unconfirmed()).isFalse();
  }

  @Test
  void tags_alone_expose_nothing_and_are_no_evidence() {
    correlation.see(
        finding(0).state(SignalState.RESOLVED).tags(tags("Team", "shop")).owner("kim").build());

    assertThat(correlation.remembered()).isEqualTo(3);
    assertThat(correlation.revisions()).isEmpty();
    assertThat(correlation.exposures()).isEmpty();
    assertThat(correlation.evidence()).isEmpty();
  }

  @Test
  void a_change_of_tags_by_a_replay_is_a_replay() {
    correlation
        .see(finding(0).tags(tags("Team", "shop")).build())
        .see(item(1).tags(tags("Team", "payments")).replayed(true).build());

    assertThat(correlation.revisions()).extracting(Revision::replayed).containsExactly(false, true);
  }

  private List<String> told() {
    return correlation.revisions().stream()
        .map(
            revision ->
                revision.activity()
                    + " "
                    + revision.announced().labels().tags().values()
                    + " "
                    + revision.announced().labels().owner())
        .collect(Collectors.toList());
  }

  private String labels() {
    var revisions = correlation.revisions();
    var last = revisions.get(revisions.size() - 1);
    assertThat(last.activity()).isNotEqualTo(Activity.CLOSE);
    return last.announced().labels().tags().values() + " " + last.announced().labels().owner();
  }

  private static Tags tags(String name, String value) {
    return Tags.of(Map.of(name, value));
  }

  private static Signal.Builder finding(int day) {
    return finding(day, "CVE-2026-0001");
  }

  private static Signal.Builder finding(int day, String cve) {
    return exploitable(INSTANCE, cve).updatedAt(at(day)).observedAt(at(day)).createdAt(START);
  }

  private static Signal.Builder item(int day) {
    return Signal.builder()
        .product(Product.CONFIG)
        .findingUid(INSTANCE.arn().toString())
        .kind(Signal.CONFIGURATION)
        .resource(INSTANCE)
        .updatedAt(at(day));
  }

  private static Instant at(int day) {
    return Findings.START.plus(Duration.ofDays(day));
  }
}

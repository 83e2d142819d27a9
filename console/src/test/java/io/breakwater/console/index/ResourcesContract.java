// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index;

import static io.breakwater.console.index.Records.START;
import static io.breakwater.console.index.Records.exposure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.breakwater.console.index.Records.Exposure;
import io.breakwater.console.index.query.Resource;
import io.breakwater.console.index.query.ResourceDetail.Involvement;
import io.breakwater.console.index.query.ResourcePage;
import io.breakwater.console.index.query.ResourceSelection;
import io.breakwater.console.index.query.Selection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Resources, and the exposures that involve them. */
abstract class ResourcesContract extends IndexCase {
  private static final String GROUP = "AWS::EC2::SecurityGroup";

  private List<Resource> resources(ResourceSelection selection) {
    return index.reader().resources(selection, Optional.empty(), 100).resources();
  }

  private Map<Severity, Long> open(String name) {
    return index.reader().resource(Exposure.arn(name)).orElseThrow().resource().open();
  }

  private static Exposure instance(int number, Severity severity) {
    return exposure(number)
        .severity(severity)
        .resource("AWS::EC2::Instance", "i-" + number)
        .involves(GROUP, "sg-web", "Affected");
  }

  @Test
  void come_by_what_is_open_of_them_the_most_critical_first() {
    take(
        instance(1, Severity.HIGH),
        instance(2, Severity.CRITICAL),
        exposure(3).resource("AWS::S3::Bucket", "invoices").involves(GROUP, "sg-db", "Affected"));

    assertThat(resources(ResourceSelection.ALL))
        .extracting(Resource::name, Resource::exposures)
        .containsExactly(
            tuple("sg-web", 2L),
            tuple("sg-db", 1L),
            tuple("invoices", 1L),
            tuple("i-2", 1L),
            tuple("i-1", 1L));
    var web = resources(ResourceSelection.ALL).get(0);
    assertThat(web.open()).isEqualTo(Map.of(Severity.CRITICAL, 1L, Severity.HIGH, 1L));
    assertThat(web.worst()).contains(Severity.CRITICAL);
    assertThat(web.type()).isEqualTo(GROUP);
    assertThat(web.account()).isEqualTo(Records.ACCOUNT);
    assertThat(web.region()).isEqualTo("eu-central-1");
  }

  @Test
  void are_found_by_name_type_and_account() {
    take(instance(1, Severity.HIGH), instance(2, Severity.LOW).account("444455556666"));

    assertThat(resources(new ResourceSelection("SG-w", Optional.empty(), Optional.empty())))
        .extracting(Resource::name)
        .containsExactly("sg-web");
    assertThat(resources(new ResourceSelection("", Optional.of(GROUP), Optional.empty())))
        .hasSize(1);
    assertThat(resources(new ResourceSelection("", Optional.empty(), Optional.of("444455556666"))))
        .extracting(Resource::name)
        .containsExactly("i-2");
  }

  @Test
  void are_found_by_the_words_they_have_themselves() {
    take(
        instance(1, Severity.HIGH).title("Potential theft"),
        instance(22, Severity.LOW).account("444455556666"));

    assertThat(searched("sg-web")).containsExactly("sg-web");
    assertThat(searched("securitygroup")).containsExactly("sg-web");
    assertThat(searched("i-2")).containsExactly("i-22");
    assertThat(searched("444455556666")).containsExactly("i-22");
    assertThat(searched("eu-central-1 i-1")).containsExactly("i-1");
    assertThat(searched("g-web")).as("a part of a word").isEmpty();
    assertThat(searched("sg-web i-1")).as("of two resources").isEmpty();
    assertThat(searched("theft")).as("of an exposure").isEmpty();
  }

  private List<String> searched(String words) {
    var selection = new ResourceSelection(words, Optional.empty(), Optional.empty());
    return resources(selection).stream().map(Resource::name).toList();
  }

  @Test
  void come_in_pages() {
    for (int i = 1; i <= 25; i++) {
      take(instance(i, i % 2 == 0 ? Severity.HIGH : Severity.CRITICAL));
    }
    var seen = new ArrayList<String>();
    Optional<ResourcePage.Cursor> cursor = Optional.empty();

    do {
      var page = index.reader().resources(ResourceSelection.ALL, cursor, 10);
      page.resources().forEach(resource -> seen.add(resource.uid()));
      cursor = page.next();
    } while (cursor.isPresent());

    assertThat(seen).hasSize(26).doesNotHaveDuplicates();
  }

  @Test
  void count_what_is_open_as_it_is_now() {
    take(instance(1, Severity.HIGH), instance(2, Severity.HIGH));
    take(instance(1, Severity.CRITICAL).update().says("worse"), instance(2, Severity.HIGH).close());

    assertThat(open("sg-web")).isEqualTo(Map.of(Severity.CRITICAL, 1L));
    assertThat(open("i-2")).isEmpty();
    assertThat(resources(ResourceSelection.ALL))
        .extracting(Resource::name)
        .containsExactlyInAnyOrder("sg-web", "i-1");

    take(instance(2, Severity.LOW).episode(2).says("again"));

    assertThat(open("sg-web")).isEqualTo(Map.of(Severity.CRITICAL, 1L, Severity.LOW, 1L));
  }

  @Test
  void that_an_exposure_does_not_involve_any_more_are_gone() {
    take(instance(1, Severity.HIGH));

    take(instance(1, Severity.HIGH).update().says("other").involves(GROUP, "sg-new", "Affected"));

    assertThat(index.reader().resource(Exposure.arn("sg-web"))).isEmpty();
    assertThat(open("sg-new")).isEqualTo(Map.of(Severity.HIGH, 1L));
  }

  @Test
  void go_with_the_exposures_that_are_forgotten() {
    take(instance(1, Severity.HIGH), instance(2, Severity.HIGH));
    take(instance(1, Severity.HIGH).close());
    var retention =
        new Retention(
            Duration.ZERO, Duration.ofDays(2), Duration.ofDays(60), Duration.ofDays(9), 3);

    index.retain(retention, START.plus(Duration.ofDays(9)));

    assertThat(index.reader().resource(Exposure.arn("i-1"))).isEmpty();
    assertThat(open("sg-web")).isEqualTo(Map.of(Severity.HIGH, 1L));
  }

  @Test
  void have_their_exposures_with_the_part_they_have_in_each() {
    take(
        instance(1, Severity.HIGH),
        instance(2, Severity.CRITICAL),
        exposure(3).resource(GROUP, "sg-web"),
        instance(4, Severity.CRITICAL),
        instance(4, Severity.CRITICAL).close());

    var detail = index.reader().resource(Exposure.arn("sg-web")).orElseThrow();

    assertThat(detail.exposures())
        .extracting(each -> each.exposure().uid(), Involvement::role)
        .containsExactlyInAnyOrder(
            tuple(Exposure.uid(3), "Target"),
            tuple(Exposure.uid(2), "Affected"),
            tuple(Exposure.uid(1), "Affected"),
            tuple(Exposure.uid(4), "Affected"));
    assertThat(detail.exposures().get(3).exposure().open()).isFalse();
    assertThat(detail.resource().exposures()).isEqualTo(3);
  }

  @Test
  void that_nobody_has_heard_of_are_none() {
    assertThat(index.reader().resource("arn:aws:s3:::nothing")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void count_each_open_exposure_once_whatever_has_happened(int seed) {
    for (var batch : cut(life(200, 6, new Random(seed)), 7)) {
      index.apply(batch);
    }

    for (var row : index.reader().page(Selection.OPEN, Optional.empty(), 100).exposures()) {
      assertThat(index.reader().resource(row.resourceUid()).orElseThrow().resource().open())
          .as(row.uid())
          .containsEntry(row.severity(), 1L);
    }
    assertThat(
            resources(new ResourceSelection("i-0", Optional.empty(), Optional.empty())).stream()
                .mapToLong(Resource::exposures)
                .sum())
        .isEqualTo(index.reader().count(Selection.OPEN));
  }
}

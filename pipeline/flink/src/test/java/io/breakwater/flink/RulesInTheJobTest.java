// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink;

import static io.breakwater.flink.fixture.InspectorEvent.START;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.core.catalogue.CatalogueText;
import io.breakwater.core.correlation.Correlation;
import io.breakwater.core.decode.Decoder;
import io.breakwater.core.exposure.Revision;
import io.breakwater.core.ocsf.ExposureFindingWriter;
import io.breakwater.core.rules.CatalogueUpdate;
import io.breakwater.core.rules.RuleKind;
import io.breakwater.core.rules.RuleUpdate;
import io.breakwater.flink.fixture.ChangedCatalogue;
import io.breakwater.flink.fixture.InspectorEvent;
import io.breakwater.flink.fixture.RandomGraphs;
import io.breakwater.flink.fixture.RandomRecords;
import io.breakwater.flink.fixture.Revisions;
import io.breakwater.flink.fixture.RuledJob;
import io.breakwater.flink.types.Output;
import io.breakwater.flink.types.Record;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Rules change while the job runs, and in the end it tells what a job tells that was started with
 * the last of them.
 */
final class RulesInTheJobTest {
  /** Events of later times count as of now, so that no window ends: when one does, nobody knows. */
  private static final Instant NOW = START.plus(Duration.ofDays(1));

  @Test
  void what_is_known_is_judged_by_each_catalogue_in_its_turn() throws Exception {
    var records = records();
    try (var job = RuledJob.start(settings().build(), Duration.ofSeconds(5))) {
      job.feed(records);
      var before = startedWith(CatalogueText.builtIn(), records);
      settle(job, before);
      for (var changed : changes()) {
        var expected = startedWith(changed, records);
        var version = changed.catalogue().version();
        assertThat(expected).as(version).isNotEqualTo(before);

        job.update(
            new RuleUpdate(version, RuleKind.CATALOGUE, CatalogueUpdate.documentOf(changed)));

        assertThat(outcome(job.answerTo(version))).as(version).isEqualTo("accepted");
        settle(job, expected);
        before = expected;
      }
      job.update(new RuleUpdate("back", RuleKind.CATALOGUE, CatalogueUpdate.documentOfBuiltIn()));
      settle(job, startedWith(CatalogueText.builtIn(), records));
    }
  }

  /**
   * What was told since the last checkpoint before a failure may be told otherwise after it, where
   * it follows from events of several resources. So those are all known before, and what comes in
   * meanwhile is about one resource each and only ever adds to it.
   */
  @Test
  void an_update_under_load_applies_once_although_a_task_manager_is_lost() throws Exception {
    var known = records();
    var load = load(600);
    var all = new ArrayList<>(known);
    all.addAll(load);
    var updates =
        List.of(
            new ChangedCatalogue("1-weight").weight(0, 3).text(),
            new ChangedCatalogue("2-weight-and-name")
                .weight(0, 3)
                .renamed("open-security-group", "anyone-may-knock")
                .text());
    try (var job =
        RuledJob.start(settings().judgedAgainPerSecond(50).build(), Duration.ofMillis(200))) {
      job.feed(known);
      settle(job, startedWith(CatalogueText.builtIn(), known));
      for (int round = 0; round < 2; round++) {
        int from = 300 * round;
        var id = "update-" + round;
        job.update(
            new RuleUpdate(id, RuleKind.CATALOGUE, CatalogueUpdate.documentOf(updates.get(round))));
        job.feed(load.subList(from, from + 150));
        job.answerTo(id);
        job.loseTaskManager();
        job.feed(load.subList(from + 150, from + 300));
      }

      settle(job, startedWith(updates.get(1), all));
      assertThat(said(job.answers(), "/in_force/number")).containsExactly("1", "2");
      assertThat(said(job.answers(), "/uid")).hasSize(2);
    }
  }

  /** The different values of a field, in the order in which they came. */
  private static List<String> said(List<Output> answers, String pointer) {
    return answers.stream()
        .map(answer -> Revisions.json(answer).at(pointer).asText())
        .distinct()
        .collect(toList());
  }

  /** More and more vulnerabilities of forty other instances. */
  private static List<Record> load(int count) {
    var records = new ArrayList<Record>();
    for (int i = 0; i < count; i++) {
      records.add(
          InspectorEvent.exploitable("CVE-2026-7" + i)
              .on(String.format("i-00000000000007%02d", i % 40))
              .record());
    }
    return records;
  }

  private static List<CatalogueText> changes() {
    return List.of(
        new ChangedCatalogue("1-weight").weight(0, 3).text(),
        new ChangedCatalogue("2-renamed").renamed("open-security-group", "anyone-may-knock").text(),
        new ChangedCatalogue("3-no-rule")
            .withoutExposureRule("ec2-instance", "ec2-metadata-theft")
            .text(),
        new ChangedCatalogue("4-less")
            .trait(
                "ec2-instance",
                "metadata-misconfiguration",
                trait -> trait.putObject("pattern").putArray("control").add("EC2.999"))
            .text(),
        new ChangedCatalogue("5-more")
            .withCopy(
                "ec2-instance",
                "open-security-group",
                "anyone-may-knock",
                "The {noun} lets anyone knock")
            .text());
  }

  private static Settings.Builder settings() {
    return Settings.live().settle(Duration.ZERO).clock(Clock.fixed(NOW, ZoneOffset.UTC));
  }

  /** What the core makes of the records by itself, by this catalogue from the beginning. */
  private static SortedMap<String, String> startedWith(
      CatalogueText catalogue, List<Record> records) {
    var decoder = Decoder.withLimit(Settings.DEFAULT_MAX_RECORD_BYTES);
    var correlation = Correlation.at(NOW, catalogue.catalogue());
    for (var record : records) {
      decoder.decode(record.bytes()).parts().forEach(correlation::see);
    }
    var writer = new ExposureFindingWriter(catalogue.catalogue(), "test");
    var last = new TreeMap<String, Revision>();
    correlation.revisions().forEach(revision -> last.put(revision.exposureUid(), revision));
    return open(
        last.values().stream()
            .map(revision -> new Output(revision.exposureUid(), writer.toJson(revision)))
            .collect(toList()));
  }

  /** Waits until it is as it should be, and looks whether it stays so. */
  private static void settle(RuledJob job, SortedMap<String, String> expected) throws Exception {
    try {
      int[] seen = {0};
      job.await(
          "what is expected",
          () -> {
            var told = job.exposures();
            boolean isNew = told.size() != seen[0];
            seen[0] = told.size();
            return isNew && open(told).equals(expected);
          });
    } catch (AssertionError e) {
      assertThat(open(job.exposures())).isEqualTo(expected);
    }
    Thread.sleep(500);
    assertThat(open(job.exposures())).isEqualTo(expected);
  }

  private static SortedMap<String, String> open(Collection<Output> outputs) {
    return Revisions.openMaterial(outputs);
  }

  private static String outcome(Output answer) {
    return Revisions.json(answer).path("outcome").asText();
  }

  private static List<Record> records() {
    var records = new ArrayList<>(RandomGraphs.shuffled(RandomGraphs.several(34, 40), 34));
    records.addAll(new RandomRecords(7).findings(80));
    Collections.shuffle(records, new Random(34));
    return records;
  }
}

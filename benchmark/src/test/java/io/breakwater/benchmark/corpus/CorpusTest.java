// SPDX-License-Identifier: Apache-2.0
package io.breakwater.benchmark.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.breakwater.core.decode.Decoder;
import io.breakwater.core.signal.Signal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CorpusTest {
  private static final Mix MIX = new Mix(4_000, 400, 0.5, 3);
  private static final Pattern DETAIL_TYPE = Pattern.compile("\"detail-type\":\"([^\"]*)\"");

  @TempDir private Path directory;

  @Test
  void the_same_mix_is_the_same_bytes() throws Exception {
    var other = Files.createDirectory(directory.resolve("other"));

    Corpus.write(MIX, directory, done -> {});
    Corpus.write(MIX, other, done -> {});

    assertThat(other.resolve("corpus-0")).hasSameBinaryContentAs(directory.resolve("corpus-0"));
  }

  @Test
  void it_holds_as_many_events_as_asked_for() throws Exception {
    assertThat(corpus(MIX).size()).isEqualTo(4_000);
  }

  @Test
  void an_event_has_three_to_four_kilobytes_on_average() throws Exception {
    var corpus = corpus(MIX);

    assertThat(corpus.bytes() / corpus.size()).isBetween(3_000L, 4_000L);
  }

  @Test
  void all_formats_are_in_it() throws Exception {
    var detailTypes =
        texts(corpus(MIX)).stream()
            .flatMap(text -> DETAIL_TYPE.matcher(text).results())
            .map(match -> match.group(1));

    assertThat(detailTypes)
        .contains(
            "Inspector2 Finding",
            "Security Hub Findings - Imported",
            "Findings Imported V2",
            "GuardDuty Finding",
            "Macie Finding",
            "Access Analyzer Finding",
            "Config Configuration Item Change",
            "ACM Certificate Approaching Expiration");
  }

  @Test
  void it_repeats_itself_as_often_as_asked_for() throws Exception {
    var once = distinctVersions(corpus(new Mix(4_000, 400, 0.0, 3)));
    var often = distinctVersions(corpus(new Mix(4_000, 400, 0.8, 3)));

    assertThat((double) often / once).isBetween(0.15, 0.3);
  }

  @Test
  void partitions_hold_every_record_once() throws Exception {
    var corpus = corpus(MIX);

    var both = IntStream.concat(at(corpus, 0), at(corpus, 1)).sorted().toArray();

    assertThat(both).isEqualTo(IntStream.range(0, corpus.size()).toArray());
  }

  @Test
  void all_records_of_a_resource_are_in_one_partition() throws Exception {
    var corpus = corpus(MIX);

    var first = at(corpus, 0).map(corpus::resource).boxed().toList();

    assertThat(at(corpus, 1).map(corpus::resource).boxed()).doesNotContainAnyElementsOf(first);
  }

  @Test
  void a_share_of_repeats_beyond_measure_is_refused() {
    assertThatThrownBy(() -> new Mix(1, 100, 1.5, 1))
        .hasMessage("repeats must be from 0.0 to 0.9, was 1.5");
  }

  private Corpus corpus(Mix mix) throws Exception {
    var folder = Files.createTempDirectory(directory, "corpus");
    Corpus.write(mix, folder, done -> {});
    return Corpus.in(folder);
  }

  private static IntStream at(Corpus corpus, int partition) {
    return IntStream.of(corpus.partition(partition, 2));
  }

  private static List<String> texts(Corpus corpus) {
    return IntStream.range(0, corpus.size())
        .mapToObj(index -> new String(corpus.record(index), StandardCharsets.UTF_8))
        .toList();
  }

  /** Versions of Inspector's findings: their update time stays when they repeat. */
  private static long distinctVersions(Corpus corpus) {
    var decoder = Decoder.withLimit(1 << 20);
    var signals = new ArrayList<Signal>();
    IntStream.range(0, corpus.size())
        .mapToObj(index -> decoder.decode(corpus.record(index)))
        .flatMap(decoded -> decoded.parts().stream())
        .forEach(part -> signals.addAll(part.signals()));
    return signals.stream()
        .filter(signal -> signal.product().equals("inspector"))
        .map(signal -> signal.findingUid() + signal.updatedAt())
        .distinct()
        .count();
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.web.feeds;

import static io.breakwater.console.index.RecordStream.CERTIFICATES;
import static io.breakwater.console.index.RecordStream.EXPOSURES;
import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.console.index.RecordStream;
import io.breakwater.console.index.Records;
import io.breakwater.console.web.TestClock;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ProgressTest {
  private final TestClock clock = new TestClock(Records.START);
  private final Progress progress = new Progress(clock);
  private final Source exposures = new NamedSource("exposures", Set.of(EXPOSURES));
  private final Source certificates = new NamedSource("certificates", Set.of(CERTIFICATES));

  private record NamedSource(String name, Set<RecordStream> streams) implements Source {
    @Override
    public void takeAll() {}
  }

  @Test
  void without_sources_there_is_nothing_to_wait_for() {
    assertThat(progress.isReady()).isTrue();
    assertThat(progress.of(EXPOSURES).lag()).isEmpty();
    assertThat(progress.of(EXPOSURES).problem()).isEmpty();
    assertThat(progress.of(EXPOSURES).recordsPerSecond()).isZero();
  }

  @Test
  void is_ready_when_each_source_was_read_to_its_end_once() {
    progress.begin(exposures);
    progress.begin(certificates);
    progress.tookAll(exposures, clock.instant());

    assertThat(progress.isReady()).isFalse();

    progress.tookAll(certificates, clock.instant());

    assertThat(progress.isReady()).isTrue();
  }

  @Test
  void the_lag_is_since_when_the_source_was_asked() {
    progress.begin(exposures);
    assertThat(progress.of(EXPOSURES).lag()).isEmpty();
    var asked = clock.instant();
    clock.pass(Duration.ofSeconds(3));

    progress.tookAll(exposures, asked);
    clock.pass(Duration.ofSeconds(4));

    assertThat(progress.of(EXPOSURES).lag()).hasValue(Duration.ofSeconds(7));
    assertThat(progress.of(CERTIFICATES).lag()).isEmpty();
  }

  @Test
  void a_problem_lasts_until_the_source_can_be_read() {
    progress.begin(exposures);
    progress.failed(exposures, "no such stream");

    assertThat(progress.of(EXPOSURES).problem()).hasValue("no such stream");
    assertThat(progress.of(CERTIFICATES).problem()).isEmpty();
    assertThat(progress.isReady()).isFalse();

    progress.tookAll(exposures, clock.instant());

    assertThat(progress.of(EXPOSURES).problem()).isEmpty();
    assertThat(progress.isReady()).isTrue();
  }

  @Test
  void a_source_that_was_read_once_stays_ready_whatever_comes() {
    progress.begin(exposures);
    progress.tookAll(exposures, clock.instant());

    progress.failed(exposures, "throttled");

    assertThat(progress.isReady()).isTrue();
  }

  @Test
  void what_comes_in_as_it_is_made_is_never_behind() {
    progress.took(EXPOSURES, 20);
    assertThat(progress.of(EXPOSURES).lag()).isEmpty();

    progress.takesDirectly();

    assertThat(progress.of(EXPOSURES).lag()).hasValue(Duration.ZERO);
    assertThat(progress.of(CERTIFICATES).lag())
        .as("of which none was made yet")
        .hasValue(Duration.ZERO);
  }

  @Test
  void counts_each_stream_for_itself() {
    progress.took(EXPOSURES, 20);
    progress.took(CERTIFICATES, 10);

    assertThat(progress.of(EXPOSURES).recordsPerSecond()).isEqualTo(2);
    assertThat(progress.of(CERTIFICATES).recordsPerSecond()).isEqualTo(1);
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index;

import static io.breakwater.console.index.Records.START;
import static io.breakwater.console.index.Records.exposure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.breakwater.console.index.Records.Exposure;
import io.breakwater.console.index.query.Field;
import io.breakwater.console.index.query.Filter;
import io.breakwater.console.index.query.Heard;
import io.breakwater.console.index.query.Selection;
import io.breakwater.console.index.query.Trend;
import io.breakwater.console.index.state.Measure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is counted over time, and measured. */
abstract class CountsContract extends IndexCase {
  @Nested
  class The_trend {
    private Trend.Point last(Trend trend) {
      return trend.points().get(trend.points().size() - 1);
    }

    @ParameterizedTest
    @EnumSource(Trend.Span.class)
    void has_a_point_for_each_step(Trend.Span span) {
      take(exposure(1));

      var trend = index.reader().trend(Kind.EXPOSURE, span, NOW);

      assertThat(trend.step().multipliedBy(trend.points().size()))
          .isEqualTo(Duration.ofDays(span.days()));
      assertThat(last(trend).from()).isBeforeOrEqualTo(NOW);
      assertThat(last(trend).open()).isEqualTo(Map.of(Severity.CRITICAL, 1L));
    }

    @Test
    void counts_what_is_opened_moved_and_closed() {
      take(
          exposure(1),
          exposure(1)
              .update()
              .says("less")
              .severity(Severity.HIGH)
              .at(START.plus(Duration.ofHours(1))),
          exposure(1).close().severity(Severity.HIGH).at(START.plus(Duration.ofHours(2))));

      var points =
          index.reader().trend(Kind.EXPOSURE, Trend.Span.FIVE_DAYS, NOW).points().stream()
              .filter(point -> !point.from().isBefore(START))
              .limit(3)
              .toList();

      assertThat(points.get(0).opened()).isEqualTo(Map.of(Severity.CRITICAL, 1L));
      assertThat(points.get(0).open()).isEqualTo(Map.of(Severity.CRITICAL, 1L));
      assertThat(points.get(1).open()).isEqualTo(Map.of(Severity.HIGH, 1L));
      assertThat(points.get(1).opened()).isEmpty();
      assertThat(points.get(2).open()).isEmpty();
      assertThat(points.get(2).closed()).isEqualTo(Map.of(Severity.HIGH, 1L));
    }

    @Test
    void has_what_was_open_before_it_began() {
      take(exposure(1));

      var trend =
          index
              .reader()
              .trend(Kind.EXPOSURE, Trend.Span.FIVE_DAYS, START.plus(Duration.ofDays(50)));

      assertThat(trend.points().get(0).open()).isEqualTo(Map.of(Severity.CRITICAL, 1L));
    }

    @Test
    void is_the_same_after_a_job_has_written_a_run_of_revisions_again() {
      var run =
          List.of(
              exposure(1),
              exposure(1).update().says("less").severity(Severity.HIGH),
              exposure(1).close().severity(Severity.HIGH).at(START.plusSeconds(7200)));
      take(run.toArray(Exposure[]::new));
      var before = index.reader().trend(Kind.EXPOSURE, Trend.Span.FIVE_DAYS, NOW);
      var took = index.reader().took(Kind.EXPOSURE, Measure.CLOSE, Instant.EPOCH);

      take(run.toArray(Exposure[]::new));

      assertThat(index.reader().trend(Kind.EXPOSURE, Trend.Span.FIVE_DAYS, NOW)).isEqualTo(before);
      assertThat(index.reader().took(Kind.EXPOSURE, Measure.CLOSE, Instant.EPOCH)).isEqualTo(took);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void ends_with_what_is_open(int seed) {
      index.apply(life(200, 6, new Random(seed)));

      var open =
          last(index.reader().trend(Kind.EXPOSURE, Trend.Span.YEAR, NOW.plusSeconds(9_999_999)))
              .open();

      for (var severity : Severity.values()) {
        assertThat(open.getOrDefault(severity, 0L))
            .as(severity.word())
            .isEqualTo(
                index.reader().count(Selection.of(Filter.is(Field.SEVERITY, severity.word()))));
      }
    }
  }

  @Nested
  class What_took_how_long {
    @Test
    void is_told_by_severity_with_its_percentiles() {
      for (int i = 1; i <= 100; i++) {
        take(exposure(i).seen(START.minusSeconds(1000), START.minusSeconds(i)));
      }

      var took =
          index.reader().took(Kind.EXPOSURE, Measure.DETECT, START.minus(Duration.ofDays(1)));

      assertThat(took).hasSize(1);
      assertThat(took.get(0).severity()).isEqualTo(Severity.CRITICAL);
      assertThat(took.get(0).count()).isEqualTo(100);
      assertThat(took.get(0).p50().toMillis()).isBetween(49_200L, 50_800L);
      assertThat(took.get(0).p95().toMillis()).isBetween(93_400L, 96_600L);
      assertThat(
              index
                  .reader()
                  .took(Kind.EXPOSURE, Measure.DWELL, Instant.EPOCH)
                  .get(0)
                  .p50()
                  .toMillis())
          .isBetween(984_000L, 1_016_000L);
    }
  }

  @Nested
  class Coverage {
    @Test
    void tells_which_sources_were_heard_from_and_when() {
      take(exposure(1).seen(START.minusSeconds(5), START), exposure(2).region("us-east-1"));
      take(RecordStream.CERTIFICATES, Records.certificate(1, START.plus(Duration.ofDays(9))));

      assertThat(index.reader().coverage())
          .extracting(Heard::region, Heard::source)
          .containsExactly(
              tuple("eu-central-1", "Inspector"),
              tuple("eu-central-1", Heard.CERTIFICATES),
              tuple("us-east-1", "Inspector"));
      assertThat(index.reader().coverage().get(0).first()).isEqualTo(START.minusSeconds(5));
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink.kinesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** What the streams of any job have in common. */
final class StreamSettingsTest {
  @Test
  void streams_are_handed_out_by_the_keys_of_their_settings() {
    var streams =
        job().stream("in", "findings").stream("out", "exposures")
            .region("eu-central-1")
            .startPosition("LATEST")
            .build();

    assertThat(streams.required("in")).isEqualTo("findings");
    assertThat(streams.optional("out")).contains("exposures");
    assertThat(streams.optional("more")).isEmpty();
    assertThat(streams.startPosition()).hasToString("LATEST");
    assertThat(streams.place().region()).isEqualTo("eu-central-1");
  }

  @Test
  void only_what_is_required_is_missed() {
    assertThat(job().region("eu-central-1").faults())
        .containsExactly(
            "in is missing: the name of a stream", "out is missing: the name of a stream");
  }

  @Test
  void each_is_one_of_its_own_and_those_that_are_not_set_are_left_out_of_it() {
    assertThat(complete().stream("more", "exposures").faults())
        .containsExactly(
            "in, out, more must be 3 different streams, were 'findings', 'exposures', 'exposures'");
    assertThat(complete().faults()).isEmpty();
  }

  @Test
  void what_is_of_no_use_alone_is_told() {
    assertThat(complete().stream("answers", "answers").faults())
        .containsExactly("answers is of no use without a more");
    assertThat(complete().stream("more", "rules").stream("answers", "answers").faults()).isEmpty();
  }

  @Test
  void a_place_is_known_where_nothing_is_wrong_about_it() {
    assertThat(complete().place()).map(KinesisPlace::region).contains("eu-central-1");
    assertThat(complete().region("here").place()).isEmpty();
    assertThat(complete().endpoint("nowhere").place()).isEmpty();
    assertThat(job().place()).isEmpty();
  }

  @Test
  void a_key_that_the_job_does_not_have_is_refused() {
    var job = job();

    assertThatThrownBy(() -> job.stream("other", "findings"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no stream by the setting other");
  }

  private static StreamSettings.Builder job() {
    return StreamSettings.builder()
        .requires("in")
        .requires("out")
        .allows("more")
        .allowsWith("more", "answers");
  }

  private static StreamSettings.Builder complete() {
    return job().stream("in", "findings").stream("out", "exposures").region("eu-central-1");
  }
}

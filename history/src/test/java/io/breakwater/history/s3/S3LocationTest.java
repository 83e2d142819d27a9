// SPDX-License-Identifier: Apache-2.0
package io.breakwater.history.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class S3LocationTest {
  @Test
  void a_prefix_is_a_folder_with_or_without_a_slash_at_its_end() {
    var location = S3Location.parse("s3://security-events/findings/eu/");

    assertThat(location).isEqualTo(new S3Location("security-events", "findings/eu"));
    assertThat(location.folder()).isEqualTo("findings/eu/");
    assertThat(location).hasToString("s3://security-events/findings/eu");
  }

  @ParameterizedTest
  @ValueSource(strings = {"s3://security-events", "s3://security-events/"})
  void a_bucket_alone_is_all_of_it(String text) {
    var location = S3Location.parse(text);

    assertThat(location.folder()).isEmpty();
    assertThat(location).hasToString("s3://security-events");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "security-events", "s3:/security-events", "s3://Security_Events/a"})
  void anything_else_is_refused_and_said(String text) {
    assertThatThrownBy(() -> S3Location.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a place in S3 is written s3://bucket/prefix, was '" + text + "'");
  }
}

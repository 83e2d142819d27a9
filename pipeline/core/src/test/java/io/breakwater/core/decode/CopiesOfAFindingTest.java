// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.core.signal.Signal;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * One finding that comes by several ways is one signal: who asks for any of this gets one answer.
 */
final class CopiesOfAFindingTest {
  private static final List<Function<Signal, Object>> QUESTIONS =
      List.of(
          Signal::product,
          Signal::findingUid,
          Signal::resource,
          Signal::severity,
          Signal::state,
          Signal::updatedAt,
          Signal::control,
          Signal::title,
          Signal::vulnerability);

  @ParameterizedTest
  @CsvSource({
    "inspector2/package-of-instance, asff/vulnerability",
    "inspector2/package-of-instance, ocsf/vulnerability",
    "guardduty/instance, asff/bare-threat",
    "asff/control, ocsf/control",
  })
  void copies_say_the_same(String one, String other) {
    var first = Fixture.of(one).signal();

    var second = Fixture.of(other).signal();

    assertThat(QUESTIONS).allSatisfy(q -> assertThat(q.apply(second)).isEqualTo(q.apply(first)));
  }

  @ParameterizedTest
  @CsvSource({
    "inspector2/package-of-instance, asff/vulnerability",
    "inspector2/package-of-instance, ocsf/vulnerability",
    "guardduty/instance, asff/bare-threat",
  })
  void copies_of_other_products_are_of_the_same_kind(String one, String other) {
    var kind = Fixture.of(one).signal().kind();

    assertThat(Fixture.of(other).signal().kind()).isEqualTo(kind);
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class OpenPathTest {
  private static final OpenPath.Step GATEWAY =
      new OpenPath.Step("igw-0a1", "AWS::EC2::InternetGateway");

  @Test
  void a_path_with_other_steps_is_another_path_that_reads_the_same() {
    var told = path(List.of(GATEWAY));
    var untold = new OpenPath(OpenPath.Origin.INTERNET, 22, 22, "TCP");

    assertThat(told).isNotEqualTo(untold).hasToString(untold.toString());
  }

  @Test
  void a_path_of_many_steps_keeps_the_first_ones() {
    var steps =
        IntStream.range(0, OpenPath.MAX_STEPS + 3)
            .mapToObj(i -> new OpenPath.Step("eni-" + i, ""))
            .collect(Collectors.toList());

    assertThat(path(steps).steps()).isEqualTo(steps.subList(0, OpenPath.MAX_STEPS));
  }

  private static OpenPath path(List<OpenPath.Step> steps) {
    return new OpenPath(OpenPath.Origin.INTERNET, 22, 22, "TCP", steps);
  }
}

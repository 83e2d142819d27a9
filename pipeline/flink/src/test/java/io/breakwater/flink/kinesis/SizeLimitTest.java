// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink.kinesis;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.flink.account.Tally;
import io.breakwater.flink.types.Output;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try") // The harness may be interrupted while it closes.
final class SizeLimitTest {
  @Test
  void what_is_as_large_as_the_stream_takes_passes() throws Exception {
    try (var harness =
        ProcessFunctionTestHarnesses.forProcessFunction(new SizeLimit("exposures", 100))) {
      harness.processElement(new Output("key", new byte[100]), 0);

      assertThat(harness.extractOutputValues()).extracting(Output::key).containsExactly("key");
    }
  }

  @Test
  void what_is_larger_is_left_out_and_counted() throws Exception {
    try (var harness =
        ProcessFunctionTestHarnesses.forProcessFunction(new SizeLimit("exposures", 100))) {
      harness.processElement(new Output("key", new byte[101]), 0);

      var counted =
          harness.getOperator().getRuntimeContext().getAccumulator(Tally.TOO_LARGE).getLocalValue();
      assertThat(harness.extractOutputValues()).isEmpty();
      assertThat(counted).isEqualTo(1L);
    }
  }
}

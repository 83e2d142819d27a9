// SPDX-License-Identifier: Apache-2.0
package io.breakwater.history.kinesis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

final class AggregateTest {
  @Test
  void the_records_in_it_come_out_in_their_order() {
    var large = "x".repeat(300_000).getBytes(UTF_8);
    var aggregate = Aggregates.of("first".getBytes(UTF_8), new byte[0], large);

    assertThat(Aggregate.open(aggregate).orElseThrow())
        .containsExactly("first".getBytes(UTF_8), new byte[0], large);
  }

  /** As another implementation writes it: https://hexdocs.pm/ex_kpl/readme.html. */
  @Test
  void what_another_producer_wrote_is_read() {
    var aggregate =
        HexFormat.of()
            .parseHex(
                "f3899ac2" // tells what it is
                    + "0a0d706172746974696f6e5f6b6579" // "partition_key"
                    + "1a0808001a0464617461" // "data", of the first key
                    + "d03699da5a222fa32108ad1bd955a14e");

    assertThat(Aggregate.open(aggregate).orElseThrow()).containsExactly("data".getBytes(UTF_8));
  }

  @Test
  void fields_that_a_later_library_may_add_are_passed_over() {
    var message =
        HexFormat.of()
            .parseHex(
                "4801" // a number
                    + "510000000000000000" // eight bytes
                    + "5d00000000" // four bytes
                    + "1a0808001a0464617461");

    assertThat(Aggregate.open(Aggregates.sealed(message)).orElseThrow())
        .containsExactly("data".getBytes(UTF_8));
  }

  @Test
  void a_record_of_json_is_none() {
    assertThat(Aggregate.open("{\"id\":\"1\"}".getBytes(UTF_8))).isEmpty();
  }

  @Test
  void one_that_has_lost_its_end_is_none() {
    var aggregate = Aggregates.of("first".getBytes(UTF_8));

    for (int length = 0; length < aggregate.length; length++) {
      assertThat(Aggregate.open(Arrays.copyOf(aggregate, length))).isEmpty();
    }
  }

  @Test
  void one_in_which_a_bit_has_changed_is_none() {
    var aggregate = Aggregates.of("first".getBytes(UTF_8));

    for (int i = 0; i < aggregate.length; i++) {
      var changed = aggregate.clone();
      changed[i] ^= 1;
      assertThat(Aggregate.open(changed)).isEmpty();
    }
  }

  @Property
  void a_message_that_is_no_such_message_is_none_or_has_records(@ForAll byte[] message) {
    var opened = Aggregate.open(Aggregates.sealed(message));

    assertThat(opened.orElse(List.of())).allMatch(record -> record.length <= message.length);
  }
}

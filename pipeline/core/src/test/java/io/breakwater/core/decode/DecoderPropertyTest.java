// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.decode;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever comes, a record is judged, and the fault is never the decoder's. */
final class DecoderPropertyTest {
  private static final Decoder DECODER = Decoder.withLimit(1 << 20);
  private static final List<Fixture> FIXTURES = Fixture.all();
  private static final String DECODER_FAULT = "decoder-fault";

  @Provide
  Arbitrary<Fixture> fixtures() {
    return Arbitraries.of(FIXTURES);
  }

  @Property(tries = 5_000)
  void bytes_may_flip(
      @ForAll("fixtures") Fixture fixture,
      @ForAll @Size(min = 1, max = 8) List<@IntRange(min = 0, max = 1 << 20) Integer> places,
      @ForAll @Size(8) List<Byte> values) {
    var record = fixture.bytes();
    for (int i = 0; i < places.size(); i++) {
      record[places.get(i) % record.length] = values.get(i);
    }

    assertIsJudged(record);
  }

  @Property(tries = 3_000)
  void structure_may_move(
      @ForAll("fixtures") Fixture fixture,
      @ForAll @Size(min = 1, max = 8) List<@IntRange(min = 0, max = 1 << 20) Integer> places,
      @ForAll("structure") String inserted) {
    var record = new StringBuilder(new String(fixture.bytes(), UTF_8));
    for (int place : places) {
      record.insert(place % record.length(), inserted);
    }

    assertIsJudged(record.toString().getBytes(UTF_8));
  }

  @Provide
  Arbitrary<String> structure() {
    return Arbitraries.of(
        "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u", "\\ud800", "null", "true", "-", "1e999",
        "\n", "\u0000", "{}", "[]", "\"\":", "\ufeff", "\u2028");
  }

  @Property(tries = 3_000)
  void a_slice_of_one_record_may_stand_in_another(
      @ForAll("fixtures") Fixture fixture,
      @ForAll("fixtures") Fixture other,
      @ForAll @IntRange(min = 0, max = 1 << 20) int at,
      @ForAll @IntRange(min = 0, max = 1 << 20) int from,
      @ForAll @IntRange(min = 1, max = 400) int length) {
    var record = fixture.bytes();
    var donor = other.bytes();
    for (int i = 0; i < length; i++) {
      record[(at + i) % record.length] = donor[(from + i) % donor.length];
    }

    assertIsJudged(record);
  }

  @Property
  void any_bytes_are_a_record(@ForAll byte[] record) {
    assertIsJudged(record);
  }

  @Property
  void any_text_is_a_record(@ForAll String record) {
    assertIsJudged(record.getBytes(UTF_8));
  }

  @Property
  void what_a_record_means_depends_on_its_bytes_alone(@ForAll("fixtures") Fixture fixture) {
    var first = DECODER.decode(fixture.bytes());

    var second = Decoder.withLimit(1 << 20).decode(fixture.bytes());

    for (int i = 0; i < first.parts().size(); i++) {
      assertThat(second.parts().get(i).signals()).isEqualTo(first.parts().get(i).signals());
      assertThat(second.parts().get(i).relations()).isEqualTo(first.parts().get(i).relations());
    }
  }

  private static void assertIsJudged(byte[] record) {
    assertThat(DECODER.decode(record).parts())
        .isNotEmpty()
        .noneMatch(part -> part.reason().equals(DECODER_FAULT));
  }
}

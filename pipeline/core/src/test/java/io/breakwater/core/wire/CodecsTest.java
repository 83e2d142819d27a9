// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.breakwater.core.choke.RelianceChange;
import io.breakwater.core.choke.Resting;
import io.breakwater.core.choke.SharedChokePoint;
import io.breakwater.core.exposure.Announced;
import io.breakwater.core.exposure.Pending;
import io.breakwater.core.resource.Resource;
import io.breakwater.core.signal.Signal;
import io.breakwater.core.trait.Evidence;
import io.breakwater.core.trait.HeldSignal;
import io.breakwater.core.trait.TraitChange;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every value comes back as it went, and bytes that are not ours are refused. */
final class CodecsTest {
  @Provide
  Arbitrary<Signal> signals() {
    return WireValues.signals();
  }

  @Provide
  Arbitrary<Resource> resources() {
    return WireValues.resources();
  }

  @Provide
  Arbitrary<Evidence> evidence() {
    return WireValues.evidence();
  }

  @Provide
  Arbitrary<TraitChange> changes() {
    return WireValues.changes();
  }

  @Provide
  Arbitrary<HeldSignal> held() {
    return WireValues.held();
  }

  @Provide
  Arbitrary<Announced> announced() {
    return WireValues.announced();
  }

  @Provide
  Arbitrary<Pending> pending() {
    return WireValues.pending();
  }

  @Provide
  Arbitrary<RelianceChange> reliances() {
    return WireValues.reliances();
  }

  @Provide
  Arbitrary<SharedChokePoint> chokePoints() {
    return WireValues.chokePoints();
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void a_signal_comes_back(@ForAll("signals") Signal signal) throws IOException {
    assertThat(through(Codecs.SIGNAL, signal)).isEqualTo(signal);
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void a_resource_comes_back(@ForAll("resources") Resource resource) throws IOException {
    assertThat(through(Codecs.RESOURCE, resource)).usingRecursiveComparison().isEqualTo(resource);
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void evidence_comes_back(@ForAll("evidence") Evidence evidence) throws IOException {
    assertThat(through(Codecs.EVIDENCE, evidence)).isEqualTo(evidence);
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void a_change_comes_back(@ForAll("changes") TraitChange change) throws IOException {
    assertThat(through(Codecs.TRAIT_CHANGE, change)).isEqualTo(change);
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void a_held_signal_comes_back(@ForAll("held") HeldSignal held) throws IOException {
    assertThat(through(Codecs.HELD_SIGNAL, held)).isEqualTo(held);
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void an_announcement_comes_back(@ForAll("announced") Announced told) throws IOException {
    assertThat(through(Codecs.ANNOUNCED, told)).usingRecursiveComparison().isEqualTo(told);
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void what_is_pending_comes_back(@ForAll("pending") Pending pending) throws IOException {
    assertThat(through(Codecs.PENDING, pending)).isEqualTo(pending);
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void what_an_exposure_rests_on_comes_back(@ForAll("reliances") RelianceChange change)
      throws IOException {
    var resting = new Resting(change.exposed(), change.reliance().effect());

    assertThat(through(ChokeCodecs.CHANGE, change)).isEqualTo(change);
    assertThat(through(ChokeCodecs.RELIANCE, change.reliance())).isEqualTo(change.reliance());
    assertThat(through(ChokeCodecs.RESTING, resting)).isEqualTo(resting);
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void a_choke_point_comes_back(@ForAll("chokePoints") SharedChokePoint point) throws IOException {
    var back = through(ChokeCodecs.SHARED, point);

    assertThat(back).isEqualTo(point);
    assertThat(back.fingerprint()).isEqualTo(point.fingerprint());
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void reading_stops_where_the_value_ends(@ForAll("changes") TraitChange change)
      throws IOException {
    var bytes = bytes(Codecs.TRAIT_CHANGE, change);
    var in = new ByteArrayInputStream(Arrays.copyOf(bytes, bytes.length + 3));

    Codecs.TRAIT_CHANGE.read(new DataInputStream(in));

    assertThat(in.available()).isEqualTo(3);
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void a_value_that_is_cut_off_is_refused(@ForAll("held") HeldSignal held) throws IOException {
    var bytes = bytes(Codecs.HELD_SIGNAL, held);

    assertThatThrownBy(() -> read(Codecs.HELD_SIGNAL, Arrays.copyOf(bytes, bytes.length - 1)))
        .isInstanceOf(EOFException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2, 255})
  void a_form_of_another_version_is_refused(int version) {
    assertThatThrownBy(() -> read(Codecs.PENDING, new byte[] {(byte) version}))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("version " + version);
    assertThatThrownBy(() -> read(Codecs.SIGNAL, new byte[] {(byte) version}))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("version " + version);
  }

  @Test
  void a_constant_that_this_release_does_not_know_is_refused() {
    assertThatThrownBy(() -> read(Codecs.TRAIT_CHANGE, new byte[] {1, 99}))
        .isInstanceOf(IOException.class)
        .hasMessage("constant 99 of Kind is not known to this release");
  }

  @Test
  void a_count_that_never_ends_is_refused() {
    var endless = new byte[] {1, -1, -1, -1, -1, -1, -1};

    assertThatThrownBy(() -> read(Codecs.RESOURCE, endless))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("the bytes are not ours");
  }

  private static <T> T through(Codec<T> codec, T value) throws IOException {
    return read(codec, bytes(codec, value));
  }

  private static <T> byte[] bytes(Codec<T> codec, T value) throws IOException {
    var bytes = new ByteArrayOutputStream();
    codec.write(value, new DataOutputStream(bytes));
    return bytes.toByteArray();
  }

  private static <T> T read(Codec<T> codec, byte[] bytes) throws IOException {
    return codec.read(new DataInputStream(new ByteArrayInputStream(bytes)));
  }
}

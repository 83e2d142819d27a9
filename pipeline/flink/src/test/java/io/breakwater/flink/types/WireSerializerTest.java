// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink.types;

import static io.breakwater.flink.fixture.InspectorEvent.START;
import static io.breakwater.flink.fixture.InspectorEvent.exploitable;
import static io.breakwater.flink.fixture.InspectorEvent.reachable;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.breakwater.core.catalogue.Catalogue;
import io.breakwater.core.choke.Effect;
import io.breakwater.core.choke.Reliance;
import io.breakwater.core.choke.RelianceChange;
import io.breakwater.core.choke.Resting;
import io.breakwater.core.choke.RestsOn;
import io.breakwater.core.choke.SharedChokePoint;
import io.breakwater.core.control.Action;
import io.breakwater.core.control.ActionKind;
import io.breakwater.core.control.Decisions;
import io.breakwater.core.exposure.Announced;
import io.breakwater.core.exposure.Assessor;
import io.breakwater.core.exposure.Ceiling;
import io.breakwater.core.exposure.Closed;
import io.breakwater.core.exposure.Lifecycle;
import io.breakwater.core.exposure.Pending;
import io.breakwater.core.rules.RuleKind;
import io.breakwater.core.rules.RulesInForce;
import io.breakwater.core.signal.Severity;
import io.breakwater.core.trait.Evidence;
import io.breakwater.core.trait.HeldSignal;
import io.breakwater.core.trait.TraitChange;
import io.breakwater.core.trait.TraitWindow;
import io.breakwater.core.trait.Withdrawal;
import io.breakwater.flink.fixture.Acted;
import io.breakwater.flink.fixture.Changes;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.SerializerTestBase;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshotSerializationUtil;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.testutils.DeeplyEqualsChecker;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What Flink asks of every serializer, asked of each of ours. */
final class WireSerializerTest {
  private static final Catalogue CATALOGUE = Catalogue.builtIn();

  @Nested
  final class OfRecord extends Contract<Record> {
    OfRecord() {
      super(
          WireTypes.RECORD,
          new Record[] {
            new Record(new byte[0], "", ""), new Record("{}".getBytes(UTF_8), "a file", "17")
          });
    }
  }

  @Nested
  final class OfOutput extends Contract<Output> {
    OfOutput() {
      super(
          WireTypes.OUTPUT,
          new Output[] {new Output("", new byte[0]), new Output("a key", new byte[70_000])});
    }
  }

  @Nested
  final class OfTrackedSignal extends Contract<TrackedSignal> {
    OfTrackedSignal() {
      super(
          WireTypes.TRACKED_SIGNAL,
          new TrackedSignal[] {
            exploitable("CVE-2026-1").tracked(), reachable("port-22").replayed().closed().tracked()
          });
    }
  }

  @Nested
  final class OfPartOutcome extends Contract<PartOutcome> {
    OfPartOutcome() {
      super(
          WireTypes.PART_OUTCOME,
          new PartOutcome[] {
            new PartOutcome(new Track(Long.MAX_VALUE, 1, 3, 2), "dead:wrong-type"),
            new PartOutcome(new Track(0, 0, 1, 1), "")
          });
    }
  }

  @Nested
  final class OfCount extends Contract<Count> {
    OfCount() {
      super(
          WireTypes.COUNT,
          new Count[] {new Count("records.read", Long.MAX_VALUE), new Count("findings.read", 0)});
    }
  }

  @Nested
  final class OfTraitChange extends Contract<TraitChange> {
    OfTraitChange() {
      super(WireTypes.TRAIT_CHANGE, changes());
    }
  }

  @Nested
  final class OfWhatIsKept extends Contract<Object> {
    OfWhatIsKept() {
      super(
          WireTypes.KEPT,
          new Object[] {
            Long.MAX_VALUE,
            true,
            START.plusNanos(1),
            KeyList.EMPTY.and(Long.MIN_VALUE).and(7),
            held(exploitable("CVE-2026-1").tracked()),
            held(exploitable("CVE-2026-1").closed().updated(Instant.EPOCH).tracked()),
            evidence(),
            announced(),
            Ceiling.of(List.of(evidence()), CATALOGUE),
            new Pending(START, null, true),
            new Pending(START.plusNanos(1), Withdrawal.NOT_SEEN, false),
            RestsOn.NOTHING,
            new RestsOn(List.of(rests(true).reliance())),
            new Resting(rests(true).exposed(), rests(true).reliance().effect()),
            Decisions.NONE.with(action(), Severity.HIGH),
            SharedChokePoint.of(rests(true)),
            SharedChokePoint.of(rests(true)).and(rests(true), Optional.empty())
          });
    }
  }

  @Nested
  final class OfInstruction extends Contract<Instruction> {
    OfInstruction() {
      super(
          WireTypes.INSTRUCTION,
          new Instruction[] {
            Instruction.of(action()),
            Instruction.of(
                new RulesInForce(RuleKind.SUPPRESSIONS, 1, "update", "1", "digest", "{}"))
          });
    }
  }

  @Nested
  final class OfSlot extends Contract<Slot> {
    OfSlot() {
      super(WireTypes.SLOT, new Slot[] {new Slot((byte) 1, Long.MIN_VALUE), new Slot((byte) 2, 7)});
    }
  }

  @Nested
  final class OfClosed extends Contract<Closed> {
    OfClosed() {
      super(WireTypes.CLOSED, new Closed[] {new Closed(2, START, Withdrawal.FIXED)});
    }
  }

  @Nested
  final class OfRelianceChange extends Contract<RelianceChange> {
    OfRelianceChange() {
      super(WireTypes.RELIANCE_CHANGE, new RelianceChange[] {rests(true), rests(false)});
    }
  }

  @Test
  void a_value_of_a_newer_release_is_refused_in_words() {
    var newer = new DataInputDeserializer(new byte[] {99, 0, 0, 0, 0});

    assertThatThrownBy(() -> serializer(WireTypes.RECORD).deserialize(newer))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("99");
  }

  @Test
  void what_is_kept_in_a_form_of_a_newer_release_is_refused_in_words() {
    var newer = new DataInputDeserializer(new byte[] {99, 0, 0, 0, 0});

    assertThatThrownBy(() -> serializer(WireTypes.KEPT).deserialize(newer))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("99");
  }

  @Test
  void nothing_is_kept_that_has_no_form() {
    assertThatThrownBy(
            () -> serializer(WireTypes.KEPT).serialize("text", new DataOutputSerializer(8)))
        .hasMessageContaining("java.lang.String");
  }

  @Test
  void a_type_that_this_release_does_not_know_is_refused_by_name() {
    assertThatThrownBy(() -> WireTypes.codecNamed("forgotten")).hasMessageContaining("'forgotten'");
  }

  @Test
  void state_of_one_type_is_not_read_as_another() {
    var stored = serializer(WireTypes.RECORD).snapshotConfiguration();

    var compatibility =
        new WireSerializer<Record>("output")
            .snapshotConfiguration()
            .resolveSchemaCompatibility(stored);

    assertThat(compatibility.isIncompatible()).isTrue();
  }

  @Test
  void state_is_compatible_with_a_serializer_restored_from_its_savepoint() throws IOException {
    var serializer = serializer(WireTypes.TRAIT_CHANGE);
    var savepoint = new DataOutputSerializer(64);
    TypeSerializerSnapshotSerializationUtil.writeSerializerSnapshot(
        savepoint, serializer.snapshotConfiguration());

    var stored =
        TypeSerializerSnapshotSerializationUtil.<TraitChange>readSerializerSnapshot(
            new DataInputDeserializer(savepoint.getCopyOfBuffer()), getClass().getClassLoader());

    assertThat(stored.restoreSerializer()).isEqualTo(serializer);
    assertThat(
            serializer
                .snapshotConfiguration()
                .resolveSchemaCompatibility(stored)
                .isCompatibleAsIs())
        .isTrue();
  }

  private static TraitChange[] changes() {
    var changes = new Changes();
    return new TraitChange[] {
      changes.of(exploitable("CVE-2026-1")),
      changes.of(exploitable("CVE-2026-1").updated(START.plusSeconds(60))),
      changes.of(exploitable("CVE-2026-1").closed().updated(START.plusSeconds(90)))
    };
  }

  private static HeldSignal held(TrackedSignal tracked) {
    return new TraitWindow(CATALOGUE)
        .observe(Optional.empty(), tracked.signal(), Optional.empty(), Instant.MIN)
        .held()
        .orElseThrow();
  }

  private static RelianceChange rests(boolean holds) {
    var resource = evidence().resource();
    return new RelianceChange(
        resource,
        new Reliance(resource, "a trait", new Effect(Severity.HIGH, null, 3)),
        holds,
        START,
        false);
  }

  private static Action action() {
    return Acted.on(evidence().resource(), ActionKind.SUPPRESS, 1)
        .reason("A test machine.")
        .until(START.plusSeconds(60))
        .build();
  }

  private static Evidence evidence() {
    return changes()[0].evidence().orElseThrow();
  }

  private static Announced announced() {
    return Lifecycle.next(
            Optional.empty(),
            Optional.empty(),
            new Assessor(CATALOGUE).assess(List.of(evidence())),
            new Pending(START, null, false))
        .orElseThrow()
        .announced();
  }

  private static <T> TypeSerializer<T> serializer(TypeInformation<T> type) {
    return type.createSerializer(new SerializerConfigImpl());
  }

  /** Values are equal when their bytes are: not every type on the wire needs to know equality. */
  private abstract static class Contract<T> extends SerializerTestBase<T> {
    private final TypeInformation<T> type;
    private final T[] values;

    Contract(TypeInformation<T> type, T[] values) {
      super(
          new DeeplyEqualsChecker()
              .withCustomCheck(
                  (one, other) -> type.getTypeClass().isInstance(one),
                  (one, other, checker) ->
                      Arrays.equals(
                          bytes(type, type.getTypeClass().cast(one)),
                          bytes(type, type.getTypeClass().cast(other)))));
      this.type = type;
      this.values = values;
    }

    private static <T> byte[] bytes(TypeInformation<T> type, T value) {
      var out = new DataOutputSerializer(256);
      try {
        serializer(type).serialize(value, out);
      } catch (IOException e) {
        throw new AssertionError(e);
      }
      return out.getCopyOfBuffer();
    }

    @Override
    protected TypeSerializer<T> createSerializer() {
      return serializer(type);
    }

    @Override
    protected int getLength() {
      return -1;
    }

    @Override
    protected Class<T> getTypeClass() {
      return type.getTypeClass();
    }

    @Override
    protected T[] getTestData() {
      return values;
    }

    /** None of our types can be without content, so there is no instance to fill later. */
    @Override
    protected boolean allowNullInstances(TypeSerializer<T> serializer) {
      return true;
    }
  }
}

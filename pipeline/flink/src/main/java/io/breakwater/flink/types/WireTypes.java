// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink.types;

import io.breakwater.core.exposure.Announced;
import io.breakwater.core.exposure.Pending;
import io.breakwater.core.trait.Evidence;
import io.breakwater.core.trait.HeldSignal;
import io.breakwater.core.trait.TraitChange;
import io.breakwater.core.wire.Codec;
import io.breakwater.core.wire.Codecs;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/**
 * The types that cross the network or rest in state. Their names are in every savepoint: they never
 * change.
 */
public final class WireTypes {
  public static final TypeInformation<Record> RECORD = new WireType<>(Record.class, "record");
  public static final TypeInformation<Output> OUTPUT = new WireType<>(Output.class, "output");
  public static final TypeInformation<TrackedSignal> TRACKED_SIGNAL =
      new WireType<>(TrackedSignal.class, "tracked-signal");
  public static final TypeInformation<PartOutcome> PART_OUTCOME =
      new WireType<>(PartOutcome.class, "part-outcome");
  public static final TypeInformation<Count> COUNT = new WireType<>(Count.class, "count");
  public static final TypeInformation<TraitChange> TRAIT_CHANGE =
      new WireType<>(TraitChange.class, "trait-change");
  public static final TypeInformation<HeldSignal> HELD_SIGNAL =
      new WireType<>(HeldSignal.class, "held-signal");
  public static final TypeInformation<Evidence> EVIDENCE =
      new WireType<>(Evidence.class, "evidence");
  public static final TypeInformation<Announced> ANNOUNCED =
      new WireType<>(Announced.class, "announced");
  public static final TypeInformation<Pending> PENDING = new WireType<>(Pending.class, "pending");

  private static final Map<String, Codec<?>> CODECS =
      Map.of(
          "record", Record.CODEC,
          "output", Output.CODEC,
          "tracked-signal", TrackedSignal.CODEC,
          "part-outcome", PartOutcome.CODEC,
          "count", Count.CODEC,
          "trait-change", Codecs.TRAIT_CHANGE,
          "held-signal", Codecs.HELD_SIGNAL,
          "evidence", Codecs.EVIDENCE,
          "announced", Codecs.ANNOUNCED,
          "pending", Codecs.PENDING);

  private WireTypes() {}

  @SuppressWarnings("unchecked") // A name is given to one type, here.
  static <T> Codec<T> codecNamed(String name) {
    var codec = CODECS.get(name);
    if (codec == null) {
      throw new IllegalArgumentException("no type is named '" + name + "' in this release");
    }
    return (Codec<T>) codec;
  }
}

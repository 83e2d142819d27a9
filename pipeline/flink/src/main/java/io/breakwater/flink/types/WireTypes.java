// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink.types;

import static java.util.Map.entry;

import io.breakwater.core.certificate.PresenterItem;
import io.breakwater.core.choke.RelianceChange;
import io.breakwater.core.exposure.Closed;
import io.breakwater.core.graph.RelationChange;
import io.breakwater.core.graph.RelationReport;
import io.breakwater.core.rules.RulesInForce;
import io.breakwater.core.trait.TraitChange;
import io.breakwater.core.wire.CertificateCodecs;
import io.breakwater.core.wire.ChokeCodecs;
import io.breakwater.core.wire.Codec;
import io.breakwater.core.wire.Codecs;
import io.breakwater.core.wire.RelationCodecs;
import io.breakwater.core.wire.RuleCodecs;
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

  /** Whatever is kept of a key. */
  public static final TypeInformation<Object> KEPT = new WireType<>(Object.class, "kept");

  public static final TypeInformation<Slot> SLOT = new WireType<>(Slot.class, "slot");

  public static final TypeInformation<TraitChange> TRAIT_CHANGE =
      new WireType<>(TraitChange.class, "trait-change");
  public static final TypeInformation<Closed> CLOSED = new WireType<>(Closed.class, "closed");

  public static final TypeInformation<RelationReport> RELATION_REPORT =
      new WireType<>(RelationReport.class, "relation-report");
  public static final TypeInformation<RelationChange> RELATION_CHANGE =
      new WireType<>(RelationChange.class, "relation-change");
  public static final TypeInformation<GraphChange> GRAPH_CHANGE =
      new WireType<>(GraphChange.class, "graph-change");

  public static final TypeInformation<RelianceChange> RELIANCE_CHANGE =
      new WireType<>(RelianceChange.class, "reliance-change");

  public static final TypeInformation<TrackedWord> TRACKED_WORD =
      new WireType<>(TrackedWord.class, "tracked-word");
  public static final TypeInformation<PresenterItem> PRESENTER_ITEM =
      new WireType<>(PresenterItem.class, "presenter-item");

  public static final TypeInformation<RulesInForce> RULES_IN_FORCE =
      new WireType<>(RulesInForce.class, "rules-in-force");

  public static final TypeInformation<Instruction> INSTRUCTION =
      new WireType<>(Instruction.class, "instruction");

  private static final Map<String, Codec<?>> CODECS =
      Map.ofEntries(
          entry("record", Record.CODEC),
          entry("output", Output.CODEC),
          entry("tracked-signal", TrackedSignal.CODEC),
          entry("part-outcome", PartOutcome.CODEC),
          entry("count", Count.CODEC),
          entry("kept", new KeptCodec()),
          entry("slot", Slot.CODEC),
          entry("trait-change", Codecs.TRAIT_CHANGE),
          entry("closed", Codecs.CLOSED),
          entry("relation-report", RelationCodecs.REPORT),
          entry("relation-change", RelationCodecs.CHANGE),
          entry("graph-change", GraphChange.CODEC),
          entry("reliance-change", ChokeCodecs.CHANGE),
          entry("tracked-word", TrackedWord.CODEC),
          entry("presenter-item", CertificateCodecs.PRESENTER_ITEM),
          entry("rules-in-force", RuleCodecs.IN_FORCE),
          entry("instruction", Instruction.CODEC));

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

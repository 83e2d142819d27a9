// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink.types;

import static java.util.Map.entry;

import io.breakwater.core.certificate.Presenter;
import io.breakwater.core.certificate.PresenterItem;
import io.breakwater.core.certificate.WatchedCertificate;
import io.breakwater.core.choke.Reliance;
import io.breakwater.core.choke.RelianceChange;
import io.breakwater.core.choke.Resting;
import io.breakwater.core.choke.SharedChokePoint;
import io.breakwater.core.exposure.Announced;
import io.breakwater.core.exposure.Ceiling;
import io.breakwater.core.exposure.Closed;
import io.breakwater.core.exposure.Pending;
import io.breakwater.core.graph.Offer;
import io.breakwater.core.graph.OwnedRelations;
import io.breakwater.core.graph.RelationChange;
import io.breakwater.core.graph.RelationReport;
import io.breakwater.core.graph.Selection;
import io.breakwater.core.relation.Hop;
import io.breakwater.core.relation.Stated;
import io.breakwater.core.trait.Evidence;
import io.breakwater.core.trait.HeldSignal;
import io.breakwater.core.trait.TraitChange;
import io.breakwater.core.wire.CertificateCodecs;
import io.breakwater.core.wire.ChokeCodecs;
import io.breakwater.core.wire.Codec;
import io.breakwater.core.wire.Codecs;
import io.breakwater.core.wire.GraphCodecs;
import io.breakwater.core.wire.RelationCodecs;
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
  public static final TypeInformation<Ceiling> CEILING = new WireType<>(Ceiling.class, "ceiling");
  public static final TypeInformation<Closed> CLOSED = new WireType<>(Closed.class, "closed");
  public static final TypeInformation<Pending> PENDING = new WireType<>(Pending.class, "pending");

  public static final TypeInformation<RelationReport> RELATION_REPORT =
      new WireType<>(RelationReport.class, "relation-report");
  public static final TypeInformation<RelationChange> RELATION_CHANGE =
      new WireType<>(RelationChange.class, "relation-change");
  public static final TypeInformation<OwnedRelations> OWNED_RELATIONS =
      new WireType<>(OwnedRelations.class, "owned-relations");
  public static final TypeInformation<Stated> STATED = new WireType<>(Stated.class, "stated");
  public static final TypeInformation<Hop> HOP = new WireType<>(Hop.class, "hop");
  public static final TypeInformation<Offer> OFFER = new WireType<>(Offer.class, "offer");
  public static final TypeInformation<Selection> SELECTION =
      new WireType<>(Selection.class, "selection");
  public static final TypeInformation<GraphChange> GRAPH_CHANGE =
      new WireType<>(GraphChange.class, "graph-change");

  public static final TypeInformation<Reliance> RELIANCE =
      new WireType<>(Reliance.class, "reliance");
  public static final TypeInformation<RelianceChange> RELIANCE_CHANGE =
      new WireType<>(RelianceChange.class, "reliance-change");
  public static final TypeInformation<Resting> RESTING = new WireType<>(Resting.class, "resting");
  public static final TypeInformation<SharedChokePoint> SHARED_CHOKE_POINT =
      new WireType<>(SharedChokePoint.class, "shared-choke-point");

  public static final TypeInformation<TrackedWord> TRACKED_WORD =
      new WireType<>(TrackedWord.class, "tracked-word");
  public static final TypeInformation<WatchedCertificate> WATCHED_CERTIFICATE =
      new WireType<>(WatchedCertificate.class, "watched-certificate");
  public static final TypeInformation<PresenterItem> PRESENTER_ITEM =
      new WireType<>(PresenterItem.class, "presenter-item");
  public static final TypeInformation<Presenter> PRESENTER =
      new WireType<>(Presenter.class, "presenter");

  private static final Map<String, Codec<?>> CODECS =
      Map.ofEntries(
          entry("record", Record.CODEC),
          entry("output", Output.CODEC),
          entry("tracked-signal", TrackedSignal.CODEC),
          entry("part-outcome", PartOutcome.CODEC),
          entry("count", Count.CODEC),
          entry("trait-change", Codecs.TRAIT_CHANGE),
          entry("held-signal", Codecs.HELD_SIGNAL),
          entry("evidence", Codecs.EVIDENCE),
          entry("announced", Codecs.ANNOUNCED),
          entry("ceiling", Codecs.CEILING),
          entry("closed", Codecs.CLOSED),
          entry("pending", Codecs.PENDING),
          entry("relation-report", RelationCodecs.REPORT),
          entry("relation-change", RelationCodecs.CHANGE),
          entry("owned-relations", RelationCodecs.OWNED),
          entry("stated", RelationCodecs.STATED),
          entry("hop", RelationCodecs.HOP),
          entry("offer", GraphCodecs.OFFER),
          entry("selection", GraphCodecs.SELECTION),
          entry("graph-change", GraphChange.CODEC),
          entry("reliance", ChokeCodecs.RELIANCE),
          entry("reliance-change", ChokeCodecs.CHANGE),
          entry("resting", ChokeCodecs.RESTING),
          entry("shared-choke-point", ChokeCodecs.SHARED),
          entry("tracked-word", TrackedWord.CODEC),
          entry("watched-certificate", CertificateCodecs.WATCHED),
          entry("presenter-item", CertificateCodecs.PRESENTER_ITEM),
          entry("presenter", CertificateCodecs.PRESENTER));

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

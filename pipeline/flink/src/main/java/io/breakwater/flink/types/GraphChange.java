// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink.types;

import io.breakwater.core.graph.Advert;
import io.breakwater.core.graph.PresenceChange;
import io.breakwater.core.graph.RelationChange;
import io.breakwater.core.graph.Turn;
import io.breakwater.core.resource.Arn;
import io.breakwater.core.trait.TraitChange;
import io.breakwater.core.wire.Codec;
import io.breakwater.core.wire.Codecs;
import io.breakwater.core.wire.GraphCodecs;
import io.breakwater.core.wire.RelationCodecs;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;

/** What changes for one resource at one stage of the graph: its traits, its edges, its offers. */
public final class GraphChange {
  static final Codec<GraphChange> CODEC = Codecs.versioned(GraphChange::write, GraphChange::read);

  /** In which order changes of one time are taken in: those of one signal by its versions. */
  public static final Comparator<GraphChange> IN_TURN =
      Comparator.comparing(change -> change.traits, Comparator.nullsLast(TraitChange.BY_VERSION));

  private static final int TRAITS = 1;
  private static final int ADVERT = 2;
  private static final int EDGE = 3;
  private static final int PRESENCE = 4;

  private final String resource;
  private final TraitChange traits;
  private final Advert advert;
  private final RelationChange edge;
  private final PresenceChange presence;

  private GraphChange(
      String resource,
      TraitChange traits,
      Advert advert,
      RelationChange edge,
      PresenceChange presence) {
    this.resource = Objects.requireNonNull(resource);
    this.traits = traits;
    this.advert = advert;
    this.edge = edge;
    this.presence = presence;
  }

  public static GraphChange of(TraitChange traits) {
    return new GraphChange(traits.resource().toString(), traits, null, null, null);
  }

  public static GraphChange of(Advert advert) {
    return new GraphChange(advert.to().toString(), null, advert, null, null);
  }

  /** That an edge which the resource holds has changed. */
  public static GraphChange of(Arn holder, RelationChange edge) {
    return new GraphChange(holder.toString(), null, null, edge, null);
  }

  public static GraphChange of(PresenceChange presence) {
    return new GraphChange(presence.resource().toString(), null, null, null, presence);
  }

  /** The resource that it changes something for. */
  public String resource() {
    return resource;
  }

  public Instant at() {
    if (traits != null) {
      return traits.at();
    }
    if (advert != null) {
      return advert.at();
    }
    return edge != null ? edge.at() : presence.at();
  }

  /** Lets the turn take it in. */
  public void takenBy(Turn turn) throws Exception {
    if (traits != null) {
      turn.take(traits);
    } else if (advert != null) {
      turn.take(advert);
    } else if (edge != null) {
      turn.take(edge);
    } else {
      turn.take(presence);
    }
  }

  private void write(DataOutput out) throws IOException {
    if (traits != null) {
      out.writeByte(TRAITS);
      Codecs.TRAIT_CHANGE.write(traits, out);
    } else if (advert != null) {
      out.writeByte(ADVERT);
      GraphCodecs.ADVERT.write(advert, out);
    } else if (edge != null) {
      out.writeByte(EDGE);
      out.writeUTF(resource);
      RelationCodecs.CHANGE.write(edge, out);
    } else {
      out.writeByte(PRESENCE);
      GraphCodecs.PRESENCE.write(presence, out);
    }
  }

  private static GraphChange read(DataInput in) throws IOException {
    int what = in.readUnsignedByte();
    switch (what) {
      case TRAITS:
        return of(Codecs.TRAIT_CHANGE.read(in));
      case ADVERT:
        return of(GraphCodecs.ADVERT.read(in));
      case EDGE:
        return of(Arn.parse(in.readUTF()), RelationCodecs.CHANGE.read(in));
      case PRESENCE:
        return of(GraphCodecs.PRESENCE.read(in));
      default:
        throw new IOException("change " + what + " of a resource is not known to this release");
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.wire;

import io.breakwater.core.graph.Advert;
import io.breakwater.core.graph.Offer;
import io.breakwater.core.graph.PresenceChange;
import io.breakwater.core.graph.Selection;
import io.breakwater.core.graph.Selection.Rank;
import io.breakwater.core.resource.Arn;
import io.breakwater.core.trait.TraitChange;
import io.breakwater.core.trait.Withdrawal;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** The codecs of what travels the graph. */
public final class GraphCodecs {
  public static final Codec<Offer> OFFER =
      Codecs.versioned(GraphCodecs::writeOffer, GraphCodecs::readOffer);
  public static final Codec<Advert> ADVERT =
      Codecs.versioned(GraphCodecs::writeAdvert, GraphCodecs::readAdvert);
  public static final Codec<Selection> SELECTION =
      Codecs.versioned(GraphCodecs::writeSelection, GraphCodecs::readSelection);

  private static final TraitChange.Kind[] KINDS = TraitChange.Kind.values();
  private static final Withdrawal[] WITHDRAWALS = Withdrawal.values();

  public static final Codec<PresenceChange> PRESENCE =
      Codecs.versioned(GraphCodecs::writePresence, GraphCodecs::readPresence);

  private GraphCodecs() {}

  private static void writePresence(PresenceChange change, DataOutput out) throws IOException {
    Wire.writeText(change.resource().toString(), out);
    out.writeBoolean(change.gone());
    Wire.writeTime(change.at(), out);
    out.writeBoolean(change.replayed());
  }

  private static PresenceChange readPresence(DataInput in) throws IOException {
    return new PresenceChange(
        Arn.parse(Wire.readText(in)), in.readBoolean(), Wire.readTime(in), in.readBoolean());
  }

  private static void writeOffer(Offer offer, DataOutput out) throws IOException {
    Codecs.EVIDENCE.write(offer.evidence(), out);
    Codecs.writeVersion(offer.version(), out);
    Wire.writeCount(offer.ways().size(), out);
    for (long way : offer.ways()) {
      out.writeLong(way);
    }
  }

  private static Offer readOffer(DataInput in) throws IOException {
    var evidence = Codecs.EVIDENCE.read(in);
    var version = Codecs.readVersion(in);
    var ways = new TreeSet<Long>();
    for (int i = Wire.readCount(in); i > 0; i--) {
      ways.add(in.readLong());
    }
    return new Offer(evidence, version, ways);
  }

  private static void writeAdvert(Advert advert, DataOutput out) throws IOException {
    Wire.writeEnum(advert.kind(), out);
    Wire.writeText(advert.to().toString(), out);
    out.writeLong(advert.key());
    Wire.writeTime(advert.at(), out);
    out.writeBoolean(advert.replayed());
    if (advert.offer().isPresent()) {
      writeOffer(advert.offer().get(), out);
      return;
    }
    Codecs.writeVersion(advert.version(), out);
    if (advert.withdrawal().isPresent()) {
      Wire.writeEnum(advert.withdrawal().get(), out);
    }
  }

  private static Advert readAdvert(DataInput in) throws IOException {
    var kind = Wire.readEnum(KINDS, in);
    var to = Arn.parse(Wire.readText(in));
    long key = in.readLong();
    var at = Wire.readTime(in);
    boolean replayed = in.readBoolean();
    if (kind == TraitChange.Kind.GIVEN) {
      return Advert.given(to, key, readOffer(in), at, replayed);
    }
    var version = Codecs.readVersion(in);
    return kind == TraitChange.Kind.SEEN_AGAIN
        ? Advert.seenAgain(to, key, version, at, replayed)
        : Advert.withdrawn(to, key, version, Wire.readEnum(WITHDRAWALS, in), at, replayed);
  }

  private static void writeSelection(Selection selection, DataOutput out) throws IOException {
    Wire.writeCount(selection.offers(), out);
    out.writeLong(selection.leftBehind());
    Wire.writeCount(selection.best().size(), out);
    for (var rank : selection.best()) {
      out.writeLong(rank.key());
      out.writeShort(rank.score());
      out.writeLong(rank.weightClass());
      out.writeByte(rank.length());
    }
  }

  private static Selection readSelection(DataInput in) throws IOException {
    int offers = Wire.readCount(in);
    long leftBehind = in.readLong();
    int count = Wire.readCount(in);
    List<Rank> best = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      best.add(new Rank(in.readLong(), in.readShort(), in.readLong(), in.readUnsignedByte()));
    }
    return new Selection(best, offers, leftBehind);
  }
}

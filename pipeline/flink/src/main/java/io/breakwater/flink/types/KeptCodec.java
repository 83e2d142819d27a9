// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink.types;

import io.breakwater.core.certificate.Presenter;
import io.breakwater.core.certificate.WatchedCertificate;
import io.breakwater.core.choke.Resting;
import io.breakwater.core.choke.RestsOn;
import io.breakwater.core.choke.SharedChokePoint;
import io.breakwater.core.control.Decisions;
import io.breakwater.core.exposure.Announced;
import io.breakwater.core.exposure.Ceiling;
import io.breakwater.core.exposure.Pending;
import io.breakwater.core.graph.Offer;
import io.breakwater.core.graph.OwnedRelations;
import io.breakwater.core.graph.Selection;
import io.breakwater.core.relation.Hop;
import io.breakwater.core.relation.Stated;
import io.breakwater.core.signal.Signal;
import io.breakwater.core.trait.Evidence;
import io.breakwater.core.trait.HeldSignal;
import io.breakwater.core.wire.CertificateCodecs;
import io.breakwater.core.wire.ChokeCodecs;
import io.breakwater.core.wire.Codec;
import io.breakwater.core.wire.Codecs;
import io.breakwater.core.wire.ControlCodecs;
import io.breakwater.core.wire.GraphCodecs;
import io.breakwater.core.wire.RelationCodecs;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Whatever an operator keeps of a key: a byte that says what it is, and then the thing itself. */
final class KeptCodec implements Codec<Object> {
  /** Their places are in every savepoint: one may be added at the end, none ever moves. */
  private static final List<Form<?>> FORMS =
      List.of(
          new Form<>(Long.class, Codecs.LONG),
          new Form<>(Boolean.class, Codecs.BOOLEAN),
          new Form<>(Instant.class, Codecs.INSTANT),
          new Form<>(KeyList.class, KeyList.CODEC),
          new Form<>(HeldSignal.class, Codecs.HELD_SIGNAL),
          new Form<>(Stated.class, RelationCodecs.STATED),
          new Form<>(OwnedRelations.class, RelationCodecs.OWNED),
          new Form<>(Hop.class, RelationCodecs.HOP),
          new Form<>(Offer.class, GraphCodecs.OFFER),
          new Form<>(Selection.class, GraphCodecs.SELECTION),
          new Form<>(Evidence.class, Codecs.EVIDENCE),
          new Form<>(Announced.class, Codecs.ANNOUNCED),
          new Form<>(Ceiling.class, Codecs.CEILING),
          new Form<>(Pending.class, Codecs.PENDING),
          new Form<>(RestsOn.class, ChokeCodecs.RESTS_ON),
          new Form<>(Resting.class, ChokeCodecs.RESTING),
          new Form<>(SharedChokePoint.class, ChokeCodecs.SHARED),
          new Form<>(Presenter.class, CertificateCodecs.PRESENTER),
          new Form<>(WatchedCertificate.class, CertificateCodecs.WATCHED),
          new Form<>(Signal.class, Codecs.SIGNAL),
          new Form<>(Decisions.class, ControlCodecs.DECISIONS));

  private static final Map<Class<?>, Integer> PLACES = places();

  private static Map<Class<?>, Integer> places() {
    var places = new HashMap<Class<?>, Integer>();
    FORMS.forEach(form -> places.put(form.type, places.size()));
    return places;
  }

  @Override
  public void write(Object value, DataOutput out) throws IOException {
    var place = PLACES.get(value.getClass());
    if (place == null) {
      throw new IllegalArgumentException("nothing keeps a " + value.getClass().getName());
    }
    out.writeByte(place);
    FORMS.get(place).write(value, out);
  }

  @Override
  public Object read(DataInput in) throws IOException {
    int place = in.readUnsignedByte();
    if (place >= FORMS.size()) {
      throw new IOException(
          "what is kept as form "
              + place
              + " was written by a release that is newer than this one");
    }
    return FORMS.get(place).codec.read(in);
  }

  private static final class Form<T> {
    private final Class<T> type;
    private final Codec<T> codec;

    Form(Class<T> type, Codec<T> codec) {
      this.type = type;
      this.codec = codec;
    }

    void write(Object value, DataOutput out) throws IOException {
      codec.write(type.cast(value), out);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.wire;

import io.breakwater.core.exposure.Announced;
import io.breakwater.core.resource.Arn;
import io.breakwater.core.resource.Resource;
import io.breakwater.core.resource.ResourceType;
import io.breakwater.core.severity.Impact;
import io.breakwater.core.severity.Level;
import io.breakwater.core.signal.Severity;
import io.breakwater.core.signal.Signal;
import io.breakwater.core.signal.SignalVersion;
import io.breakwater.core.trait.Evidence;
import io.breakwater.core.trait.Evidence.GivenTrait;
import io.breakwater.core.trait.HeldSignal;
import io.breakwater.core.trait.TraitChange;
import io.breakwater.core.trait.Withdrawal;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The codecs of everything that crosses the network or rests in state. */
public final class Codecs {
  public static final Codec<Signal> SIGNAL = new SignalCodec();
  public static final Codec<Resource> RESOURCE =
      versioned(Codecs::writeResource, Codecs::readResource);
  public static final Codec<Evidence> EVIDENCE =
      versioned(Codecs::writeEvidence, Codecs::readEvidence);
  public static final Codec<TraitChange> TRAIT_CHANGE =
      versioned(Codecs::writeChange, Codecs::readChange);
  public static final Codec<HeldSignal> HELD_SIGNAL =
      versioned(Codecs::writeHeld, Codecs::readHeld);
  public static final Codec<Announced> ANNOUNCED =
      versioned(Codecs::writeAnnounced, Codecs::readAnnounced);

  private static final int VERSION = 1;
  private static final Withdrawal[] WITHDRAWALS = Withdrawal.values();
  private static final Severity[] SEVERITIES = Severity.values();
  private static final Level[] LEVELS = Level.values();
  private static final Impact[] IMPACTS = Impact.values();

  private Codecs() {}

  static void writeResource(Resource resource, DataOutput out) throws IOException {
    Wire.writeText(resource.arn().toString(), out);
    Wire.writeText(resource.type().name(), out);
    Wire.writeText(resource.account(), out);
    Wire.writeText(resource.region(), out);
  }

  static Resource readResource(DataInput in) throws IOException {
    return Resource.of(
        Arn.parse(Wire.readText(in)),
        ResourceType.named(Wire.readText(in)),
        Wire.readText(in),
        Wire.readText(in));
  }

  private static void writeEvidence(Evidence evidence, DataOutput out) throws IOException {
    SIGNAL.write(evidence.signal(), out);
    Wire.writeCount(evidence.traits().size(), out);
    for (var trait : evidence.traits()) {
      Wire.writeText(trait.id(), out);
      Wire.writeTexts(trait.indicators(), out);
    }
  }

  private static Evidence readEvidence(DataInput in) throws IOException {
    var signal = SIGNAL.read(in);
    int count = Wire.readCount(in);
    List<GivenTrait> traits = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      traits.add(new GivenTrait(Wire.readText(in), Wire.readTexts(in)));
    }
    return new Evidence(signal, traits);
  }

  private static void writeChange(TraitChange change, DataOutput out) throws IOException {
    out.writeLong(change.signalKey());
    Wire.writeTime(change.at(), out);
    var evidence = change.evidence();
    out.writeBoolean(evidence.isPresent());
    if (evidence.isPresent()) {
      EVIDENCE.write(evidence.get(), out);
      return;
    }
    Wire.writeText(change.resource().toString(), out);
    Wire.writeEnum(change.withdrawal().orElseThrow(), out);
    out.writeBoolean(change.replayed());
  }

  private static TraitChange readChange(DataInput in) throws IOException {
    long key = in.readLong();
    var at = Wire.readTime(in);
    if (in.readBoolean()) {
      return TraitChange.given(key, EVIDENCE.read(in), at);
    }
    return TraitChange.withdrawn(
        Arn.parse(Wire.readText(in)), key, Wire.readEnum(WITHDRAWALS, in), at, in.readBoolean());
  }

  private static void writeHeld(HeldSignal held, DataOutput out) throws IOException {
    Wire.writeTime(held.version().updatedAt(), out);
    Wire.writeTime(held.version().observedAt(), out);
    out.writeLong(held.version().content());
    Wire.writeTime(held.expiresAt(), out);
    out.writeBoolean(held.giving());
  }

  private static HeldSignal readHeld(DataInput in) throws IOException {
    var version = new SignalVersion(Wire.readTime(in), Wire.readTime(in), in.readLong());
    return new HeldSignal(version, Wire.readTime(in), in.readBoolean());
  }

  private static void writeAnnounced(Announced announced, DataOutput out) throws IOException {
    writeResource(announced.resource(), out);
    Wire.writeTime(announced.since(), out);
    Wire.writeEnum(announced.severity(), out);
    Wire.writeEnum(announced.likelihood(), out);
    Wire.writeEnum(announced.impact(), out);
    Wire.writeText(announced.title(), out);
    Wire.writeText(announced.type(), out);
    Wire.writeText(announced.ruleId(), out);
    Wire.writeText(announced.fingerprint(), out);
  }

  private static Announced readAnnounced(DataInput in) throws IOException {
    return new Announced(
        readResource(in),
        Wire.readTime(in),
        Wire.readEnum(SEVERITIES, in),
        Wire.readEnum(LEVELS, in),
        Wire.readEnum(IMPACTS, in),
        Wire.readText(in),
        Wire.readText(in),
        Wire.readText(in),
        Wire.readText(in));
  }

  /** A codec that writes the version of the form first, and refuses any other. */
  public static <T> Codec<T> versioned(Writer<T> writer, Reader<T> reader) {
    return new Codec<>() {
      @Override
      public void write(T value, DataOutput out) throws IOException {
        out.writeByte(VERSION);
        writer.write(value, out);
      }

      @Override
      public T read(DataInput in) throws IOException {
        int version = in.readUnsignedByte();
        if (version != VERSION) {
          throw new IOException(
              "version " + version + " of a stored value; this release reads " + VERSION);
        }
        return reader.read(in);
      }
    };
  }

  /** Writes the fields of a value. */
  @FunctionalInterface
  public interface Writer<T> {
    void write(T value, DataOutput out) throws IOException;
  }

  /** Reads the fields of a value. */
  @FunctionalInterface
  public interface Reader<T> {
    T read(DataInput in) throws IOException;
  }
}

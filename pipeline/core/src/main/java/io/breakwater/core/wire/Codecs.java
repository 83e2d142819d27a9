// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.wire;

import io.breakwater.core.exposure.Announced;
import io.breakwater.core.exposure.Ceiling;
import io.breakwater.core.exposure.Closed;
import io.breakwater.core.exposure.FactorPoints;
import io.breakwater.core.exposure.Pending;
import io.breakwater.core.resource.Arn;
import io.breakwater.core.resource.Labels;
import io.breakwater.core.resource.Resource;
import io.breakwater.core.resource.ResourceType;
import io.breakwater.core.resource.Tags;
import io.breakwater.core.severity.Factor;
import io.breakwater.core.severity.Impact;
import io.breakwater.core.severity.Level;
import io.breakwater.core.signal.Severity;
import io.breakwater.core.signal.Signal;
import io.breakwater.core.signal.SignalVersion;
import io.breakwater.core.trait.Audience;
import io.breakwater.core.trait.Evidence;
import io.breakwater.core.trait.Evidence.GivenTrait;
import io.breakwater.core.trait.HeldSignal;
import io.breakwater.core.trait.RelatedTraits;
import io.breakwater.core.trait.TraitChange;
import io.breakwater.core.trait.Withdrawal;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/** The codecs of everything that crosses the network or rests in state. */
public final class Codecs {
  public static final Codec<Long> LONG =
      versioned((value, out) -> out.writeLong(value), DataInput::readLong);
  public static final Codec<Boolean> BOOLEAN =
      versioned((value, out) -> out.writeBoolean(value), DataInput::readBoolean);
  public static final Codec<Instant> INSTANT = versioned(Wire::writeTime, Wire::readTime);
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
      versioned(
          Codecs::writeAnnounced,
          List.of(in -> readAnnounced(in, false), in -> readAnnounced(in, true)),
          announced -> announced.labels().isEmpty() ? 1 : 2);
  public static final Codec<Closed> CLOSED = versioned(Codecs::writeClosed, Codecs::readClosed);
  public static final Codec<Ceiling> CEILING = versioned(Codecs::writeCeiling, Codecs::readCeiling);
  public static final Codec<Pending> PENDING = versioned(Codecs::writePending, Codecs::readPending);

  private static final TraitChange.Kind[] CHANGES = TraitChange.Kind.values();
  private static final Audience[] AUDIENCES = Audience.values();
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
    writeTraits(evidence.traits(), out);
    Wire.writeCount(evidence.related().size(), out);
    for (var related : evidence.related()) {
      Wire.writeText(related.type().name(), out);
      writeTraits(related.traits(), out);
    }
    out.writeBoolean(evidence.path().isPresent());
    if (evidence.path().isPresent()) {
      RelationCodecs.writePath(evidence.path().get(), out);
    }
    Wire.writeCount(evidence.more(), out);
  }

  private static Evidence readEvidence(DataInput in) throws IOException {
    var signal = SIGNAL.read(in);
    var traits = readTraits(in);
    int count = Wire.readCount(in);
    List<RelatedTraits> related = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      related.add(new RelatedTraits(ResourceType.named(Wire.readText(in)), readTraits(in)));
    }
    var path = in.readBoolean() ? RelationCodecs.readPath(in) : null;
    return new Evidence(signal, traits, related, path, Wire.readCount(in));
  }

  private static void writeTraits(List<GivenTrait> traits, DataOutput out) throws IOException {
    Wire.writeCount(traits.size(), out);
    for (var trait : traits) {
      Wire.writeText(trait.id(), out);
      Wire.writeTexts(trait.indicators(), out);
    }
  }

  private static List<GivenTrait> readTraits(DataInput in) throws IOException {
    int count = Wire.readCount(in);
    List<GivenTrait> traits = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      traits.add(new GivenTrait(Wire.readText(in), Wire.readTexts(in)));
    }
    return traits;
  }

  private static void writeChange(TraitChange change, DataOutput out) throws IOException {
    Wire.writeEnum(change.kind(), out);
    out.writeLong(change.signalKey());
    writeVersion(change.version(), out);
    Wire.writeTime(change.at(), out);
    Wire.writeEnum(change.audience(), out);
    out.writeBoolean(change.replayed());
    if (change.kind() == TraitChange.Kind.GIVEN) {
      EVIDENCE.write(change.evidence().orElseThrow(), out);
      return;
    }
    Wire.writeText(change.resource().toString(), out);
    if (change.kind() == TraitChange.Kind.WITHDRAWN) {
      Wire.writeEnum(change.withdrawal().orElseThrow(), out);
    }
  }

  private static TraitChange readChange(DataInput in) throws IOException {
    var kind = Wire.readEnum(CHANGES, in);
    long key = in.readLong();
    var version = readVersion(in);
    var at = Wire.readTime(in);
    var audience = Wire.readEnum(AUDIENCES, in);
    boolean replayed = in.readBoolean();
    if (kind == TraitChange.Kind.GIVEN) {
      return TraitChange.given(key, version, EVIDENCE.read(in), at, replayed, audience);
    }
    var resource = Arn.parse(Wire.readText(in));
    return kind == TraitChange.Kind.SEEN_AGAIN
        ? TraitChange.seenAgain(resource, key, version, at, replayed, audience)
        : TraitChange.withdrawn(
            resource, key, version, Wire.readEnum(WITHDRAWALS, in), at, replayed, audience);
  }

  static void writeVersion(SignalVersion version, DataOutput out) throws IOException {
    Wire.writeTime(version.updatedAt(), out);
    Wire.writeTime(version.observedAt(), out);
    out.writeLong(version.content());
  }

  static SignalVersion readVersion(DataInput in) throws IOException {
    return new SignalVersion(Wire.readTime(in), Wire.readTime(in), in.readLong());
  }

  private static void writeHeld(HeldSignal held, DataOutput out) throws IOException {
    writeVersion(held.version(), out);
    Wire.writeTime(held.expiresAt(), out);
    Wire.writeTime(held.forgetAt(), out);
    Wire.writeEnum(held.audience(), out);
  }

  private static HeldSignal readHeld(DataInput in) throws IOException {
    return new HeldSignal(
        readVersion(in), Wire.readTime(in), Wire.readTime(in), Wire.readEnum(AUDIENCES, in));
  }

  private static void writePending(Pending pending, DataOutput out) throws IOException {
    Wire.writeTime(pending.time(), out);
    out.writeBoolean(pending.replayed());
    out.writeBoolean(pending.withdrawal().isPresent());
    if (pending.withdrawal().isPresent()) {
      Wire.writeEnum(pending.withdrawal().get(), out);
    }
  }

  private static Pending readPending(DataInput in) throws IOException {
    var time = Wire.readTime(in);
    boolean replayed = in.readBoolean();
    return new Pending(time, in.readBoolean() ? Wire.readEnum(WITHDRAWALS, in) : null, replayed);
  }

  private static void writeAnnounced(Announced announced, DataOutput out) throws IOException {
    out.writeInt(announced.episode());
    writeResource(announced.resource(), out);
    Wire.writeTime(announced.since(), out);
    Wire.writeEnum(announced.severity(), out);
    Wire.writeEnum(announced.likelihood(), out);
    Wire.writeEnum(announced.impact(), out);
    Wire.writeText(announced.title(), out);
    Wire.writeText(announced.type(), out);
    Wire.writeText(announced.ruleId(), out);
    Wire.writeText(announced.fingerprint(), out);
    out.writeBoolean(announced.unconfirmed());
    if (!announced.labels().isEmpty()) {
      writeTags(announced.labels().tags(), out);
      Wire.writeText(announced.labels().owner(), out);
    }
  }

  private static Announced readAnnounced(DataInput in, boolean isLabelled) throws IOException {
    int episode = in.readInt();
    return new Announced(
        readResource(in),
        Wire.readTime(in),
        episode,
        Wire.readEnum(SEVERITIES, in),
        Wire.readEnum(LEVELS, in),
        Wire.readEnum(IMPACTS, in),
        Wire.readText(in),
        Wire.readText(in),
        Wire.readText(in),
        Wire.readText(in),
        in.readBoolean(),
        isLabelled ? new Labels(readTags(in), Wire.readText(in)) : Labels.NONE);
  }

  static void writeTags(Tags tags, DataOutput out) throws IOException {
    Wire.writeCount(tags.values().size(), out);
    for (var tag : tags.values().entrySet()) {
      Wire.writeText(tag.getKey(), out);
      Wire.writeText(tag.getValue(), out);
    }
    Wire.writeCount(tags.leftOut(), out);
  }

  static Tags readTags(DataInput in) throws IOException {
    var values = new TreeMap<String, String>();
    for (int i = Wire.readCount(in); i > 0; i--) {
      values.put(Wire.readText(in), Wire.readText(in));
    }
    return Tags.of(values, Wire.readCount(in));
  }

  private static void writeCeiling(Ceiling ceiling, DataOutput out) throws IOException {
    Wire.writeText(ceiling.catalogueVersion(), out);
    Wire.writeTexts(new ArrayList<>(ceiling.traits()), out);
    writePoints(ceiling.raised(), out);
    Wire.writeCount(ceiling.cases().size(), out);
    for (var points : ceiling.cases()) {
      writePoints(points, out);
    }
  }

  private static Ceiling readCeiling(DataInput in) throws IOException {
    var version = Wire.readText(in);
    var traits = Wire.readTexts(in);
    var raised = readPoints(in);
    List<FactorPoints> cases = new ArrayList<>();
    for (int i = Wire.readCount(in); i > 0; i--) {
      cases.add(readPoints(in));
    }
    return new Ceiling(version, traits, raised, cases);
  }

  private static void writePoints(FactorPoints factors, DataOutput out) throws IOException {
    for (int points : factors.points()) {
      out.writeShort(points);
    }
  }

  private static FactorPoints readPoints(DataInput in) throws IOException {
    var points = new int[Factor.values().length];
    for (int i = 0; i < points.length; i++) {
      points[i] = in.readShort();
    }
    return FactorPoints.of(points);
  }

  private static void writeClosed(Closed closed, DataOutput out) throws IOException {
    out.writeInt(closed.episode());
    Wire.writeTime(closed.at(), out);
    Wire.writeEnum(closed.reason(), out);
  }

  private static Closed readClosed(DataInput in) throws IOException {
    return new Closed(in.readInt(), Wire.readTime(in), Wire.readEnum(WITHDRAWALS, in));
  }

  /** A codec of a form that never changed. */
  public static <T> Codec<T> versioned(Writer<T> writer, Reader<T> reader) {
    return versioned(writer, List.of(reader));
  }

  /**
   * A codec that writes the version of the form first, and refuses one that it does not know.
   *
   * @param byVersion reads each version of the form, from the first to the one that is written
   */
  static <T> Codec<T> versioned(Writer<T> writer, List<Reader<T>> byVersion) {
    return versioned(writer, byVersion, value -> byVersion.size());
  }

  /**
   * The same of a form that a value has only where it needs it.
   *
   * @param versionOf the version in which a value is written
   */
  static <T> Codec<T> versioned(
      Writer<T> writer, List<Reader<T>> byVersion, ToIntFunction<T> versionOf) {
    return new Codec<>() {
      @Override
      public void write(T value, DataOutput out) throws IOException {
        out.writeByte(versionOf.applyAsInt(value));
        writer.write(value, out);
      }

      @Override
      public T read(DataInput in) throws IOException {
        int version = in.readUnsignedByte();
        if (version < 1 || version > byVersion.size()) {
          throw new IOException(
              "version " + version + " of a stored value; this release reads " + byVersion.size());
        }
        return byVersion.get(version - 1).read(in);
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

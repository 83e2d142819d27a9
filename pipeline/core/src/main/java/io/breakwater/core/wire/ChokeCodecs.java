// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.wire;

import io.breakwater.core.choke.Effect;
import io.breakwater.core.choke.Reliance;
import io.breakwater.core.choke.RelianceChange;
import io.breakwater.core.choke.Resting;
import io.breakwater.core.choke.RestsOn;
import io.breakwater.core.choke.SharedChokePoint;
import io.breakwater.core.signal.Severity;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** The codecs of what exposures rest on. */
public final class ChokeCodecs {
  public static final Codec<Reliance> RELIANCE =
      Codecs.versioned(ChokeCodecs::writeReliance, ChokeCodecs::readReliance);
  public static final Codec<RestsOn> RESTS_ON =
      Codecs.versioned(ChokeCodecs::writeRestsOn, ChokeCodecs::readRestsOn);
  public static final Codec<RelianceChange> CHANGE =
      Codecs.versioned(ChokeCodecs::writeChange, ChokeCodecs::readChange);
  public static final Codec<Resting> RESTING =
      Codecs.versioned(ChokeCodecs::writeResting, ChokeCodecs::readResting);
  public static final Codec<SharedChokePoint> SHARED =
      Codecs.versioned(ChokeCodecs::writeShared, ChokeCodecs::readShared);

  private static final Severity[] SEVERITIES = Severity.values();

  private ChokeCodecs() {}

  private static void writeReliance(Reliance reliance, DataOutput out) throws IOException {
    Codecs.writeResource(reliance.origin(), out);
    Wire.writeText(reliance.trait(), out);
    writeEffect(reliance.effect(), out);
  }

  private static Reliance readReliance(DataInput in) throws IOException {
    return new Reliance(Codecs.readResource(in), Wire.readText(in), readEffect(in));
  }

  private static void writeRestsOn(RestsOn restsOn, DataOutput out) throws IOException {
    Wire.writeCount(restsOn.reliances().size(), out);
    for (var reliance : restsOn.reliances()) {
      writeReliance(reliance, out);
    }
  }

  private static RestsOn readRestsOn(DataInput in) throws IOException {
    int count = Wire.readCount(in);
    var reliances = new ArrayList<Reliance>(count);
    for (int i = 0; i < count; i++) {
      reliances.add(readReliance(in));
    }
    return new RestsOn(reliances);
  }

  private static void writeChange(RelianceChange change, DataOutput out) throws IOException {
    Codecs.writeResource(change.exposed(), out);
    RELIANCE.write(change.reliance(), out);
    out.writeBoolean(change.holds());
    Wire.writeTime(change.at(), out);
    out.writeBoolean(change.replayed());
  }

  private static RelianceChange readChange(DataInput in) throws IOException {
    return new RelianceChange(
        Codecs.readResource(in),
        RELIANCE.read(in),
        in.readBoolean(),
        Wire.readTime(in),
        in.readBoolean());
  }

  private static void writeResting(Resting resting, DataOutput out) throws IOException {
    Codecs.writeResource(resting.exposed(), out);
    writeEffect(resting.effect(), out);
  }

  private static Resting readResting(DataInput in) throws IOException {
    return new Resting(Codecs.readResource(in), readEffect(in));
  }

  private static void writeShared(SharedChokePoint point, DataOutput out) throws IOException {
    Codecs.writeResource(point.origin(), out);
    Wire.writeText(point.trait(), out);
    Wire.writeCount(point.effects().size(), out);
    for (var entry : point.effects().entrySet()) {
      writeEffect(entry.getKey(), out);
      Wire.writeCount(entry.getValue(), out);
    }
    Wire.writeCount(point.uncertain(), out);
    Wire.writeCount(point.worst().size(), out);
    for (var resting : point.worst()) {
      writeResting(resting, out);
    }
    out.writeBoolean(point.needsAll());
    Wire.writeTime(point.at(), out);
    out.writeBoolean(point.replayed());
    Wire.writeText(point.lastTold(), out);
  }

  private static SharedChokePoint readShared(DataInput in) throws IOException {
    var origin = Codecs.readResource(in);
    var trait = Wire.readText(in);
    var effects = new TreeMap<Effect, Integer>(Effect.WORST_FIRST);
    for (int i = Wire.readCount(in); i > 0; i--) {
      effects.put(readEffect(in), Wire.readCount(in));
    }
    int uncertain = Wire.readCount(in);
    List<Resting> worst = new ArrayList<>();
    for (int i = Wire.readCount(in); i > 0; i--) {
      worst.add(readResting(in));
    }
    boolean needsAll = in.readBoolean();
    return new SharedChokePoint(
        origin,
        trait,
        effects,
        uncertain,
        worst,
        !needsAll,
        Wire.readTime(in),
        in.readBoolean(),
        Wire.readText(in));
  }

  private static void writeEffect(Effect effect, DataOutput out) throws IOException {
    Wire.writeEnum(effect.severity(), out);
    out.writeBoolean(effect.after().isPresent());
    if (effect.after().isPresent()) {
      Wire.writeEnum(effect.after().get(), out);
    }
    Wire.writeCount(effect.leftBehind(), out);
  }

  private static Effect readEffect(DataInput in) throws IOException {
    var severity = Wire.readEnum(SEVERITIES, in);
    var after = in.readBoolean() ? Wire.readEnum(SEVERITIES, in) : null;
    return new Effect(severity, after, Wire.readCount(in));
  }
}

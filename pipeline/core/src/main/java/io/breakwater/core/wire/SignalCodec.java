// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.wire;

import io.breakwater.core.signal.AffectedPackage;
import io.breakwater.core.signal.Known;
import io.breakwater.core.signal.OpenPath;
import io.breakwater.core.signal.Severity;
import io.breakwater.core.signal.Signal;
import io.breakwater.core.signal.SignalState;
import io.breakwater.core.signal.Vulnerability;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A signal as bytes; what it does not have takes a bit of one byte. */
final class SignalCodec implements Codec<Signal> {
  private static final int VERSION = 1;

  private static final int REPLAYED = 1;
  private static final int VULNERABILITY = 2;
  private static final int OPEN_PATH = 4;
  private static final int EXPLOITED = 8;
  private static final int NOT_EXPLOITED = 16;
  private static final int RELATIONS = 32;
  private static final int STEPS = 64;
  private static final int LABELS = 128;

  private static final int TAGS = 1;
  private static final int OWNER = 2;

  private static final Severity[] SEVERITIES = Severity.values();
  private static final SignalState[] STATES = SignalState.values();
  private static final Known[] KNOWN = Known.values();
  private static final OpenPath.Origin[] ORIGINS = OpenPath.Origin.values();

  @Override
  public void write(Signal signal, DataOutput out) throws IOException {
    out.writeByte(VERSION);
    var vulnerability = signal.vulnerability();
    var openPath = signal.openPath();
    out.writeByte(
        (signal.replayed() ? REPLAYED : 0)
            | (vulnerability.isPresent() ? VULNERABILITY : 0)
            | (openPath.isPresent() ? OPEN_PATH : 0)
            | (signal.relations().isEmpty() ? 0 : RELATIONS)
            | (labels(signal) == 0 ? 0 : LABELS)
            | (openPath.isEmpty() || openPath.get().steps().isEmpty() ? 0 : STEPS)
            | vulnerability.map(SignalCodec::exploited).orElse(0));
    Codecs.writeResource(signal.resource(), out);
    Wire.writeText(signal.product(), out);
    Wire.writeText(signal.findingUid(), out);
    Wire.writeEnum(signal.severity(), out);
    Wire.writeEnum(signal.state(), out);
    Wire.writeTime(signal.updatedAt(), out);
    Wire.writeTime(signal.observedAt(), out);
    Wire.writeTime(signal.createdAt(), out);
    Wire.writeText(signal.title(), out);
    Wire.writeText(signal.kind(), out);
    Wire.writeText(signal.control(), out);
    if (vulnerability.isPresent()) {
      write(vulnerability.get(), out);
    }
    if (openPath.isPresent()) {
      write(openPath.get(), out);
    }
    Wire.writeCount(signal.attributes().size(), out);
    for (var attribute : signal.attributes().entrySet()) {
      Wire.writeText(attribute.getKey(), out);
      Wire.writeText(attribute.getValue(), out);
    }
    if (!signal.relations().isEmpty()) {
      RelationCodecs.writeAll(signal.relations(), out);
    }
    if (labels(signal) != 0) {
      writeLabels(signal, out);
    }
  }

  @Override
  public Signal read(DataInput in) throws IOException {
    int version = in.readUnsignedByte();
    if (version != VERSION) {
      throw new IOException(
          "version " + version + " of a stored signal; this release reads " + VERSION);
    }
    int flags = in.readUnsignedByte();
    var signal =
        Signal.builder()
            .replayed((flags & REPLAYED) != 0)
            .resource(Codecs.readResource(in))
            .product(Wire.readText(in))
            .findingUid(Wire.readText(in))
            .severity(Wire.readEnum(SEVERITIES, in))
            .state(Wire.readEnum(STATES, in))
            .updatedAt(Wire.readTime(in))
            .observedAt(Wire.readTime(in))
            .createdAt(Wire.readTime(in))
            .title(Wire.readText(in))
            .kind(Wire.readText(in))
            .control(Wire.readText(in));
    if ((flags & VULNERABILITY) != 0) {
      signal.vulnerability(readVulnerability(in, exploited(flags)));
    }
    if ((flags & OPEN_PATH) != 0) {
      signal.openPath(readOpenPath(in, (flags & STEPS) != 0));
    }
    for (int i = Wire.readCount(in); i > 0; i--) {
      signal.attribute(Wire.readText(in), Wire.readText(in));
    }
    if ((flags & RELATIONS) != 0) {
      signal.relations(RelationCodecs.readAll(in));
    }
    if ((flags & LABELS) != 0) {
      readLabels(signal, in);
    }
    return signal.build();
  }

  private static int labels(Signal signal) {
    return (signal.tags().isPresent() ? TAGS : 0) | (signal.owner().isEmpty() ? 0 : OWNER);
  }

  private static void writeLabels(Signal signal, DataOutput out) throws IOException {
    out.writeByte(labels(signal));
    if (signal.tags().isPresent()) {
      Codecs.writeTags(signal.tags().get(), out);
    }
    if (!signal.owner().isEmpty()) {
      Wire.writeText(signal.owner(), out);
    }
  }

  private static void readLabels(Signal.Builder signal, DataInput in) throws IOException {
    int labels = in.readUnsignedByte();
    if ((labels & TAGS) != 0) {
      signal.tags(Codecs.readTags(in));
    }
    if ((labels & OWNER) != 0) {
      signal.owner(Wire.readText(in));
    }
  }

  private static void write(Vulnerability vulnerability, DataOutput out) throws IOException {
    Wire.writeText(vulnerability.id(), out);
    Wire.writeText(vulnerability.cvssVector(), out);
    out.writeDouble(vulnerability.cvssScore().orElse(Double.NaN));
    out.writeDouble(vulnerability.epss().orElse(Double.NaN));
    Wire.writeEnum(vulnerability.exploitAvailable(), out);
    Wire.writeEnum(vulnerability.fixAvailable(), out);
    Wire.writeCount(vulnerability.packages().size(), out);
    for (var affected : vulnerability.packages()) {
      Wire.writeText(affected.name(), out);
      Wire.writeText(affected.version(), out);
      Wire.writeText(affected.fixedInVersion(), out);
    }
  }

  private static int exploited(Vulnerability vulnerability) {
    switch (vulnerability.knownExploited()) {
      case YES:
        return EXPLOITED;
      case NO:
        return NOT_EXPLOITED;
      default:
        return 0;
    }
  }

  private static Known exploited(int flags) {
    if ((flags & EXPLOITED) != 0) {
      return Known.YES;
    }
    return (flags & NOT_EXPLOITED) != 0 ? Known.NO : Known.UNKNOWN;
  }

  private static Vulnerability readVulnerability(DataInput in, Known exploited) throws IOException {
    var vulnerability =
        new Vulnerability.Builder()
            .id(Wire.readText(in))
            .cvss(Wire.readText(in), in.readDouble())
            .epss(in.readDouble())
            .exploitAvailable(Wire.readEnum(KNOWN, in))
            .fixAvailable(Wire.readEnum(KNOWN, in))
            .knownExploited(exploited);
    for (int i = Wire.readCount(in); i > 0; i--) {
      vulnerability.addPackage(
          new AffectedPackage(Wire.readText(in), Wire.readText(in), Wire.readText(in)));
    }
    return vulnerability.build();
  }

  private static void write(OpenPath path, DataOutput out) throws IOException {
    Wire.writeEnum(path.origin(), out);
    out.writeInt(path.firstPort());
    out.writeInt(path.lastPort());
    Wire.writeText(path.protocol(), out);
    if (!path.steps().isEmpty()) {
      Wire.writeCount(path.steps().size(), out);
      for (var step : path.steps()) {
        Wire.writeText(step.id(), out);
        Wire.writeText(step.type(), out);
      }
    }
  }

  private static OpenPath readOpenPath(DataInput in, boolean withSteps) throws IOException {
    return new OpenPath(
        Wire.readEnum(ORIGINS, in),
        in.readInt(),
        in.readInt(),
        Wire.readText(in),
        withSteps ? readSteps(in) : List.of());
  }

  private static List<OpenPath.Step> readSteps(DataInput in) throws IOException {
    int count = Wire.readCount(in);
    List<OpenPath.Step> steps = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      steps.add(new OpenPath.Step(Wire.readText(in), Wire.readText(in)));
    }
    return steps;
  }
}

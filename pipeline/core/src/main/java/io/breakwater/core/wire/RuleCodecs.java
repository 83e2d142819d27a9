// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.wire;

import io.breakwater.core.rules.RuleKind;
import io.breakwater.core.rules.RulesInForce;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Rules as bytes: compressed, as each task that follows them keeps them. */
public final class RuleCodecs {
  public static final Codec<RulesInForce> IN_FORCE =
      Codecs.versioned(RuleCodecs::write, RuleCodecs::read);

  private static final RuleKind[] KINDS = RuleKind.values();

  private RuleCodecs() {}

  private static void write(RulesInForce rules, DataOutput out) throws IOException {
    Wire.writeEnum(rules.kind(), out);
    out.writeLong(rules.number());
    Wire.writeText(rules.id(), out);
    Wire.writeText(rules.version(), out);
    Wire.writeText(rules.digest(), out);
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(rules.document().getBytes(StandardCharsets.UTF_8));
    }
    out.writeInt(bytes.size());
    out.write(bytes.toByteArray());
  }

  private static RulesInForce read(DataInput in) throws IOException {
    var kind = Wire.readEnum(KINDS, in);
    long number = in.readLong();
    var id = Wire.readText(in);
    var version = Wire.readText(in);
    var digest = Wire.readText(in);
    var bytes = new byte[in.readInt()];
    in.readFully(bytes);
    try (var gzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      var document = new String(gzip.readAllBytes(), StandardCharsets.UTF_8);
      return new RulesInForce(kind, number, id, version, digest, document);
    }
  }
}

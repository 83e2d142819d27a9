// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.wire;

import io.breakwater.core.rules.RuleKind;
import io.breakwater.core.rules.RulesInForce;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Rules as bytes. */
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
    out.writeInt(rules.packed().length);
    out.write(rules.packed());
  }

  private static RulesInForce read(DataInput in) throws IOException {
    var kind = Wire.readEnum(KINDS, in);
    long number = in.readLong();
    var id = Wire.readText(in);
    var version = Wire.readText(in);
    var digest = Wire.readText(in);
    var packed = new byte[in.readInt()];
    in.readFully(packed);
    return RulesInForce.ofPacked(kind, number, id, version, digest, packed);
  }
}

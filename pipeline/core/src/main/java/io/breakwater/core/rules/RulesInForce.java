// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.rules;

import java.util.Arrays;
import java.util.Objects;

/** Rules of one kind that were accepted, and hold until others of the kind are. */
public final class RulesInForce {
  /** The {@link #digest} of the catalogue that a job begins with, whatever that is. */
  public static final String BUILT_IN = "built-in";

  private static final byte[] NOTHING = {};

  private final RuleKind kind;
  private final long number;
  private final String id;
  private final String version;
  private final String digest;
  private final byte[] packed;

  /**
   * @param number 1 for the first update that a job accepted, one more for each after it, whatever
   *     their kinds
   * @param id of the update that they came by
   * @param version as findings name them
   * @param digest equal for rules that say the same
   */
  public RulesInForce(
      RuleKind kind, long number, String id, String version, String digest, String document) {
    this.kind = Objects.requireNonNull(kind);
    this.number = number;
    this.id = Objects.requireNonNull(id);
    this.version = Objects.requireNonNull(version);
    this.digest = Objects.requireNonNull(digest);
    this.packed = document.isEmpty() ? NOTHING : Packed.of(document);
  }

  private RulesInForce(
      RuleKind kind, long number, String id, String version, String digest, byte[] packed) {
    this.kind = kind;
    this.number = number;
    this.id = id;
    this.version = version;
    this.digest = digest;
    this.packed = packed;
  }

  /** What {@link #packed} and the rest made. */
  public static RulesInForce ofPacked(
      RuleKind kind, long number, String id, String version, String digest, byte[] packed) {
    return new RulesInForce(kind, number, id, version, digest, packed);
  }

  public RuleKind kind() {
    return kind;
  }

  public long number() {
    return number;
  }

  public String id() {
    return id;
  }

  public String version() {
    return version;
  }

  public String digest() {
    return digest;
  }

  /** JSON, in the form of the kind; empty where the reader has no use for it. */
  public String document() {
    return hasDocument() ? Packed.textOf(packed) : "";
  }

  /** Whether there is a document: not where the reader has no use for it. */
  public boolean hasDocument() {
    return packed.length > 0;
  }

  /** The document compressed, as it travels and is kept; empty where there is none. Not copied. */
  public byte[] packed() {
    return packed;
  }

  /** The same for a reader who has no use for what the rules say. */
  public RulesInForce withoutDocument() {
    return new RulesInForce(kind, number, id, version, digest, NOTHING);
  }

  /** Whether these are the rules that the job begins with. */
  public boolean isBuiltIn() {
    return digest.equals(BUILT_IN);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RulesInForce
        && kind == ((RulesInForce) other).kind
        && number == ((RulesInForce) other).number
        && id.equals(((RulesInForce) other).id)
        && version.equals(((RulesInForce) other).version)
        && digest.equals(((RulesInForce) other).digest)
        && Arrays.equals(packed, ((RulesInForce) other).packed);
  }

  @Override
  public int hashCode() {
    return Objects.hash(kind, number, digest);
  }

  @Override
  public String toString() {
    return kind.key() + " " + version + ", number " + number;
  }
}

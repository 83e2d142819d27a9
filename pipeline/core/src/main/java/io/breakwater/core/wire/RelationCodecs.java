// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.wire;

import io.breakwater.core.graph.HeldRelation;
import io.breakwater.core.graph.OwnedRelations;
import io.breakwater.core.graph.RelationChange;
import io.breakwater.core.graph.RelationReport;
import io.breakwater.core.relation.Basis;
import io.breakwater.core.relation.Hop;
import io.breakwater.core.relation.Relation;
import io.breakwater.core.relation.RelationType;
import io.breakwater.core.relation.Stated;
import io.breakwater.core.relation.TravelledPath;
import io.breakwater.core.resource.Arn;
import io.breakwater.core.trait.Withdrawal;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** The codecs of edges, and of what is said of them. */
public final class RelationCodecs {
  public static final Codec<RelationReport> REPORT =
      Codecs.versioned(RelationCodecs::writeReport, RelationCodecs::readReport);
  public static final Codec<RelationChange> CHANGE =
      Codecs.versioned(RelationCodecs::writeChange, RelationCodecs::readChange);
  public static final Codec<OwnedRelations> OWNED =
      Codecs.versioned(RelationCodecs::writeOwned, RelationCodecs::readOwned);
  public static final Codec<Hop> HOP =
      Codecs.versioned(RelationCodecs::writeHop, RelationCodecs::readHop);
  public static final Codec<Stated> STATED =
      Codecs.versioned(RelationCodecs::writeStated, RelationCodecs::readStated);

  private static final RelationType[] TYPES = RelationType.values();
  private static final Basis.Kind[] BASES = Basis.Kind.values();
  private static final RelationReport.Kind[] REPORTS = RelationReport.Kind.values();
  private static final Withdrawal[] WITHDRAWALS = Withdrawal.values();

  private RelationCodecs() {}

  static void write(Relation relation, DataOutput out) throws IOException {
    Wire.writeEnum(relation.type(), out);
    Codecs.writeResource(relation.from(), out);
    Codecs.writeResource(relation.to(), out);
  }

  static Relation read(DataInput in) throws IOException {
    var type = Wire.readEnum(TYPES, in);
    return new Relation(Codecs.readResource(in), Codecs.readResource(in), type);
  }

  static void writeAll(List<Relation> relations, DataOutput out) throws IOException {
    Wire.writeCount(relations.size(), out);
    for (var relation : relations) {
      write(relation, out);
    }
  }

  static List<Relation> readAll(DataInput in) throws IOException {
    int count = Wire.readCount(in);
    List<Relation> relations = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      relations.add(read(in));
    }
    return relations;
  }

  static void writePath(TravelledPath path, DataOutput out) throws IOException {
    Codecs.writeResource(path.origin(), out);
    Wire.writeCount(path.hops().size(), out);
    for (var hop : path.hops()) {
      writeHop(hop, out);
    }
  }

  static TravelledPath readPath(DataInput in) throws IOException {
    var origin = Codecs.readResource(in);
    int count = Wire.readCount(in);
    List<Hop> hops = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      hops.add(readHop(in));
    }
    return TravelledPath.of(origin, hops);
  }

  private static void writeHop(Hop hop, DataOutput out) throws IOException {
    write(hop.relation(), out);
    writeBasis(hop.basis(), out);
  }

  private static Hop readHop(DataInput in) throws IOException {
    return new Hop(read(in), readBasis(in));
  }

  private static void writeBasis(Basis basis, DataOutput out) throws IOException {
    Wire.writeEnum(basis.kind(), out);
    Wire.writeText(basis.product(), out);
    Wire.writeText(basis.uid(), out);
  }

  private static Basis readBasis(DataInput in) throws IOException {
    return new Basis(Wire.readEnum(BASES, in), Wire.readText(in), Wire.readText(in));
  }

  private static void writeReport(RelationReport report, DataOutput out) throws IOException {
    Wire.writeEnum(report.kind(), out);
    Wire.writeText(report.owner().toString(), out);
    writeAll(report.relations(), out);
    Wire.writeText(report.product(), out);
    Wire.writeText(report.uid(), out);
    Wire.writeTime(report.updatedAt(), out);
    Wire.writeTime(report.at(), out);
    out.writeBoolean(report.replayed());
  }

  private static RelationReport readReport(DataInput in) throws IOException {
    return new RelationReport(
        Wire.readEnum(REPORTS, in),
        Arn.parse(Wire.readText(in)),
        readAll(in),
        Wire.readText(in),
        Wire.readText(in),
        Wire.readTime(in),
        Wire.readTime(in),
        in.readBoolean());
  }

  private static void writeChange(RelationChange change, DataOutput out) throws IOException {
    write(change.relation(), out);
    Wire.writeTime(change.at(), out);
    out.writeBoolean(change.replayed());
    out.writeBoolean(change.basis().isPresent());
    if (change.basis().isPresent()) {
      writeBasis(change.basis().get(), out);
    } else {
      Wire.writeEnum(change.withdrawal().orElseThrow(), out);
    }
  }

  private static RelationChange readChange(DataInput in) throws IOException {
    var relation = read(in);
    var at = Wire.readTime(in);
    boolean replayed = in.readBoolean();
    return in.readBoolean()
        ? RelationChange.holds(relation, readBasis(in), at, replayed)
        : RelationChange.ends(relation, Wire.readEnum(WITHDRAWALS, in), at, replayed);
  }

  private static void writeOwned(OwnedRelations owned, DataOutput out) throws IOException {
    Wire.writeText(owned.owner().toString(), out);
    writeTime(owned.listedAt(), out);
    writeTime(owned.deletedAt(), out);
    Wire.writeCount(owned.relations().size(), out);
    for (var held : owned.relations().values()) {
      writeHeld(held, out);
    }
  }

  private static OwnedRelations readOwned(DataInput in) throws IOException {
    var owner = Arn.parse(Wire.readText(in));
    var listedAt = readTime(in);
    var deletedAt = readTime(in);
    var relations = new TreeMap<Long, HeldRelation>();
    for (int i = Wire.readCount(in); i > 0; i--) {
      var held = readHeld(in);
      relations.put(held.relation().key(), held);
    }
    return new OwnedRelations(owner, listedAt.orElse(null), deletedAt.orElse(null), relations);
  }

  private static void writeHeld(HeldRelation held, DataOutput out) throws IOException {
    write(held.relation(), out);
    out.writeBoolean(held.isListedByOwner());
    Wire.writeCount(held.items().size(), out);
    for (var item : held.items().entrySet()) {
      Wire.writeText(item.getKey(), out);
      Wire.writeTime(item.getValue(), out);
    }
    out.writeBoolean(held.mention().isPresent());
    if (held.mention().isPresent()) {
      var mention = held.mention().get();
      Wire.writeTime(mention.latest(), out);
      Wire.writeTime(mention.until(), out);
      writeBasis(mention.basis(), out);
    }
  }

  private static HeldRelation readHeld(DataInput in) throws IOException {
    var relation = read(in);
    boolean listedByOwner = in.readBoolean();
    var items = new TreeMap<String, Instant>();
    for (int i = Wire.readCount(in); i > 0; i--) {
      items.put(Wire.readText(in), Wire.readTime(in));
    }
    var mention =
        in.readBoolean()
            ? new HeldRelation.Mention(Wire.readTime(in), Wire.readTime(in), readBasis(in))
            : null;
    return new HeldRelation(relation, listedByOwner, items, mention);
  }

  private static void writeStated(Stated stated, DataOutput out) throws IOException {
    writeAll(stated.relations(), out);
    Wire.writeTime(stated.updatedAt(), out);
    Wire.writeTime(stated.until(), out);
  }

  private static Stated readStated(DataInput in) throws IOException {
    return new Stated(readAll(in), Wire.readTime(in), Wire.readTime(in));
  }

  private static void writeTime(Optional<Instant> time, DataOutput out) throws IOException {
    out.writeBoolean(time.isPresent());
    if (time.isPresent()) {
      Wire.writeTime(time.get(), out);
    }
  }

  private static Optional<Instant> readTime(DataInput in) throws IOException {
    return in.readBoolean() ? Optional.of(Wire.readTime(in)) : Optional.empty();
  }
}

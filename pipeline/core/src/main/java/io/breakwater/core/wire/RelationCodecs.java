// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.wire;

import io.breakwater.core.relation.Relation;
import io.breakwater.core.relation.RelationType;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Edges as bytes. */
final class RelationCodecs {
  private static final RelationType[] TYPES = RelationType.values();

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
}

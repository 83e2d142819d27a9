// SPDX-License-Identifier: Apache-2.0
package io.breakwater.history.parquet;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation.ListLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.MapLogicalTypeAnnotation;
import org.apache.parquet.schema.Type;

/**
 * A row of Parquet as a JSON object: groups are objects, lists arrays, maps objects; what is null
 * is left out.
 *
 * @see <a href="https://github.com/apache/parquet-format/blob/master/LogicalTypes.md">Parquet's
 *     logical types</a>
 */
final class RowJson {
  private static final JsonFactory JSON = new JsonFactory();

  private final JsonGenerator json;

  private RowJson(JsonGenerator json) {
    this.json = json;
  }

  static byte[] of(Group row) {
    var bytes = new ByteArrayOutputStream(4096);
    try (var json = JSON.createGenerator(bytes)) {
      new RowJson(json).object(row);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private void object(Group group) throws IOException {
    json.writeStartObject();
    var type = group.getType();
    for (int field = 0; field < type.getFieldCount(); field++) {
      int count = group.getFieldRepetitionCount(field);
      boolean repeated = type.getType(field).isRepetition(Type.Repetition.REPEATED);
      if (count == 0 && !repeated) {
        continue;
      }
      json.writeFieldName(type.getFieldName(field));
      if (repeated) {
        elements(group, field);
      } else {
        value(group, field, 0);
      }
    }
    json.writeEndObject();
  }

  /** A repeated field outside of a list is a list of its own. */
  private void elements(Group group, int field) throws IOException {
    json.writeStartArray();
    for (int i = 0; i < group.getFieldRepetitionCount(field); i++) {
      value(group, field, i);
    }
    json.writeEndArray();
  }

  private void value(Group group, int field, int index) throws IOException {
    var type = group.getType().getType(field);
    if (type.isPrimitive()) {
      ColumnValue.of(group, field, index).write(json);
      return;
    }
    var value = group.getGroup(field, index);
    var annotation = type.getLogicalTypeAnnotation();
    if (annotation instanceof ListLogicalTypeAnnotation) {
      list(value);
    } else if (annotation instanceof MapLogicalTypeAnnotation) {
      map(value);
    } else {
      object(value);
    }
  }

  /** Its only field repeats: as a group around each element, or, in older files, as the element. */
  private void list(Group list) throws IOException {
    json.writeStartArray();
    var repeated = list.getType().getType(0);
    for (int i = 0; i < list.getFieldRepetitionCount(0); i++) {
      if (isWrapper(list.getType(), repeated)) {
        wrapped(list.getGroup(0, i), 0);
      } else {
        value(list, 0, i);
      }
    }
    json.writeEndArray();
  }

  /** The rules of backward compatibility in Parquet's specification of lists. */
  private static boolean isWrapper(GroupType list, Type repeated) {
    return !repeated.isPrimitive()
        && repeated.asGroupType().getFieldCount() == 1
        && !repeated.getName().equals("array")
        && !repeated.getName().equals(list.getName() + "_tuple");
  }

  private void wrapped(Group around, int field) throws IOException {
    if (around.getFieldRepetitionCount(field) == 0) {
      json.writeNull();
    } else {
      value(around, field, 0);
    }
  }

  private void map(Group map) throws IOException {
    json.writeStartObject();
    for (int i = 0; i < map.getFieldRepetitionCount(0); i++) {
      var entry = map.getGroup(0, i);
      json.writeFieldName(ColumnValue.of(entry, 0, 0).text());
      if (entry.getType().getFieldCount() < 2) {
        json.writeNull();
      } else {
        wrapped(entry, 1);
      }
    }
    json.writeEndObject();
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.breakwater.history.parquet;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.UUIDLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;

/**
 * One value of a column, as OCSF writes it in JSON: points in time in milliseconds, or as RFC 3339
 * where the name of the column ends with {@code _dt}.
 */
final class ColumnValue {
  private static final long JULIAN_DAY_OF_1970 = 2_440_588;

  private final Object value;

  private ColumnValue(Object value) {
    this.value = value;
  }

  /**
   * @param field of the group, a primitive one
   */
  static ColumnValue of(Group group, int field, int index) {
    var type = group.getType().getType(field).asPrimitiveType();
    return new ColumnValue(
        switch (type.getPrimitiveTypeName()) {
          case BOOLEAN -> group.getBoolean(field, index);
          case INT32 -> number(type, group.getInteger(field, index));
          case INT64 -> number(type, group.getLong(field, index));
          case FLOAT -> group.getFloat(field, index);
          case DOUBLE -> group.getDouble(field, index);
          case INT96 -> time(type, ofInt96(group.getInt96(field, index)));
          case BINARY, FIXED_LEN_BYTE_ARRAY -> ofBytes(type, group.getBinary(field, index));
        });
  }

  private static Object number(PrimitiveType type, long value) {
    var annotation = type.getLogicalTypeAnnotation();
    if (annotation instanceof TimestampLogicalTypeAnnotation timestamp) {
      return time(type, Instant.EPOCH.plus(value, unit(timestamp.getUnit())));
    }
    if (annotation instanceof DateLogicalTypeAnnotation) {
      return LocalDate.ofEpochDay(value).toString();
    }
    if (annotation instanceof TimeLogicalTypeAnnotation time) {
      return LocalTime.MIDNIGHT.plus(value, unit(time.getUnit())).toString();
    }
    if (annotation instanceof DecimalLogicalTypeAnnotation decimal) {
      return BigDecimal.valueOf(value, decimal.getScale());
    }
    if (annotation instanceof IntLogicalTypeAnnotation integer && !integer.isSigned()) {
      return integer.getBitWidth() < Long.SIZE
          ? (Object) Integer.toUnsignedLong((int) value)
          : new BigInteger(Long.toUnsignedString(value));
    }
    return value;
  }

  private static Object time(PrimitiveType type, Instant time) {
    return type.getName().endsWith("_dt") ? time.toString() : (Object) time.toEpochMilli();
  }

  private static ChronoUnit unit(TimeUnit unit) {
    return switch (unit) {
      case MILLIS -> ChronoUnit.MILLIS;
      case MICROS -> ChronoUnit.MICROS;
      case NANOS -> ChronoUnit.NANOS;
    };
  }

  /** Nanoseconds of the day, then the Julian day: how writers before Parquet 2.6 wrote times. */
  private static Instant ofInt96(Binary bytes) {
    var buffer = ByteBuffer.wrap(bytes.getBytes()).order(ByteOrder.LITTLE_ENDIAN);
    long nanosOfDay = buffer.getLong();
    return Instant.EPOCH
        .plus(buffer.getInt() - JULIAN_DAY_OF_1970, ChronoUnit.DAYS)
        .plusNanos(nanosOfDay);
  }

  private static Object ofBytes(PrimitiveType type, Binary bytes) {
    var annotation = type.getLogicalTypeAnnotation();
    if (annotation instanceof DecimalLogicalTypeAnnotation decimal) {
      return new BigDecimal(new BigInteger(bytes.getBytes()), decimal.getScale());
    }
    if (annotation instanceof UUIDLogicalTypeAnnotation) {
      var buffer = ByteBuffer.wrap(bytes.getBytes());
      return new UUID(buffer.getLong(), buffer.getLong()).toString();
    }
    return textOr64(bytes);
  }

  /** Many writers do not say that bytes are text. */
  private static String textOr64(Binary bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes.toByteBuffer()).toString();
    } catch (CharacterCodingException e) {
      return Base64.getEncoder().encodeToString(bytes.getBytes());
    }
  }

  String text() {
    return value.toString();
  }

  void write(JsonGenerator json) throws IOException {
    json.writePOJO(value);
  }
}

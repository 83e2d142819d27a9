// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** An instant as people write it: with a time and an offset, or a day, which begins in UTC. */
final class PointInTime implements ITypeConverter<Instant> {
  private static final int DAY = "2026-11-24".length();

  @Override
  public Instant convert(String text) {
    try {
      return text.length() == DAY
          ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
          : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException e) {
      throw new TypeConversionException(
          "'" + text + "' is no time; expected such as 2026-11-24T00:00:00Z, or a day in UTC");
    }
  }
}

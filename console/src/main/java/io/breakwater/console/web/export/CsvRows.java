// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.web.export;

import io.breakwater.console.index.query.Exposure;
import io.breakwater.console.index.query.Ticket;
import io.breakwater.console.index.record.Trait;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Exposures as lines of CSV (RFC 4180). */
final class CsvRows {
  private static final String END = "\r\n";

  /** Also behind what some spreadsheets part cells at, whatever quotation marks say. */
  private static final Pattern FORMULA =
      Pattern.compile("^(?=[\\t\\r\\n])|(?<=^|[;\\t\\r\\n])(?=\\s*[=+\\-@＝＋－＠])");

  private static final String TO_QUOTE = ",\"\r\n;\t";
  private static final Map<String, Function<Exposure, Object>> COLUMNS = columns();

  private CsvRows() {}

  private static Map<String, Function<Exposure, Object>> columns() {
    var columns = new LinkedHashMap<String, Function<Exposure, Object>>();
    columns.put("uid", Exposure::uid);
    columns.put("state", exposure -> exposure.open() ? "open" : "closed");
    columns.put("severity", exposure -> exposure.severity().word());
    columns.put("status", exposure -> exposure.status().word());
    columns.put("title", Exposure::title);
    columns.put("type", Exposure::type);
    columns.put("rule", Exposure::rule);
    columns.put("account", Exposure::account);
    columns.put("region", Exposure::region);
    columns.put("resource_type", Exposure::resourceType);
    columns.put("resource_uid", Exposure::resourceUid);
    columns.put("resource_name", Exposure::resourceName);
    columns.put("owner", Exposure::owner);
    columns.put("signals", Exposure::signals);
    columns.put("contributing_traits", exposure -> traits(exposure, true));
    columns.put("contextual_traits", exposure -> traits(exposure, false));
    columns.put("opened", Exposure::opened);
    columns.put("changed", Exposure::changed);
    columns.put("episode", Exposure::episode);
    columns.put("ticket", exposure -> exposure.ticket().map(Ticket::ticket).orElse(""));
    columns.put("ticket_url", exposure -> exposure.ticket().map(Ticket::url).orElse(""));
    return columns;
  }

  private static String traits(Exposure exposure, boolean contributing) {
    return exposure.traits().stream()
        .filter(trait -> trait.contributing() == contributing)
        .map(Trait::uid)
        .collect(Collectors.joining(" "));
  }

  static String header() {
    return line(COLUMNS.keySet().toArray());
  }

  static String line(Exposure exposure) {
    return line(COLUMNS.values().stream().map(column -> column.apply(exposure)).toArray());
  }

  private static String line(Object... cells) {
    return Arrays.stream(cells)
        .map(cell -> cell(String.valueOf(cell)))
        .collect(Collectors.joining(",", "", END));
  }

  /** Before what a spreadsheet would work out as a formula comes an apostrophe. */
  private static String cell(String text) {
    var harmless = FORMULA.matcher(text).replaceAll("'");
    boolean plain = harmless.chars().noneMatch(character -> TO_QUOTE.indexOf(character) >= 0);
    return plain ? harmless : '"' + harmless.replace("\"", "\"\"") + '"';
  }
}

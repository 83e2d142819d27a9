// SPDX-License-Identifier: Apache-2.0
package io.breakwater.fakes.jira;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A field that the site has added.
 *
 * @param id such as {@code customfield_10042}
 * @param options what may be chosen, for a field of kind {@link Kind#OPTION}
 * @param required whether no issue is created without it
 */
public record CustomField(
    String id, String name, Kind kind, List<String> options, boolean required) {
  private static final Pattern ID = Pattern.compile("customfield_\\d{5}");

  /** What a field holds. */
  public enum Kind {
    /** One line, at most 255 characters. */
    TEXT,
    NUMBER,
    /** {@code yyyy-MM-dd}. */
    DATE,
    /** A document in Atlassian Document Format. */
    PARAGRAPH,
    /** {@code {"value": …}}, one of the options. */
    OPTION
  }

  public CustomField {
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException(
          "A custom field is called customfield_ and five digits: " + id);
    }
    options = List.copyOf(options);
  }

  /** One that may be left out. */
  public static CustomField optional(String id, String name, Kind kind) {
    return new CustomField(id, name, kind, List.of(), false);
  }

  /** One that no issue is created without. */
  public static CustomField required(String id, String name, Kind kind) {
    return new CustomField(id, name, kind, List.of(), true);
  }

  /** One of some options, which may be left out. */
  public static CustomField choice(String id, String name, List<String> options) {
    return new CustomField(id, name, Kind.OPTION, options, false);
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.web.ask;

import io.breakwater.console.index.query.CertificatePage;
import io.breakwater.console.index.query.Field;
import io.breakwater.console.index.query.Filter;
import io.breakwater.console.index.query.Page;
import io.breakwater.console.index.query.ResourcePage;
import io.breakwater.console.index.query.Selection;
import io.breakwater.console.web.Refused;
import io.breakwater.console.web.json.Words;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The parameters of a request, read and checked. All throw {@link Refused}. */
public final class Asked {
  private static final int LONGEST = 2_048;
  private static final int FIELDS = 20;

  private final Context request;

  public Asked(Context request) {
    this.request = request;
  }

  /** Empty where it is not there. */
  public String text(String name) {
    var text = Optional.ofNullable(request.queryParam(name)).orElse("");
    if (text.length() > LONGEST || text.indexOf('\0') >= 0) {
      throw Refused.wrong(
          name, "'" + name + "' has at most " + LONGEST + " characters, and no NUL");
    }
    return text;
  }

  public String required(String name) {
    var text = text(name);
    if (text.isEmpty()) {
      throw Refused.wrong(name, "'" + name + "' is missing");
    }
    return text;
  }

  /** How many at most. */
  public int limit(int usual, int most) {
    long limit = number("limit").orElse((long) usual);
    if (limit < 1 || limit > most) {
      throw Refused.wrong("limit", "'limit' is a number from 1 to " + most);
    }
    return (int) limit;
  }

  /** One of a few words. */
  public <E extends Enum<E>> E word(String name, Class<E> type, E usual) {
    var text = text(name);
    if (text.isEmpty()) {
      return usual;
    }
    return Words.constant(type, text)
        .orElseThrow(
            () ->
                Refused.wrong(
                    name,
                    "'"
                        + name
                        + "' is one of "
                        + Arrays.stream(type.getEnumConstants())
                            .map(Words::of)
                            .collect(Collectors.joining(", "))));
  }

  public Selection selection() {
    var state = word("state", Selection.State.class, Selection.State.OPEN);
    var filter = Optional.ofNullable(request.queryParam("filter")).filter(it -> !it.isEmpty());
    var chosen = filter.map(FilterText::read).orElseGet(Filter::everything);
    try {
      return searching(new Selection(state, chosen, ""));
    } catch (IllegalArgumentException e) {
      throw Refused.wrong("filter", e.getMessage());
    }
  }

  private Selection searching(Selection selection) {
    try {
      return selection.searching(text("q"));
    } catch (IllegalArgumentException e) {
      throw Refused.wrong("q", e.getMessage());
    }
  }

  /** Empty where it is not there. */
  public Optional<String> optional(String name) {
    return Optional.of(text(name)).filter(it -> !it.isEmpty());
  }

  public Optional<Page.Cursor> afterExposure() {
    return optional("after").map(CursorText::exposure);
  }

  public Optional<CertificatePage.Cursor> afterCertificate() {
    return optional("after").map(CursorText::certificate);
  }

  public Optional<ResourcePage.Cursor> afterResource() {
    return optional("after").map(CursorText::resource);
  }

  /** Of a letter or a change. */
  public Optional<Long> number(String name) {
    return optional(name).map(text -> number(name, text));
  }

  private static long number(String name, String text) {
    try {
      long number = Long.parseLong(text);
      if (number >= 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw noNumber(name);
    }
    throw noNumber(name);
  }

  private static Refused noNumber(String name) {
    return Refused.wrong(name, "'" + name + "' is a number, 0 or more");
  }

  /** A field to group by. */
  public Optional<Field> field(String name) {
    return optional(name).map(path -> grouping(name, path));
  }

  /** Fields to group by, with commas between. */
  public List<Field> fields(String name) {
    var paths = required(name).split(",", FIELDS + 1);
    if (paths.length > FIELDS) {
      throw Refused.wrong(name, "at most " + FIELDS + " fields at once");
    }
    return Arrays.stream(paths).map(path -> grouping(name, path)).distinct().toList();
  }

  private static Field grouping(String name, String path) {
    return Field.of(path)
        .filter(Field::groups)
        .orElseThrow(
            () ->
                Refused.wrong(
                    name,
                    "'"
                        + path
                        + "' is no field to group by; there are "
                        + Arrays.stream(Field.values())
                            .filter(Field::groups)
                            .map(Field::path)
                            .collect(Collectors.joining(", "))));
  }
}

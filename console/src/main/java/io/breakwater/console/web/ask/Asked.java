// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.web.ask;

import io.breakwater.console.index.query.Field;
import io.breakwater.console.index.query.Filter;
import io.breakwater.console.index.query.Page.Cursor;
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
    var text = text("limit");
    if (text.isEmpty()) {
      return usual;
    }
    try {
      int limit = Integer.parseInt(text);
      if (limit >= 1 && limit <= most) {
        return limit;
      }
    } catch (NumberFormatException e) {
      // What follows says it.
    }
    throw Refused.wrong("limit", "'limit' is a number from 1 to " + most);
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

  public Optional<Cursor> after() {
    return Optional.of(text("after")).filter(it -> !it.isEmpty()).map(CursorText::read);
  }

  /** A field to group by. */
  public Optional<Field> field(String name) {
    return Optional.of(text(name)).filter(it -> !it.isEmpty()).map(path -> grouping(name, path));
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

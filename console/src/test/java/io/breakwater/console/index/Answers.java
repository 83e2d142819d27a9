// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index;

import io.breakwater.console.index.query.Field;
import io.breakwater.console.index.query.Selection;
import java.util.List;
import java.util.Optional;

/** What a store answers, to be compared with what another does. */
public final class Answers {
  private Answers() {}

  public static List<String> of(Reader reader) {
    return List.of(
        reader.page(Selection.OPEN, Optional.empty(), 100).toString(),
        reader.groups(Selection.OPEN, Field.TITLE, Optional.of(Field.SEVERITY), 50).toString(),
        reader.facet(Selection.OPEN, Field.TRAIT, 50).toString(),
        reader.outcomes().toString());
  }
}

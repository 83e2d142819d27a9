// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.web;

import io.breakwater.console.web.action.ActionSink;
import io.breakwater.console.web.redrive.LetterSink;
import java.util.Optional;

/**
 * Where goes what people do in the console.
 *
 * @param actions what they decide about exposures; empty for nowhere
 * @param letters what they send to the job again; empty for nowhere
 */
public record Outlets(Optional<ActionSink> actions, Optional<LetterSink> letters) {
  public static final Outlets NONE = new Outlets(Optional.empty(), Optional.empty());

  public static Outlets of(ActionSink actions) {
    return new Outlets(Optional.of(actions), Optional.empty());
  }
}

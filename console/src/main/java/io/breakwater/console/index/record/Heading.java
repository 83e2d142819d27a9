// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index.record;

/** What many exposures have in common: the sort of finding, in three ways to say it. */
public record Heading(String title, String type, String rule) {
  private static final int TITLE = 400;
  private static final int SHORT = 100;

  public Heading {
    title = Text.cut(title, TITLE);
    type = Text.cut(type, SHORT);
    rule = Text.cut(rule, SHORT);
  }
}

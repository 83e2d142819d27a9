// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index.query;

/**
 * A word that somebody searches for.
 *
 * @param isBeginning whether longer words that begin so are meant as well
 */
public record SearchWord(String text, boolean isBeginning) {
  public boolean fits(String word) {
    return isBeginning ? word.startsWith(text) : word.equals(text);
  }
}

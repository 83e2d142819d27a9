// SPDX-License-Identifier: Apache-2.0
package io.breakwater.benchmark.respond;

/** Whether people were told of each step of a life, once. */
final class Words {
  private Words() {}

  /**
   * @param text all that was told
   * @param lost what it is called when a step is missing
   * @param twice what it is called when a step was told again
   * @param where it was told
   */
  static void judge(
      Life life, String text, String lost, String twice, String where, Figures figures) {
    for (var step : life.steps()) {
      int times = step.told().isEmpty() ? 1 : occurrences(step.told(), text);
      if (times == 0) {
        figures.fault(lost, where + ": " + step.told());
      } else if (times > 1) {
        figures.fault(twice, where + ": " + step.told());
      }
    }
  }

  private static int occurrences(String part, String whole) {
    int count = 0;
    for (int at = whole.indexOf(part); at >= 0; at = whole.indexOf(part, at + 1)) {
      count++;
    }
    return count;
  }
}

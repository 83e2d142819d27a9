// SPDX-License-Identifier: Apache-2.0
package io.breakwater.benchmark.corpus;

/**
 * What a corpus is made of. The same mix is the same bytes.
 *
 * @param events how many
 * @param resources how many resources there are for events to be about
 * @param repeats the share of events that say again what was said before, 0.0 to 0.9
 */
public record Mix(int events, int resources, double repeats, long seed) {
  public Mix {
    if (events < 1) {
      throw new IllegalArgumentException("events must be at least 1, was " + events);
    }
    if (resources < 100) {
      throw new IllegalArgumentException("resources must be at least 100, was " + resources);
    }
    if (!(repeats >= 0 && repeats <= 0.9)) {
      throw new IllegalArgumentException("repeats must be from 0.0 to 0.9, was " + repeats);
    }
  }
}

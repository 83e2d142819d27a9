// SPDX-License-Identifier: Apache-2.0
package io.breakwater.fakes;

/** What goes wrong with a call. */
public enum Trouble {
  NONE(true),
  /**
   * 429, or what the service says instead, with {@code Retry-After} in seconds and what else it
   * sends with it. Nothing was done.
   */
  THROTTLED(false),
  /** 500, and nothing was done. */
  ERROR_BEFORE(false),
  /** 500, although it was done. */
  ERROR_AFTER(true),
  /** No answer until the caller gives up, and nothing was done. */
  STALL_BEFORE(false),
  /** No answer until the caller gives up, although it was done. */
  STALL_AFTER(true),
  /** It was done, and then the connection is cut. */
  LOST_ANSWER(true),
  /** Done and answered, after a while. */
  SLOW(true);

  private final boolean effect;

  Trouble(boolean effect) {
    this.effect = effect;
  }

  /** Whether the call does what it asks for all the same. */
  public boolean hasEffect() {
    return effect;
  }
}

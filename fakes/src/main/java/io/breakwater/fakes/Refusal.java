// SPDX-License-Identifier: Apache-2.0
package io.breakwater.fakes;

/** Ends the handling of a call with an answer that refuses it. Never leaves a fake. */
public final class Refusal extends RuntimeException {
  private final transient Answer answer;

  /**
   * @param answer what the caller is told
   */
  public Refusal(Answer answer) {
    super(answer.status() + " " + answer.text(), null, false, false);
    this.answer = answer;
  }

  /** What the caller is told. */
  public Answer answer() {
    return answer;
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.breakwater.benchmark.respond;

/** The accounts that exposures are in, each named for where its messages go. */
enum Account {
  /** Few: Security Hub takes ten imports a second. */
  HUB("111122223333", 1),
  WEBHOOK("222233334444", 3),
  SPLUNK("333344445555", 4),
  SNS("444455556666", 2);

  private static final int TENTHS = 10;

  private final String id;
  private final int tenths;

  Account(String id, int tenths) {
    this.id = id;
    this.tenths = tenths;
  }

  String id() {
    return id;
  }

  /** The one of a number, such that each has its share of all. */
  static Account of(int number) {
    int left = number % TENTHS;
    for (var account : values()) {
      if (left < account.tenths) {
        return account;
      }
      left -= account.tenths;
    }
    throw new IllegalStateException("the shares are a whole");
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.web;

/** What the index is kept in. */
public interface StoreSize {
  /** {@code sqlite} or {@code postgresql}. */
  String kind();

  /** How much it takes; null where that cannot be told. */
  Long bytes();
}

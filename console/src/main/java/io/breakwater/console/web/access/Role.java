// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.web.access;

/** What somebody may do. */
public enum Role {
  /** Looks. */
  VIEWER,
  /** Looks, and decides. */
  OPERATOR
}

// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli;

/** How a command prints. */
public enum OutputFormat {
  TEXT,
  JSON
}

// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli;

import io.breakwater.core.decode.Decoded;

/** Words for what a record was understood as. */
interface Explanation {
  String of(String input, Decoded decoded);
}

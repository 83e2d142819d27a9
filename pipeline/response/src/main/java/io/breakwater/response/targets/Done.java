// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.targets;

/** Nothing to say but that it is done. */
public enum Done {
  DONE
}

// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.resource;

/** Something that is said of one resource. */
public interface AboutResource {
  Arn resource();
}

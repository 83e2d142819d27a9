// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index.record;

/** A resource that an exposure involves. */
public record Resource(String uid, String name, String type, String role) {
  public Resource {
    uid = Text.indexed(uid);
    name = Text.indexed(name);
    type = Text.indexed(type);
    role = Text.indexed(role);
  }
}

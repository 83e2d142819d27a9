// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index.record;

/**
 * A resource that an exposure involves.
 *
 * @param account as the record has it, else as the ARN has it; empty where neither does
 * @param region likewise
 */
public record Resource(
    String uid, String name, String type, String role, String account, String region) {
  public Resource {
    uid = Text.indexed(uid);
    name = Text.indexed(name);
    type = Text.indexed(type);
    role = Text.indexed(role);
    account = Text.indexed(account);
    region = Text.indexed(region);
  }
}

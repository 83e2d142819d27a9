// SPDX-License-Identifier: Apache-2.0
package io.breakwater.demo.estate;

/**
 * An AWS account.
 *
 * @param id twelve digits, of the kind that AWS's documentation uses in examples
 */
public record Account(String id, String name, String environment) {}

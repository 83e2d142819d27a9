// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index.query;

/** How many exposures have a value. */
public record Count(String value, long exposures) {}

// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index.query;

/** How many letters of a stream there are for a reason. */
public record LetterCount(String stream, String reason, long letters) {}

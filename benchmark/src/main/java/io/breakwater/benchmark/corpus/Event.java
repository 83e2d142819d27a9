// SPDX-License-Identifier: Apache-2.0
package io.breakwater.benchmark.corpus;

/**
 * An event of a corpus.
 *
 * @param resource the number of the resource it is about: events of one are read in their order
 */
@SuppressWarnings("ArrayRecordComponent") // Written to a file and never compared.
public record Event(int resource, byte[] json) {}

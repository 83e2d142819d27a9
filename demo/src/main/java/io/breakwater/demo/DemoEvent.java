// SPDX-License-Identifier: Apache-2.0
package io.breakwater.demo;

/**
 * One event of the stream.
 *
 * @param partitionKey events of the same resource have the same
 * @param json an EventBridge event; now and then one that broke on its way
 */
@SuppressWarnings("ArrayRecordComponent") // An event is sent and never compared.
public record DemoEvent(String partitionKey, byte[] json) {}

// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index.columns;

/**
 * What the columns have of an exposure.
 *
 * @param number by which the store knows it
 * @param heading the number of its heading
 * @param traitSet the number of its traits
 * @param sourceSet the number of its sources
 * @param kindSet the number of the kinds of its resources
 * @param opened in milliseconds since 1970
 * @param changed in milliseconds since 1970
 */
public record Row(
    int number,
    boolean open,
    int severity,
    int status,
    int heading,
    int traitSet,
    int sourceSet,
    int kindSet,
    String account,
    String region,
    String resourceType,
    String resourceUid,
    String resourceName,
    String owner,
    String ticket,
    long opened,
    long changed) {}

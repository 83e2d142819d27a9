// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.web;

import io.breakwater.core.catalogue.Catalogue;
import io.breakwater.core.catalogue.Suppressions;

/**
 * The rules that the page explains findings with: they should be those that the job goes by.
 *
 * @param source where the catalogue is from, for people
 */
public record Rulebook(Catalogue catalogue, String source, Suppressions suppressions) {}

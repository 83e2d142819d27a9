// SPDX-License-Identifier: Apache-2.0
package io.breakwater.scenarios;

import io.breakwater.core.resource.ResourceType;

/** A trait of the catalogue: ids are unique within a type of resource. */
public record TraitOfType(ResourceType resourceType, String traitId) {}

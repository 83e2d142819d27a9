// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.decode;

import io.breakwater.core.json.Shape;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the configuration of a resource names other resources, by its type.
 *
 * <p>Types that Config learnt from CloudFormation write their keys with a capital, older ones
 * without, or with capitals where an acronym was: the case of a key says nothing.
 *
 * @see <a
 *     href="https://github.com/awslabs/aws-config-resource-schema/tree/master/config/properties/resource-types">Config
 *     resource schema</a>
 */
final class ConfigurationPaths {
  private static final Map<String, Shape<Configuration>> BY_TYPE = new HashMap<>();

  static {
    List.of(
            NetworkPaths.BY_TYPE,
            LoadBalancerPaths.BY_TYPE,
            ComputePaths.BY_TYPE,
            ContainerPaths.BY_TYPE,
            IdentityPaths.BY_TYPE,
            StoragePaths.BY_TYPE,
            ApiPaths.BY_TYPE,
            CertificatePaths.BY_TYPE)
        .forEach(BY_TYPE::putAll);
  }

  private ConfigurationPaths() {}

  /** Empty for a type whose configuration is not looked at. */
  static Optional<Shape<Configuration>> of(String resourceType) {
    return Optional.ofNullable(BY_TYPE.get(resourceType));
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.signal;

import java.util.Objects;

/** A package at a version, and the version that mends it. All three may be empty. */
public final class AffectedPackage {
  private final String name;
  private final String version;
  private final String fixedInVersion;

  public AffectedPackage(String name, String version, String fixedInVersion) {
    this.name = Objects.requireNonNull(name);
    this.version = Objects.requireNonNull(version);
    this.fixedInVersion = Objects.requireNonNull(fixedInVersion);
  }

  public String name() {
    return name;
  }

  public String version() {
    return version;
  }

  public String fixedInVersion() {
    return fixedInVersion;
  }

  @Override
  public boolean equals(Object other) {
    if (!(other instanceof AffectedPackage)) {
      return false;
    }
    var that = (AffectedPackage) other;
    return name.equals(that.name)
        && version.equals(that.version)
        && fixedInVersion.equals(that.fixedInVersion);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, version, fixedInVersion);
  }

  @Override
  public String toString() {
    return name + " " + version;
  }
}

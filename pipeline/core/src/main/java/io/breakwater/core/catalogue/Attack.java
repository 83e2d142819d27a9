// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.catalogue;

import java.util.Objects;

/** A MITRE ATT&amp;CK tactic and technique, by id and name. */
public final class Attack {
  private final String tacticUid;
  private final String tactic;
  private final String techniqueUid;
  private final String technique;

  Attack(String tacticUid, String tactic, String techniqueUid, String technique) {
    this.tacticUid = Objects.requireNonNull(tacticUid);
    this.tactic = Objects.requireNonNull(tactic);
    this.techniqueUid = Objects.requireNonNull(techniqueUid);
    this.technique = Objects.requireNonNull(technique);
  }

  public String tacticUid() {
    return tacticUid;
  }

  public String tactic() {
    return tactic;
  }

  public String techniqueUid() {
    return techniqueUid;
  }

  public String technique() {
    return technique;
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.breakwater.demo.fleet;

import io.breakwater.demo.estate.Certificate;
import io.breakwater.demo.estate.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What is around a certificate.
 *
 * @param presenters the resources that present it to the internet, where AWS Config records them
 *     and it
 * @param controlled whether Security Hub's control looks at it
 */
record Surroundings(Function<Certificate, List<Resource>> presenters, boolean controlled) {

  /** What Config records with the certificate as it is now; nothing where it records none. */
  List<Resource> recorded(Certificate certificate) {
    var recorded = new ArrayList<>(presenters.apply(certificate));
    if (!recorded.isEmpty()) {
      recorded.add(certificate);
    }
    return recorded;
  }
}

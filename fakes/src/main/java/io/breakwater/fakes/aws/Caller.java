// SPDX-License-Identifier: Apache-2.0
package io.breakwater.fakes.aws;

import io.breakwater.fakes.Answer;
import io.breakwater.fakes.Call;
import io.breakwater.fakes.Refusal;
import java.util.function.BiFunction;

/** Who calls, for which account and in which Region. */
record Caller(String account, String region) {
  /**
   * @param service which the signature must be for
   * @param refuse how the service refuses with 403, given a code and a message
   */
  static Caller of(
      Call call, AccessKeys keys, String service, BiFunction<String, String, Answer> refuse) {
    var signature =
        Signature.of(call)
            .orElseThrow(
                () ->
                    new Refusal(
                        refuse.apply("MissingAuthenticationToken", "The request is not signed.")));
    if (!signature.service().equals(service)) {
      throw new Refusal(
          refuse.apply(
              "SignatureDoesNotMatch", "The signature is for " + signature.service() + "."));
    }
    return keys.account(signature.keyId())
        .map(account -> new Caller(account, signature.region()))
        .orElseThrow(
            () ->
                new Refusal(refuse.apply("InvalidClientTokenId", "The access key is not known.")));
  }
}

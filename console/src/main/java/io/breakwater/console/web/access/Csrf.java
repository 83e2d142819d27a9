// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.web.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What only a page that the server gave out can know; another for each person and each start. */
final class Csrf {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int KEY = 32;

  private final SecretKeySpec key;

  Csrf() {
    var random = new byte[KEY];
    new SecureRandom().nextBytes(random);
    key = new SecretKeySpec(random, ALGORITHM);
  }

  String of(Person person) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return HexFormat.of().formatHex(mac.doFinal(bytes(person.name())));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  boolean isOf(Person person, String token) {
    return token != null && MessageDigest.isEqual(bytes(of(person)), bytes(token));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

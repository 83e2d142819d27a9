// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.web.json;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Constants as parameters and answers name them: {@code NOT_HELD} is {@code not-held}. */
public final class Words {
  private Words() {}

  public static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static <E extends Enum<E>> Optional<E> constant(Class<E> type, String word) {
    return Arrays.stream(type.getEnumConstants()).filter(one -> of(one).equals(word)).findFirst();
  }
}

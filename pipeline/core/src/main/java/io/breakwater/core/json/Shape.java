// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.breakwater.core.json.MalformedRecord.Reason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.ObjDoubleConsumer;
import java.util.function.Supplier;

/**
 * What to read of a JSON object and where to put it; everything not named is skipped unread, in one
 * pass and without a tree.
 *
 * <p>Rules that hold for every format: a null is as good as absent; numbers, booleans and strings
 * stand for one another where the text fits; a number that is no number is absent; an object or
 * array in place of a scalar, or the reverse, is a wrong type; a key that is read and comes twice
 * makes the record ambiguous. The last two are {@link MalformedRecord}s.
 *
 * <p>Build once, keep in a constant: reading is thread-safe, building is not.
 *
 * @param <T> what the values are put into
 */
public final class Shape<T> {
  private static final int MAX_MEMBERS = Long.SIZE;
  private static final int REPLACEMENT = 0xfffd;

  /** Java reads more as a number than anyone else does: 0x1p3, 1d, NaN. */
  private static final String NUMBER_CHARACTERS = "0123456789+-.eE";

  private final Supplier<T> create;
  private Map<String, Member<T>> members = new HashMap<>();
  private boolean eitherCase;
  private int bits;

  private Shape(Supplier<T> create) {
    this.create = create;
  }

  /** A shape whose values go into a fresh {@code T}. */
  public static <T> Shape<T> of(Supplier<T> create) {
    return new Shape<>(create);
  }

  /** A shape whose values go into the {@code T} of the object around it. */
  public static <T> Shape<T> part() {
    return new Shape<>(
        () -> {
          throw new IllegalStateException("a part has no value of its own");
        });
  }

  /**
   * From here on every member is also known by its name with a capital first letter: the one is how
   * AWS events write it, the other how the API models do. Both in one object are the key twice.
   */
  public Shape<T> inEitherCase() {
    eitherCase = true;
    return this;
  }

  /**
   * Every member is known by its name in any case, as Config writes one name in several: {@code
   * dBClusterIdentifier}, {@code dbclusterIdentifier} (both observed). Two of them in one object
   * are the key twice.
   *
   * @throws IllegalStateException when the shape has members already
   */
  public Shape<T> inAnyCase() {
    if (!members.isEmpty()) {
      throw new IllegalStateException("the members of a shape are named after their case is");
    }
    members = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    return this;
  }

  /** A scalar, as text. */
  public Shape<T> text(String name, BiConsumer<T, String> set) {
    return member(name, (parser, into) -> set.accept(into, scalar(parser)));
  }

  /** A number, or a string that holds one; any other text is as good as absent. */
  public Shape<T> number(String name, ObjDoubleConsumer<T> set) {
    return member(
        name,
        (parser, into) -> {
          double value = asNumber(scalar(parser));
          if (!Double.isNaN(value)) {
            set.accept(into, value);
          }
        });
  }

  /** A time in any form that {@link io.breakwater.core.time.Times} reads, as text. */
  public Shape<T> time(String name, BiConsumer<T, String> set) {
    return member(
        name,
        (parser, into) ->
            set.accept(
                into,
                parser.currentToken() == JsonToken.START_OBJECT
                    ? RecordedTime.read(parser)
                    : scalar(parser)));
  }

  /** An object, read into a value of its own. */
  public <C> Shape<T> object(String name, Shape<C> shape, BiConsumer<T, C> set) {
    return member(name, (parser, into) -> set.accept(into, shape.read(parser)));
  }

  /** An object whose members belong to the same {@code T}. */
  public Shape<T> inside(String name, Shape<T> part) {
    return member(name, (parser, into) -> part.readInto(parser, into));
  }

  /**
   * An object whose members belong to the same {@code T}, where other producers of the format write
   * something else under the name: that is skipped unread.
   */
  public Shape<T> insideIfObject(String name, Shape<T> part) {
    return member(
        name,
        (parser, into) -> {
          if (parser.currentToken() == JsonToken.START_OBJECT) {
            part.readInto(parser, into);
          } else {
            parser.skipChildren();
          }
        });
  }

  /** An array of objects; nulls among them are passed over. */
  public <C> Shape<T> each(String name, Shape<C> shape, BiConsumer<T, C> add) {
    return member(
        name,
        (parser, into) -> {
          expect(parser, JsonToken.START_ARRAY, "an array");
          while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() != JsonToken.VALUE_NULL) {
              add.accept(into, shape.read(parser));
            }
          }
        });
  }

  /** An array of objects, taken all at once and also when it is empty; nulls are passed over. */
  public <C> Shape<T> list(String name, Shape<C> shape, BiConsumer<T, List<C>> set) {
    return member(
        name,
        (parser, into) -> {
          expect(parser, JsonToken.START_ARRAY, "an array");
          List<C> elements = new ArrayList<>();
          while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() != JsonToken.VALUE_NULL) {
              elements.add(shape.read(parser));
            }
          }
          set.accept(into, elements);
        });
  }

  /** An array of objects whose members belong to the same {@code T}; nulls are passed over. */
  public Shape<T> eachInside(String name, Shape<T> part) {
    return member(
        name,
        (parser, into) -> {
          expect(parser, JsonToken.START_ARRAY, "an array");
          while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() != JsonToken.VALUE_NULL) {
              part.readInto(parser, into);
            }
          }
        });
  }

  /** An array of scalars; nulls among them are passed over. */
  public Shape<T> texts(String name, BiConsumer<T, String> add) {
    return member(
        name,
        (parser, into) -> {
          expect(parser, JsonToken.START_ARRAY, "an array");
          while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() != JsonToken.VALUE_NULL) {
              add.accept(into, scalar(parser));
            }
          }
        });
  }

  /** Anything else: the reader finds the parser on the first token and leaves it on the last. */
  public Shape<T> member(String name, Reader<T> reader) {
    if (bits == MAX_MEMBERS) {
      throw new IllegalStateException("a shape holds at most " + MAX_MEMBERS + " members");
    }
    var member = new Member<>(reader, 1L << bits++);
    put(name, member);
    if (eitherCase) {
      put(Character.toUpperCase(name.charAt(0)) + name.substring(1), member);
    }
    return this;
  }

  /** A reader of one value, or of each in an array of them. */
  public static <T> Reader<T> oneOrMany(Reader<T> element) {
    return (parser, into) -> {
      if (parser.currentToken() != JsonToken.START_ARRAY) {
        element.read(parser, into);
        return;
      }
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        element.read(parser, into);
      }
    };
  }

  private void put(String name, Member<T> member) {
    if (members.put(name, member) != null) {
      throw new IllegalStateException("'" + name + "' is in the shape twice");
    }
  }

  /** Reads the object that the parser stands on, and leaves the parser on its end. */
  public T read(JsonParser parser) throws IOException {
    var value = create.get();
    readInto(parser, value);
    return value;
  }

  public void readInto(JsonParser parser, T into) throws IOException {
    expect(parser, JsonToken.START_OBJECT, "an object");
    long seen = 0;
    for (var name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      var member = members.get(name);
      var token = parser.nextToken();
      if (member == null) {
        parser.skipChildren();
        continue;
      }
      if ((seen & member.bit) != 0) {
        throw new MalformedRecord(
            Reason.DUPLICATE_KEY, "the key at " + path(parser) + " comes twice");
      }
      seen |= member.bit;
      if (token != JsonToken.VALUE_NULL) {
        member.reader.read(parser, into);
      }
    }
  }

  /** The text of the scalar the parser stands on; half of a surrogate pair becomes U+FFFD. */
  public static String scalar(JsonParser parser) throws IOException {
    if (!parser.currentToken().isScalarValue()) {
      throw wrongType(parser, "a string, number or boolean");
    }
    return wellFormed(parser.getText());
  }

  /** An escape in JSON can name half a pair, which no UTF-8 can hold and no sink would take. */
  public static String wellFormed(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return text.codePoints()
            .map(c -> c <= Character.MAX_VALUE && Character.isSurrogate((char) c) ? REPLACEMENT : c)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
      }
    }
    return text;
  }

  /** NaN for a text that is no finite decimal number. */
  public static double asNumber(String text) {
    var trimmed = text.trim();
    for (int i = 0; i < trimmed.length(); i++) {
      if (NUMBER_CHARACTERS.indexOf(trimmed.charAt(i)) < 0) {
        return Double.NaN;
      }
    }
    try {
      double value = Double.parseDouble(trimmed);
      return Double.isInfinite(value) ? Double.NaN : value;
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  public static void expect(JsonParser parser, JsonToken token, String what)
      throws MalformedRecord {
    if (parser.currentToken() != token) {
      throw wrongType(parser, what);
    }
  }

  /** What to say of the value the parser stands on. */
  public static MalformedRecord wrongType(JsonParser parser, String expected) {
    return new MalformedRecord(
        Reason.WRONG_TYPE,
        "expected " + expected + " at " + path(parser) + ", found " + kind(parser.currentToken()));
  }

  private static String kind(JsonToken token) {
    if (token == null) {
      return "nothing";
    }
    switch (token) {
      case START_OBJECT:
        return "an object";
      case START_ARRAY:
        return "an array";
      case VALUE_STRING:
        return "a string";
      case VALUE_NULL:
        return "null";
      case VALUE_TRUE:
      case VALUE_FALSE:
        return "a boolean";
      default:
        return token.isNumeric() ? "a number" : token.name();
    }
  }

  private static String path(JsonParser parser) {
    return parser.getParsingContext().pathAsPointer().toString();
  }

  /** Takes one value off the parser. */
  @FunctionalInterface
  public interface Reader<T> {
    void read(JsonParser parser, T into) throws IOException;
  }

  private static final class Member<T> {
    private final Reader<T> reader;
    private final long bit;

    Member(Reader<T> reader, long bit) {
      this.reader = reader;
      this.bit = bit;
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.web.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/** A file of the page, as it is sent. */
final class Asset {
  private static final Pattern HASHED = Pattern.compile(".*-[A-Z0-9]{8}\\.[a-z0-9.]+");
  private static final int DIGEST = 12;
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("html", "text/html; charset=utf-8"),
          Map.entry("js", "text/javascript; charset=utf-8"),
          Map.entry("css", "text/css; charset=utf-8"),
          Map.entry("json", "application/json"),
          Map.entry("webmanifest", "application/manifest+json"),
          Map.entry("map", "application/json"),
          Map.entry("txt", "text/plain; charset=utf-8"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("png", "image/png"),
          Map.entry("ico", "image/x-icon"),
          Map.entry("woff2", "font/woff2"),
          Map.entry("woff", "font/woff"));

  private final String type;
  private final boolean lasting;
  private final String tag;
  private final byte[] plain;
  private final Optional<byte[]> zipped;

  private Asset(String type, boolean lasting, String tag, byte[] plain, Optional<byte[]> zipped) {
    this.type = type;
    this.lasting = lasting;
    this.tag = tag;
    this.plain = plain;
    this.zipped = zipped;
  }

  static Asset of(String name, byte[] bytes) throws IOException {
    var extension = name.substring(name.lastIndexOf('.') + 1);
    var zipped = Optional.of(zip(bytes)).filter(shorter -> shorter.length < bytes.length * 9 / 10);
    return new Asset(
        TYPES.getOrDefault(extension, "application/octet-stream"),
        HASHED.matcher(name).matches(),
        '"' + digest(bytes) + '"',
        bytes,
        zipped);
  }

  private static byte[] zip(byte[] bytes) throws IOException {
    var zipped = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(zipped)) {
      out.write(bytes);
    }
    return zipped.toByteArray();
  }

  private static String digest(byte[] bytes) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, DIGEST);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  String type() {
    return type;
  }

  /** Whether what has this name never changes: the name has a digest of it. */
  boolean lasting() {
    return lasting;
  }

  String tag() {
    return tag;
  }

  byte[] plain() {
    return plain;
  }

  /** Empty where it would not be shorter. */
  Optional<byte[]> zipped() {
    return zipped;
  }
}

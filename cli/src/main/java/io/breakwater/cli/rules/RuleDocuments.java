// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.rules;

import io.breakwater.cli.Failure;
import io.breakwater.cli.aws.AwsClients;
import io.breakwater.core.catalogue.CatalogueText;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** Files of rules, on this machine or in S3. */
final class RuleDocuments implements AutoCloseable {
  private static final String S3 = "s3://";

  private final AwsClients clients;
  private S3Client client;

  /**
   * @param region null for the one that is configured
   * @param endpoint null for the region's own
   */
  RuleDocuments(String region, URI endpoint) {
    clients = new AwsClients(region, endpoint);
  }

  /** A file. */
  String text(String place) {
    try (var stream = open(place)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (NoSuchFileException e) {
      throw new Failure("there is no " + place, e);
    } catch (IOException e) {
      throw new Failure("cannot read " + place + ": " + e.getMessage(), e);
    }
  }

  /**
   * A directory of files.
   *
   * @throws io.breakwater.core.catalogue.CatalogueException naming every fault
   */
  CatalogueText catalogue(String place) {
    var below = place.endsWith("/") ? place : place + "/";
    return CatalogueText.from(name -> open(below + name));
  }

  private InputStream open(String place) throws IOException {
    if (!place.startsWith(S3)) {
      return Files.newInputStream(Path.of(place));
    }
    var path = place.substring(S3.length());
    int slash = path.indexOf('/');
    if (slash < 1 || slash == path.length() - 1) {
      throw new Failure(place + " is not s3://BUCKET/KEY");
    }
    try {
      return s3().getObject(
              request -> request.bucket(path.substring(0, slash)).key(path.substring(slash + 1)));
    } catch (NoSuchKeyException e) {
      throw (IOException) new NoSuchFileException(place).initCause(e);
    } catch (SdkException e) {
      throw new Failure("cannot read " + place + ": " + e.getMessage(), e);
    }
  }

  private S3Client s3() {
    if (client == null) {
      client = clients.s3();
    }
    return client;
  }

  @Override
  public void close() {
    clients.close();
  }
}

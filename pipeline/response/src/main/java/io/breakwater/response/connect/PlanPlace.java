// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.connect;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/**
 * Where the plan of a job is kept: in a file of the machine that puts the job together, or in an
 * object of S3, as on Managed Service for Apache Flink there is no such file.
 */
public final class PlanPlace {
  /** Plans have a few kilobytes; whatever has more than this is something else. */
  public static final int MOST_BYTES = 1 << 20;

  private static final String S3 = "s3://";
  private static final Duration TIMEOUT = Duration.ofMinutes(1);

  /** https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html */
  private static final Pattern OBJECT =
      Pattern.compile("s3://(?<bucket>[a-z0-9][a-z0-9.-]{1,61}[a-z0-9])/(?<key>.{1,1024})");

  private final String place;
  private final String region;
  private final Optional<URI> endpoint;

  private PlanPlace(String place, String region, Optional<URI> endpoint) {
    this.place = place;
    this.region = region;
    this.endpoint = endpoint;
  }

  /**
   * @param place the path of a file, or {@code s3://BUCKET/KEY}
   * @param region of the bucket
   * @param endpoint a server in place of S3; empty for that one
   * @throws IllegalArgumentException for a place in S3 that names no object
   */
  public static PlanPlace of(String place, String region, Optional<URI> endpoint) {
    check(place);
    return new PlanPlace(place, region, endpoint);
  }

  /**
   * Whether it can be a place at all.
   *
   * @throws IllegalArgumentException for a place in S3 that names no object
   */
  public static void check(String place) {
    if (isInS3(place) && !OBJECT.matcher(place).matches()) {
      throw new IllegalArgumentException(
          "an object of S3 is written s3://BUCKET/KEY, was '" + place + "'");
    }
  }

  private static boolean isInS3(String place) {
    return place.startsWith(S3);
  }

  /**
   * Reads it as a whole, once. Needs {@code s3:GetObject} where it is in S3, and {@code
   * kms:Decrypt} where it is encrypted with a key of KMS.
   *
   * @throws IOException saying for people why it cannot be had
   */
  public String read() throws IOException {
    return text(isInS3(place) ? inS3() : inFile());
  }

  private byte[] inFile() throws IOException {
    try (var stream = Files.newInputStream(Path.of(place))) {
      return bounded(stream);
    } catch (NoSuchFileException e) {
      throw new IOException("there is no file " + place, e);
    }
  }

  private byte[] inS3() throws IOException {
    var named = OBJECT.matcher(place);
    if (!named.matches()) {
      throw new IllegalStateException(place);
    }
    var bucket = named.group("bucket");
    var key = named.group("key");
    try (var client = client()) {
      var content = client.getObject(request -> request.bucket(bucket).key(key));
      try {
        return bounded(content);
      } finally {
        // To close it before its end would read on to that.
        content.abort();
      }
    } catch (NoSuchKeyException e) {
      throw new IOException("there is no " + place, e);
    } catch (AwsServiceException e) {
      throw new IOException(refusal(e), e);
    } catch (SdkException e) {
      throw new IOException("S3 cannot be asked for " + place + ": " + e.getMessage(), e);
    }
  }

  private S3Client client() {
    return AwsConnections.at(
            S3Client.builder()
                // Servers that stand in for S3 have no host for each bucket.
                .forcePathStyle(endpoint.isPresent())
                .region(Region.of(region))
                .overrideConfiguration(settings -> settings.apiCallTimeout(TIMEOUT)),
            endpoint)
        .build();
  }

  private byte[] bounded(InputStream stream) throws IOException {
    var bytes = stream.readNBytes(MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES) {
      throw new IOException(
          place + " has more than " + MOST_BYTES + " bytes: it is taken for no plan");
    }
    return bytes;
  }

  private String text(byte[] bytes) throws IOException {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new IOException(place + " is no text in UTF-8", e);
    }
  }

  /**
   * What S3 answered, and what can be done.
   *
   * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html">error
   *     codes</a>
   */
  private String refusal(AwsServiceException answer) {
    var details = Optional.ofNullable(answer.awsErrorDetails());
    var code = details.map(said -> said.errorCode()).orElse("");
    var message = details.map(said -> said.errorMessage()).orElse("");
    return "S3 does not give "
        + place
        + ": "
        + answer.statusCode()
        + " "
        + code
        + ": "
        + message
        + advice(code == null ? "" : code, message == null ? "" : message);
  }

  private String advice(String code, String message) {
    if (code.startsWith("KMS.") || message.contains("kms:")) {
      return "; it is encrypted with a key of KMS: allow kms:Decrypt with that, and see that it is"
          + " enabled";
    }
    switch (code) {
      case "AccessDenied":
        // https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html
        return "; allow s3:GetObject on it, and see that it is there: of what is not there S3 says"
            + " the same to whoever may not list the bucket";
      case "NoSuchBucket":
        return "; is the name of the bucket right?";
      case "PermanentRedirect":
      case "AuthorizationHeaderMalformed":
      case "IllegalLocationConstraintException":
        return "; the bucket lies in another region, and has to be in " + region;
      case "ExpiredToken":
      case "InvalidAccessKeyId":
      case "SignatureDoesNotMatch":
        return "; the credentials are not valid (any more)";
      default:
        return "";
    }
  }

  @Override
  public String toString() {
    return place;
  }
}

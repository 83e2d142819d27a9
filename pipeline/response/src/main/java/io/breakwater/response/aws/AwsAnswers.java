// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.aws;

import io.breakwater.response.http.Answers;
import io.breakwater.response.http.HttpAnswer;
import io.breakwater.response.targets.Outcome;
import io.breakwater.response.targets.PlainText;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** What a failure of the AWS SDK says of whether a request had its effect. */
public final class AwsAnswers {
  private static final int TOLD_CHARACTERS = 300;
  private static final int MOST_CAUSES = 10;

  /** Services of the JSON protocols answer these with 400. */
  private static final Set<String> NOT_LET_IN =
      Set.of(
          "AccessDenied",
          "AccessDeniedException",
          "ExpiredToken",
          "ExpiredTokenException",
          "IncompleteSignatureException",
          "InvalidClientTokenId",
          "InvalidSignatureException",
          "MissingAuthenticationTokenException",
          "SignatureDoesNotMatch",
          "UnrecognizedClientException");

  private AwsAnswers() {}

  /**
   * @param call what was called, for people
   */
  public static <T> Outcome<T> failed(String call, Throwable failure) {
    var cause = causeOf(failure);
    if (cause instanceof AwsServiceException) {
      return refusedBy(call, (AwsServiceException) cause);
    }
    var words = call + " failed: " + PlainText.line(cause.toString(), TOLD_CHARACTERS);
    return wasNotSent(cause) ? Outcome.notDone(words) : Outcome.unclear(words);
  }

  /** Whether the service itself has answered, and it is no matter of the way there. */
  public static boolean isAnswered(Throwable failure) {
    return causeOf(failure) instanceof AwsServiceException;
  }

  private static Throwable causeOf(Throwable failure) {
    return failure instanceof CompletionException && failure.getCause() != null
        ? failure.getCause()
        : failure;
  }

  private static <T> Outcome<T> refusedBy(String call, AwsServiceException failure) {
    var details = Optional.ofNullable(failure.awsErrorDetails());
    var code = details.map(said -> said.errorCode()).orElse("");
    var message = details.map(said -> said.errorMessage()).orElse("");
    int status = failure.statusCode();
    var words =
        call
            + " was answered "
            + status
            + ": "
            + PlainText.line(code + ": " + message, TOLD_CHARACTERS);
    if (status == 429 || failure.isThrottlingException() || code.equals("KMSThrottling")) {
      return Outcome.throttled(words, Answers.retryAfter(answerOf(failure)), true);
    }
    // What is to be called is not there, or a key of it cannot be used: so it is for everybody.
    if (status == 401
        || status == 403
        || status == 404
        || NOT_LET_IN.contains(code)
        || code.startsWith("KMS")) {
      return Outcome.notDone(words);
    }
    return status >= 500 || status == 408 || status == 0
        ? Outcome.unclear(words)
        : Outcome.refused(words);
  }

  private static HttpAnswer answerOf(AwsServiceException failure) {
    var wait =
        Optional.ofNullable(failure.awsErrorDetails())
            .flatMap(details -> Optional.ofNullable(details.sdkHttpResponse()))
            .flatMap(response -> response.firstMatchingHeader("Retry-After"));
    return new HttpAnswer(
        failure.statusCode(),
        wait.map(value -> Map.of("retry-after", value)).orElse(Map.of()),
        new byte[0]);
  }

  private static boolean wasNotSent(Throwable failure) {
    int causes = 0;
    for (var cause = failure; cause != null && causes < MOST_CAUSES; cause = cause.getCause()) {
      if (cause instanceof ConnectException || cause instanceof UnknownHostException) {
        return true;
      }
      causes++;
    }
    return false;
  }
}

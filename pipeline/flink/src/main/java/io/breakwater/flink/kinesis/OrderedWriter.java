// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink.kinesis;

import io.breakwater.flink.types.Output;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import org.apache.flink.api.connector.sink2.Sink.InitContext;
import org.apache.flink.connector.base.sink.throwable.FatalExceptionClassifier;
import org.apache.flink.connector.base.sink.writer.AsyncSinkWriter;
import org.apache.flink.connector.base.sink.writer.BufferedRequestState;
import org.apache.flink.connector.base.sink.writer.ElementConverter;
import org.apache.flink.connector.base.sink.writer.ResultHandler;
import org.apache.flink.connector.base.sink.writer.config.AsyncSinkWriterConfiguration;
import org.apache.flink.connector.kinesis.sink.KinesisStreamsConfigConstants;
import org.apache.flink.kinesis.shaded.org.apache.flink.connector.aws.util.AWSClientUtil;
import org.apache.flink.kinesis.shaded.org.apache.flink.connector.aws.util.AWSCredentialFatalExceptionClassifiers;
import org.apache.flink.kinesis.shaded.software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import org.apache.flink.kinesis.shaded.software.amazon.awssdk.services.kinesis.KinesisAsyncClient;
import org.apache.flink.kinesis.shaded.software.amazon.awssdk.services.kinesis.model.PutRecordsRequest;
import org.apache.flink.kinesis.shaded.software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import org.apache.flink.kinesis.shaded.software.amazon.awssdk.services.kinesis.model.PutRecordsResponse;
import org.apache.flink.kinesis.shaded.software.amazon.awssdk.services.kinesis.model.PutRecordsResultEntry;
import org.apache.flink.kinesis.shaded.software.amazon.awssdk.services.kinesis.model.ResourceNotFoundException;
import org.apache.flink.metrics.Counter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One task of an {@link OrderedSink}. */
final class OrderedWriter extends AsyncSinkWriter<Output, PutRecordsRequestEntry> {
  private static final Logger LOG = LoggerFactory.getLogger(OrderedWriter.class);

  /** What trying again does not mend: the job fails, and says why. */
  private static final FatalExceptionClassifier FATAL =
      FatalExceptionClassifier.createChain(
          FatalExceptionClassifier.withRootCauseOfType(
              ResourceNotFoundException.class,
              cause -> new IllegalStateException("there is no such stream", cause)),
          AWSCredentialFatalExceptionClassifiers.getInvalidCredentialsExceptionClassifier(),
          AWSCredentialFatalExceptionClassifiers.getSdkClientMisconfiguredExceptionClassifier());

  private final String stream;
  private final SdkAsyncHttpClient http;
  private final KinesisAsyncClient kinesis;
  private final Counter refused;

  @SuppressWarnings("deprecation") // Of InitContext: Flink 1.20 still hands it out.
  OrderedWriter(
      ElementConverter<Output, PutRecordsRequestEntry> converter,
      InitContext context,
      AsyncSinkWriterConfiguration configuration,
      Collection<BufferedRequestState<PutRecordsRequestEntry>> states,
      String stream,
      Properties client) {
    super(converter, context, configuration, states);
    this.stream = stream;
    this.refused = context.metricGroup().getNumRecordsOutErrorsCounter();
    this.http = AWSClientUtil.createAsyncHttpClient(client);
    this.kinesis =
        AWSClientUtil.createAwsAsyncClient(
            client,
            http,
            KinesisAsyncClient.builder(),
            KinesisStreamsConfigConstants.BASE_KINESIS_USER_AGENT_PREFIX_FORMAT,
            KinesisStreamsConfigConstants.KINESIS_CLIENT_USER_AGENT_PREFIX);
  }

  @Override
  protected void submitRequestEntries(
      List<PutRecordsRequestEntry> entries, ResultHandler<PutRecordsRequestEntry> result) {
    var request = PutRecordsRequest.builder().streamName(stream).records(entries).build();
    var unused =
        kinesis
            .putRecords(request)
            .whenComplete((response, failure) -> answered(response, failure, entries, result));
  }

  private void answered(
      PutRecordsResponse response,
      Throwable failure,
      List<PutRecordsRequestEntry> entries,
      ResultHandler<PutRecordsRequestEntry> result) {
    if (failure != null) {
      callFailed(failure, entries, result);
    } else if (response.failedRecordCount() > 0) {
      someRefused(response, entries, result);
    } else {
      result.complete();
    }
  }

  private void callFailed(
      Throwable failure,
      List<PutRecordsRequestEntry> entries,
      ResultHandler<PutRecordsRequestEntry> result) {
    refused.inc(entries.size());
    LOG.warn("stream {} took none of {} records", stream, entries.size(), failure);
    // True when none of them applies, whatever its name says; else it fails the job itself.
    if (FATAL.isFatal(failure, getFatalExceptionCons())) {
      result.retryForEntries(entries);
    }
  }

  private void someRefused(
      PutRecordsResponse response,
      List<PutRecordsRequestEntry> entries,
      ResultHandler<PutRecordsRequestEntry> result) {
    refused.inc(response.failedRecordCount());
    LOG.warn(
        "stream {} refused {} of {} records: {}",
        stream,
        response.failedRecordCount(),
        entries.size(),
        response.records().stream()
            .map(PutRecordsResultEntry::errorCode)
            .filter(code -> code != null)
            .findFirst()
            .orElse("no reason given"));
    result.retryForEntries(fromTheFirstRefused(entries, response.records()));
  }

  /** What was refused, and whatever came after it with the same key, taken or not. */
  static List<PutRecordsRequestEntry> fromTheFirstRefused(
      List<PutRecordsRequestEntry> entries, List<PutRecordsResultEntry> results) {
    var keys = new HashSet<String>();
    var again = new ArrayList<PutRecordsRequestEntry>();
    for (int i = 0; i < entries.size(); i++) {
      var entry = entries.get(i);
      if (results.get(i).errorCode() != null) {
        keys.add(entry.partitionKey());
      }
      if (keys.contains(entry.partitionKey())) {
        again.add(entry);
      }
    }
    return again;
  }

  @Override
  protected long getSizeInBytes(PutRecordsRequestEntry entry) {
    return entry.data().asByteArrayUnsafe().length;
  }

  @Override
  public void close() {
    AWSClientUtil.closeResources(http, kinesis);
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.console;

import io.breakwater.cli.Failure;
import io.breakwater.cli.send.Streams;
import io.breakwater.console.index.Index;
import io.breakwater.console.index.RecordStream;
import io.breakwater.console.web.feeds.DirectorySource;
import io.breakwater.console.web.feeds.Source;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** What {@code --source} names: a directory, or a Kinesis stream and what it has. */
sealed interface ChosenSource {
  /**
   * @param streams where streams of Kinesis are; null when none was chosen
   * @throws Failure when there is no such thing
   */
  Function<Index, Source> open(Streams streams);

  /** What a command has written, or writes. */
  record OfFiles(Path directory) implements ChosenSource {
    @Override
    public Function<Index, Source> open(Streams streams) {
      if (!Files.isDirectory(directory)) {
        throw new Failure("there is no directory " + directory);
      }
      return index -> new DirectorySource(index, directory);
    }
  }

  /** What a job writes. */
  record OfKinesis(RecordStream records, String stream) implements ChosenSource {
    @Override
    public Function<Index, Source> open(Streams streams) {
      return index -> new KinesisSource(index, records, streams.client(), stream);
    }
  }

  /** Reads {@code DIR}, {@code kinesis:exposures} or {@code kinesis:exposures=NAME}. */
  final class Converter implements ITypeConverter<ChosenSource> {
    private static final String KINESIS = "kinesis:";

    @Override
    public ChosenSource convert(String text) {
      if (!text.startsWith(KINESIS)) {
        return new OfFiles(Path.of(text));
      }
      var parts = text.substring(KINESIS.length()).split("=", 2);
      try {
        return new OfKinesis(RecordStream.of(parts[0]), parts[parts.length - 1]);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(
            "'"
                + text
                + "' has to be a directory, or kinesis:WHAT or kinesis:WHAT=NAME, where WHAT is "
                + Arrays.stream(RecordStream.values())
                    .map(RecordStream::id)
                    .collect(Collectors.joining(", ")));
      }
    }
  }
}

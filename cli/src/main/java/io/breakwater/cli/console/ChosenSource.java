// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.console;

import io.breakwater.cli.Failure;
import io.breakwater.cli.send.Streams;
import io.breakwater.console.feed.FileFeed;
import io.breakwater.console.feed.ReplacedFileException;
import io.breakwater.console.index.Index;
import io.breakwater.console.index.RecordStream;
import io.breakwater.console.web.feeds.DirectorySource;
import io.breakwater.console.web.feeds.Source;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Set;
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

  /** What there is of it now. */
  Set<RecordStream> has();

  /**
   * @throws io.breakwater.console.feed.ReplacedFileException when the index was made from another
   */
  void check(Index index);

  /**
   * Whether an index can go on with all of these.
   *
   * @throws IllegalArgumentException saying why it cannot
   */
  static void check(List<ChosenSource> sources, Index index) {
    var from = new EnumMap<RecordStream, ChosenSource>(RecordStream.class);
    for (var source : sources) {
      try {
        source.check(index);
      } catch (ReplacedFileException e) {
        throw new IllegalArgumentException(
            e.getMessage() + ": name another with --store, or none", e);
      }
      for (var stream : source.has()) {
        var other = from.put(stream, source);
        if (other != null) {
          throw new IllegalArgumentException(
              "%s come from %s and from %s: a store is made from one of each"
                  .formatted(stream.id(), other, source));
        }
      }
    }
  }

  /** What a command has written, or writes. */
  record OfFiles(Path directory) implements ChosenSource {
    @Override
    public Function<Index, Source> open(Streams streams) {
      if (!Files.isDirectory(directory)) {
        throw new Failure("there is no directory " + directory);
      }
      return index -> new DirectorySource(index, directory);
    }

    @Override
    public Set<RecordStream> has() {
      return FileFeed.streams(directory);
    }

    @Override
    public void check(Index index) {
      new FileFeed(index).check(directory);
    }

    @Override
    public String toString() {
      return directory.toString();
    }
  }

  /** What a job writes. */
  record OfKinesis(RecordStream records, String stream) implements ChosenSource {
    @Override
    public Function<Index, Source> open(Streams streams) {
      return index -> new KinesisSource(index, records, streams.client(), stream);
    }

    @Override
    public Set<RecordStream> has() {
      return Set.of(records);
    }

    @Override
    public void check(Index index) {
      // Whether a shard is known shows when it is read.
    }

    @Override
    public String toString() {
      return "kinesis:" + stream;
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

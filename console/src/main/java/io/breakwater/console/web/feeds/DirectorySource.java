// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.web.feeds;

import io.breakwater.console.feed.FileFeed;
import io.breakwater.console.index.Index;
import io.breakwater.console.index.RecordStream;
import java.nio.file.Path;
import java.util.Set;

/** The files that a command has written, or writes right now. */
public final class DirectorySource implements Source {
  private final FileFeed feed;
  private final Path directory;

  public DirectorySource(Index index, Path directory) {
    this.feed = new FileFeed(index);
    this.directory = directory;
  }

  @Override
  public String name() {
    return directory.toString();
  }

  @Override
  public Set<RecordStream> streams() {
    return FileFeed.streams(directory);
  }

  @Override
  public void takeAll() {
    feed.read(directory);
  }
}

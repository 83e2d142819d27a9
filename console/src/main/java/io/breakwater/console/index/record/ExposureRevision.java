// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index.record;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeSet;

/**
 * A record of the stream of exposures. A close has neither traits nor vulnerabilities nor sources
 * nor signals.
 *
 * @param traits sorted, each once
 * @param vulnerabilities by CVE, the worst first
 * @param sources the products behind it, sorted
 * @param signals how many there are behind it
 * @param owner whose the primary resource is; empty where nobody has said it
 * @param tags of the primary resource, as {@code name=value}, each once
 * @param firstSeen when the oldest of the findings behind it was first seen
 * @param lastSeen when the latest of the findings behind it was last updated
 * @param completed when the last of the contributing findings was first seen: from then on it could
 *     have been known
 */
public record ExposureRevision(
    Revision revision,
    List<Trait> traits,
    List<String> vulnerabilities,
    List<String> sources,
    int signals,
    String owner,
    List<String> tags,
    OptionalLong firstSeen,
    OptionalLong lastSeen,
    OptionalLong completed) {
  private static final String CONTRIBUTING = "Contributing Trait";

  public ExposureRevision {
    traits = List.copyOf(traits);
    vulnerabilities = List.copyOf(vulnerabilities);
    sources = List.copyOf(sources);
    tags = List.copyOf(tags);
  }

  public static ExposureRevision parse(byte[] bytes) throws BrokenRecordException {
    var record = Fields.in(bytes);
    return new ExposureRevision(
        Revision.of(record),
        traits(record),
        texts(record, "/vulnerabilities", "/cve/uid"),
        texts(record, "/finding_info/data_sources", "").stream().sorted().toList(),
        Math.max(0, record.number("/finding_info/related_events_count", 0)),
        Text.indexed(record.text("/resources/0/owner/name")),
        tags(record),
        record.optionalTime("/finding_info/first_seen_time"),
        record.optionalTime("/finding_info/last_seen_time"),
        completed(record));
  }

  private static List<Trait> traits(Fields record) {
    var traits = new TreeSet<Trait>();
    for (var trait : record.each("/finding_info/traits")) {
      var fields = Fields.of(trait);
      traits.add(
          new Trait(
              fields.text("/uid"),
              fields.text("/category"),
              fields.text("/name"),
              fields.text("/type").equals(CONTRIBUTING)));
    }
    return List.copyOf(traits);
  }

  private static List<String> tags(Fields record) {
    var tags = new LinkedHashSet<String>();
    for (var tag : record.each("/resources/0/tags")) {
      var fields = Fields.of(tag);
      tags.add(Text.indexed(fields.text("/name") + "=" + fields.text("/value")));
    }
    return List.copyOf(tags);
  }

  private static List<String> texts(Fields record, String list, String path) {
    var texts = new ArrayList<String>();
    for (var element : record.each(list)) {
      var text = Text.indexed(Fields.of(element).text(path));
      if (!text.isEmpty() && !texts.contains(text)) {
        texts.add(text);
      }
    }
    return texts;
  }

  private static OptionalLong completed(Fields record) {
    var latest = OptionalLong.empty();
    for (var event : record.each("/finding_info/related_events")) {
      var fields = Fields.of(event);
      var seen = fields.optionalTime("/first_seen_time");
      if (contributes(fields)
          && seen.isPresent()
          && seen.getAsLong() > latest.orElse(Long.MIN_VALUE)) {
        latest = seen;
      }
    }
    return latest;
  }

  private static boolean contributes(Fields event) {
    for (var trait : event.each("/traits")) {
      if (Fields.of(trait).text("/type").equals(CONTRIBUTING)) {
        return true;
      }
    }
    return false;
  }
}

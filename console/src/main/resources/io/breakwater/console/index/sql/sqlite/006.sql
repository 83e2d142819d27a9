-- Words that many exposures have stand apart from those of one: such a store is made again from the streams.
DELETE FROM position;
DELETE FROM outcome;
DELETE FROM heading;
DELETE FROM trait_set;
DELETE FROM exposure_trait;
DELETE FROM source_set;
DELETE FROM exposure_source;
DELETE FROM exposure;
DELETE FROM exposure_resource;
DELETE FROM exposure_vulnerability;
DELETE FROM exposure_tag;
DELETE FROM resource;
DELETE FROM forgotten;
DELETE FROM certificate;
DELETE FROM revision;
DELETE FROM ticket;
DELETE FROM report;
DELETE FROM dead_letter;
DELETE FROM broken;
DELETE FROM trend;
DELETE FROM duration;
DELETE FROM heard;
DELETE FROM action_answer;
DELETE FROM rule_answer;
DROP TABLE exposure_search;

-- The words of one exposure stand in the index only; how often and where a word stands does not matter. Short
-- beginnings stand there as well, as those of many words.
CREATE VIRTUAL TABLE exposure_search USING fts5 (
  words,
  content = '',
  contentless_delete = 1,
  detail = none,
  prefix = '1 2 3',
  tokenize = "ascii tokenchars '-_.:/@#'"
);

ALTER TABLE exposure ADD COLUMN kind_set BIGINT NOT NULL DEFAULT 0;

-- The words that resources of a kind are found by.
CREATE TABLE kind_set (
  id INTEGER PRIMARY KEY,
  digest TEXT NOT NULL UNIQUE
);

CREATE TABLE exposure_kind (
  set_id BIGINT NOT NULL,
  place INTEGER NOT NULL,
  word TEXT NOT NULL,
  PRIMARY KEY (set_id, place)
) WITHOUT ROWID;

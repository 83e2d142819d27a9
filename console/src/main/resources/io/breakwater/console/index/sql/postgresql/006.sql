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
DELETE FROM exposure_search;

ALTER TABLE exposure ADD COLUMN kind_set BIGINT NOT NULL DEFAULT 0;

-- The words that resources of a kind are found by.
CREATE TABLE kind_set (
  id BIGINT PRIMARY KEY,
  digest TEXT COLLATE "C" NOT NULL UNIQUE
);

CREATE TABLE exposure_kind (
  set_id BIGINT NOT NULL,
  place INTEGER NOT NULL,
  word TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (set_id, place)
);

-- More is kept than before, of what is there as well: such a store is made again from the streams.
DELETE FROM position;
DELETE FROM outcome;
DELETE FROM heading;
DELETE FROM trait_set;
DELETE FROM exposure_trait;
DELETE FROM exposure;
DELETE FROM exposure_resource;
DELETE FROM exposure_vulnerability;
DELETE FROM certificate;
DELETE FROM revision;
DELETE FROM ticket;
DELETE FROM report;
DELETE FROM dead_letter;
DELETE FROM broken;
DELETE FROM trend;
DELETE FROM duration;
DELETE FROM heard;
INSERT INTO exposure_search (exposure_search) VALUES ('delete-all');

ALTER TABLE exposure ADD COLUMN source_set BIGINT NOT NULL DEFAULT 0;
ALTER TABLE exposure ADD COLUMN signals INTEGER NOT NULL DEFAULT 0;
ALTER TABLE exposure ADD COLUMN owner TEXT NOT NULL DEFAULT '';
ALTER TABLE exposure ADD COLUMN ticket TEXT NOT NULL DEFAULT '';

CREATE TABLE source_set (
  id INTEGER PRIMARY KEY,
  digest TEXT NOT NULL UNIQUE
);

CREATE TABLE exposure_source (
  set_id BIGINT NOT NULL,
  place INTEGER NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (set_id, place)
) WITHOUT ROWID;

CREATE TABLE exposure_tag (
  exposure_id BIGINT NOT NULL,
  place INTEGER NOT NULL,
  tag TEXT NOT NULL,
  PRIMARY KEY (exposure_id, place)
) WITHOUT ROWID;
CREATE INDEX exposure_tag_by_tag ON exposure_tag (tag);

-- What has changed since one looked: each exposure and alert with the number of its last change.
CREATE TABLE counter (
  name TEXT NOT NULL PRIMARY KEY,
  value BIGINT NOT NULL
) WITHOUT ROWID;

ALTER TABLE exposure ADD COLUMN change_number BIGINT NOT NULL DEFAULT 0;
ALTER TABLE exposure ADD COLUMN change_what TEXT NOT NULL DEFAULT '';
CREATE INDEX exposure_by_change_number ON exposure (change_number);
ALTER TABLE certificate ADD COLUMN change_number BIGINT NOT NULL DEFAULT 0;
ALTER TABLE certificate ADD COLUMN change_what TEXT NOT NULL DEFAULT '';
CREATE INDEX certificate_by_change_number ON certificate (change_number);

-- Each resource that an exposure involves, with how many open ones do, by severity.
CREATE TABLE resource (
  uid TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  type TEXT NOT NULL,
  account TEXT NOT NULL,
  region TEXT NOT NULL,
  critical INTEGER NOT NULL,
  high INTEGER NOT NULL,
  medium INTEGER NOT NULL,
  low INTEGER NOT NULL,
  other INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX resource_by_exposures ON resource (critical DESC, high DESC, medium DESC, low DESC, other DESC, uid DESC);

-- What a certificate's line of time needs: absent where nobody has said it.
ALTER TABLE certificate ADD COLUMN exported INTEGER;
ALTER TABLE certificate ADD COLUMN validity_days INTEGER;
ALTER TABLE certificate ADD COLUMN renewal_days INTEGER;
ALTER TABLE certificate ADD COLUMN silent_since BIGINT;

-- What is kept of the output streams. Times are milliseconds since 1970; sequences are keys that sort as text.

CREATE TABLE position (
  stream TEXT NOT NULL,
  shard TEXT NOT NULL,
  sequence TEXT NOT NULL,
  PRIMARY KEY (stream, shard)
) WITHOUT ROWID;

CREATE TABLE outcome (
  stream TEXT NOT NULL,
  outcome TEXT NOT NULL,
  records BIGINT NOT NULL,
  PRIMARY KEY (stream, outcome)
) WITHOUT ROWID;

-- What many exposures have in common stands once.
CREATE TABLE heading (
  id INTEGER PRIMARY KEY,
  title TEXT NOT NULL,
  type TEXT NOT NULL,
  rule TEXT NOT NULL,
  UNIQUE (title, type, rule)
);

CREATE TABLE trait_set (
  id INTEGER PRIMARY KEY,
  digest TEXT NOT NULL UNIQUE
);

CREATE TABLE exposure_trait (
  set_id BIGINT NOT NULL,
  place INTEGER NOT NULL,
  uid TEXT NOT NULL,
  category TEXT NOT NULL,
  name TEXT NOT NULL,
  contributing INTEGER NOT NULL,
  PRIMARY KEY (set_id, place)
) WITHOUT ROWID;

CREATE TABLE exposure (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  revision_uid TEXT NOT NULL,
  open INTEGER NOT NULL,
  replay INTEGER NOT NULL,
  episode INTEGER NOT NULL,
  severity_id INTEGER NOT NULL,
  status_id INTEGER NOT NULL,
  heading_id BIGINT NOT NULL,
  trait_set BIGINT NOT NULL,
  account TEXT NOT NULL,
  region TEXT NOT NULL,
  resource_type TEXT NOT NULL,
  resource_uid TEXT NOT NULL,
  resource_name TEXT NOT NULL,
  latest TEXT NOT NULL,
  said TEXT NOT NULL,
  changed BIGINT NOT NULL,
  opened BIGINT NOT NULL,
  closed_after BIGINT,
  content BIGINT NOT NULL,
  revisions INTEGER NOT NULL
);

-- The first page, and what is counted most, with the severity beside it: answered by the index alone.
CREATE INDEX exposure_by_severity ON exposure (open, severity_id DESC, changed DESC, uid DESC);
CREATE INDEX exposure_by_heading ON exposure (open, heading_id, severity_id, changed);
CREATE INDEX exposure_by_account ON exposure (open, account, severity_id);
CREATE INDEX exposure_by_region ON exposure (open, region, severity_id);
CREATE INDEX exposure_by_resource_type ON exposure (open, resource_type, severity_id);
CREATE INDEX exposure_by_traits ON exposure (open, trait_set, severity_id);
CREATE INDEX exposure_by_status ON exposure (open, status_id, severity_id);
CREATE INDEX exposure_by_change ON exposure (open, changed);

CREATE TABLE exposure_resource (
  exposure_id BIGINT NOT NULL,
  place INTEGER NOT NULL,
  uid TEXT NOT NULL,
  name TEXT NOT NULL,
  type TEXT NOT NULL,
  role TEXT NOT NULL,
  PRIMARY KEY (exposure_id, place)
) WITHOUT ROWID;
CREATE INDEX exposure_resource_by_uid ON exposure_resource (uid);

CREATE TABLE exposure_vulnerability (
  exposure_id BIGINT NOT NULL,
  place INTEGER NOT NULL,
  cve TEXT NOT NULL,
  PRIMARY KEY (exposure_id, place)
) WITHOUT ROWID;
CREATE INDEX exposure_vulnerability_by_cve ON exposure_vulnerability (cve);

CREATE TABLE certificate (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  revision_uid TEXT NOT NULL,
  open INTEGER NOT NULL,
  replay INTEGER NOT NULL,
  episode INTEGER NOT NULL,
  severity_id INTEGER NOT NULL,
  status_id INTEGER NOT NULL,
  title TEXT NOT NULL,
  common_name TEXT NOT NULL,
  expires BIGINT,
  state TEXT NOT NULL,
  origin TEXT NOT NULL,
  in_use INTEGER NOT NULL,
  account TEXT NOT NULL,
  region TEXT NOT NULL,
  resource_uid TEXT NOT NULL,
  latest TEXT NOT NULL,
  said TEXT NOT NULL,
  changed BIGINT NOT NULL,
  opened BIGINT NOT NULL,
  closed_after BIGINT,
  revisions INTEGER NOT NULL
);
CREATE INDEX certificate_by_expiry ON certificate (open, expires);
CREATE INDEX certificate_by_change ON certificate (open, changed);

-- Every revision of exposures and alerts, those that are the state and those apart from it.
CREATE TABLE revision (
  uid TEXT NOT NULL,
  sequence TEXT NOT NULL,
  revision_uid TEXT NOT NULL,
  activity TEXT NOT NULL,
  time BIGINT NOT NULL,
  severity_id INTEGER NOT NULL,
  replay INTEGER NOT NULL,
  outcome TEXT NOT NULL,
  body BLOB NOT NULL,
  PRIMARY KEY (uid, sequence)
);

CREATE TABLE ticket (
  uid TEXT NOT NULL,
  target TEXT NOT NULL,
  kind TEXT NOT NULL,
  route TEXT NOT NULL,
  ticket TEXT NOT NULL,
  url TEXT NOT NULL,
  status TEXT NOT NULL,
  what TEXT NOT NULL,
  at BIGINT NOT NULL,
  latest TEXT NOT NULL,
  PRIMARY KEY (uid, target)
) WITHOUT ROWID;

CREATE TABLE report (
  uid TEXT NOT NULL,
  sequence TEXT NOT NULL,
  shard TEXT NOT NULL,
  kind TEXT NOT NULL,
  revision TEXT NOT NULL,
  what TEXT NOT NULL,
  only_said INTEGER NOT NULL,
  at BIGINT NOT NULL,
  target TEXT NOT NULL,
  route TEXT NOT NULL,
  ticket TEXT NOT NULL,
  url TEXT NOT NULL,
  status TEXT NOT NULL,
  detail TEXT NOT NULL,
  who TEXT NOT NULL,
  PRIMARY KEY (uid, sequence, shard)
);

CREATE TABLE dead_letter (
  number BIGINT NOT NULL,
  stream TEXT NOT NULL,
  id TEXT NOT NULL,
  chunk INTEGER NOT NULL,
  chunks INTEGER NOT NULL,
  reason TEXT NOT NULL,
  detail TEXT NOT NULL,
  version TEXT NOT NULL,
  origin TEXT NOT NULL,
  place TEXT NOT NULL,
  size BIGINT NOT NULL,
  raw BLOB NOT NULL,
  PRIMARY KEY (stream, id, chunk)
);
CREATE INDEX dead_letter_by_number ON dead_letter (number);

-- What the index itself could not read.
CREATE TABLE broken (
  number BIGINT NOT NULL,
  stream TEXT NOT NULL,
  shard TEXT NOT NULL,
  sequence TEXT NOT NULL,
  reason TEXT NOT NULL,
  detail TEXT NOT NULL,
  raw BLOB NOT NULL,
  PRIMARY KEY (stream, shard, sequence)
);
CREATE INDEX broken_by_number ON broken (number);

-- Sums by the hour since 1970: net is how many more are open.
CREATE TABLE trend (
  kind TEXT NOT NULL,
  hour BIGINT NOT NULL,
  severity_id INTEGER NOT NULL,
  opened BIGINT NOT NULL,
  closed BIGINT NOT NULL,
  net BIGINT NOT NULL,
  PRIMARY KEY (kind, hour, severity_id)
) WITHOUT ROWID;

-- How often something took how long, by the day since 1970.
CREATE TABLE duration (
  kind TEXT NOT NULL,
  measure TEXT NOT NULL,
  day BIGINT NOT NULL,
  severity_id INTEGER NOT NULL,
  bucket INTEGER NOT NULL,
  times BIGINT NOT NULL,
  PRIMARY KEY (kind, measure, day, severity_id, bucket)
) WITHOUT ROWID;

CREATE TABLE heard (
  account TEXT NOT NULL,
  region TEXT NOT NULL,
  source TEXT NOT NULL,
  earliest BIGINT NOT NULL,
  latest BIGINT NOT NULL,
  PRIMARY KEY (account, region, source)
) WITHOUT ROWID;

-- The words stand in the index only; how often and where a word stands does not matter.
CREATE VIRTUAL TABLE exposure_search USING fts5 (
  words,
  content = '',
  contentless_delete = 1,
  detail = none,
  tokenize = "ascii tokenchars '-_.:/@#'"
);

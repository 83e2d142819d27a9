-- What is kept of the output streams. Times are milliseconds since 1970; sequences are keys that sort as text.

CREATE TABLE position (
  stream TEXT COLLATE "C" NOT NULL,
  shard TEXT COLLATE "C" NOT NULL,
  sequence TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (stream, shard)
);

CREATE TABLE outcome (
  stream TEXT COLLATE "C" NOT NULL,
  outcome TEXT COLLATE "C" NOT NULL,
  records BIGINT NOT NULL,
  PRIMARY KEY (stream, outcome)
);

-- What many exposures have in common stands once.
CREATE TABLE heading (
  id BIGINT PRIMARY KEY,
  title TEXT COLLATE "C" NOT NULL,
  type TEXT COLLATE "C" NOT NULL,
  rule TEXT COLLATE "C" NOT NULL,
  UNIQUE (title, type, rule)
);

CREATE TABLE trait_set (
  id BIGINT PRIMARY KEY,
  digest TEXT COLLATE "C" NOT NULL UNIQUE
);

CREATE TABLE exposure_trait (
  set_id BIGINT NOT NULL,
  place INTEGER NOT NULL,
  uid TEXT COLLATE "C" NOT NULL,
  category TEXT COLLATE "C" NOT NULL,
  name TEXT COLLATE "C" NOT NULL,
  contributing INTEGER NOT NULL,
  PRIMARY KEY (set_id, place)
);

CREATE TABLE exposure (
  id BIGINT PRIMARY KEY,
  uid TEXT COLLATE "C" NOT NULL UNIQUE,
  revision_uid TEXT COLLATE "C" NOT NULL,
  open INTEGER NOT NULL,
  replay INTEGER NOT NULL,
  episode INTEGER NOT NULL,
  severity_id INTEGER NOT NULL,
  status_id INTEGER NOT NULL,
  heading_id BIGINT NOT NULL,
  trait_set BIGINT NOT NULL,
  account TEXT COLLATE "C" NOT NULL,
  region TEXT COLLATE "C" NOT NULL,
  resource_type TEXT COLLATE "C" NOT NULL,
  resource_uid TEXT COLLATE "C" NOT NULL,
  resource_name TEXT COLLATE "C" NOT NULL,
  latest TEXT COLLATE "C" NOT NULL,
  said TEXT COLLATE "C" NOT NULL,
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
  uid TEXT COLLATE "C" NOT NULL,
  name TEXT COLLATE "C" NOT NULL,
  type TEXT COLLATE "C" NOT NULL,
  role TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (exposure_id, place)
);
CREATE INDEX exposure_resource_by_uid ON exposure_resource (uid);

CREATE TABLE exposure_vulnerability (
  exposure_id BIGINT NOT NULL,
  place INTEGER NOT NULL,
  cve TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (exposure_id, place)
);
CREATE INDEX exposure_vulnerability_by_cve ON exposure_vulnerability (cve);

CREATE TABLE certificate (
  id BIGINT PRIMARY KEY,
  uid TEXT COLLATE "C" NOT NULL UNIQUE,
  revision_uid TEXT COLLATE "C" NOT NULL,
  open INTEGER NOT NULL,
  replay INTEGER NOT NULL,
  episode INTEGER NOT NULL,
  severity_id INTEGER NOT NULL,
  status_id INTEGER NOT NULL,
  title TEXT COLLATE "C" NOT NULL,
  common_name TEXT COLLATE "C" NOT NULL,
  expires BIGINT,
  state TEXT COLLATE "C" NOT NULL,
  origin TEXT COLLATE "C" NOT NULL,
  in_use INTEGER NOT NULL,
  account TEXT COLLATE "C" NOT NULL,
  region TEXT COLLATE "C" NOT NULL,
  resource_uid TEXT COLLATE "C" NOT NULL,
  latest TEXT COLLATE "C" NOT NULL,
  said TEXT COLLATE "C" NOT NULL,
  changed BIGINT NOT NULL,
  opened BIGINT NOT NULL,
  closed_after BIGINT,
  revisions INTEGER NOT NULL
);
CREATE INDEX certificate_by_expiry ON certificate (open, expires);
CREATE INDEX certificate_by_change ON certificate (open, changed);

-- Every revision of exposures and alerts, those that are the state and those apart from it.
CREATE TABLE revision (
  uid TEXT COLLATE "C" NOT NULL,
  sequence TEXT COLLATE "C" NOT NULL,
  revision_uid TEXT COLLATE "C" NOT NULL,
  activity TEXT COLLATE "C" NOT NULL,
  time BIGINT NOT NULL,
  severity_id INTEGER NOT NULL,
  replay INTEGER NOT NULL,
  outcome TEXT COLLATE "C" NOT NULL,
  body BYTEA NOT NULL,
  PRIMARY KEY (uid, sequence)
);

CREATE TABLE ticket (
  uid TEXT COLLATE "C" NOT NULL,
  target TEXT COLLATE "C" NOT NULL,
  kind TEXT COLLATE "C" NOT NULL,
  route TEXT COLLATE "C" NOT NULL,
  ticket TEXT COLLATE "C" NOT NULL,
  url TEXT COLLATE "C" NOT NULL,
  status TEXT COLLATE "C" NOT NULL,
  what TEXT COLLATE "C" NOT NULL,
  at BIGINT NOT NULL,
  latest TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (uid, target)
);

CREATE TABLE report (
  uid TEXT COLLATE "C" NOT NULL,
  sequence TEXT COLLATE "C" NOT NULL,
  shard TEXT COLLATE "C" NOT NULL,
  kind TEXT COLLATE "C" NOT NULL,
  revision TEXT COLLATE "C" NOT NULL,
  what TEXT COLLATE "C" NOT NULL,
  only_said INTEGER NOT NULL,
  at BIGINT NOT NULL,
  target TEXT COLLATE "C" NOT NULL,
  route TEXT COLLATE "C" NOT NULL,
  ticket TEXT COLLATE "C" NOT NULL,
  url TEXT COLLATE "C" NOT NULL,
  status TEXT COLLATE "C" NOT NULL,
  detail TEXT COLLATE "C" NOT NULL,
  who TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (uid, sequence, shard)
);

CREATE TABLE dead_letter (
  number BIGINT NOT NULL,
  stream TEXT COLLATE "C" NOT NULL,
  id TEXT COLLATE "C" NOT NULL,
  chunk INTEGER NOT NULL,
  chunks INTEGER NOT NULL,
  reason TEXT COLLATE "C" NOT NULL,
  detail TEXT COLLATE "C" NOT NULL,
  version TEXT COLLATE "C" NOT NULL,
  origin TEXT COLLATE "C" NOT NULL,
  place TEXT COLLATE "C" NOT NULL,
  size BIGINT NOT NULL,
  raw BYTEA NOT NULL,
  PRIMARY KEY (stream, id, chunk)
);
CREATE INDEX dead_letter_by_number ON dead_letter (number);

-- What the index itself could not read.
CREATE TABLE broken (
  number BIGINT NOT NULL,
  stream TEXT COLLATE "C" NOT NULL,
  shard TEXT COLLATE "C" NOT NULL,
  sequence TEXT COLLATE "C" NOT NULL,
  reason TEXT COLLATE "C" NOT NULL,
  detail TEXT COLLATE "C" NOT NULL,
  raw BYTEA NOT NULL,
  PRIMARY KEY (stream, shard, sequence)
);
CREATE INDEX broken_by_number ON broken (number);

-- Sums by the hour since 1970: net is how many more are open.
CREATE TABLE trend (
  kind TEXT COLLATE "C" NOT NULL,
  hour BIGINT NOT NULL,
  severity_id INTEGER NOT NULL,
  opened BIGINT NOT NULL,
  closed BIGINT NOT NULL,
  net BIGINT NOT NULL,
  PRIMARY KEY (kind, hour, severity_id)
);

-- How often something took how long, by the day since 1970.
CREATE TABLE duration (
  kind TEXT COLLATE "C" NOT NULL,
  measure TEXT COLLATE "C" NOT NULL,
  day BIGINT NOT NULL,
  severity_id INTEGER NOT NULL,
  bucket INTEGER NOT NULL,
  times BIGINT NOT NULL,
  PRIMARY KEY (kind, measure, day, severity_id, bucket)
);

CREATE TABLE heard (
  account TEXT COLLATE "C" NOT NULL,
  region TEXT COLLATE "C" NOT NULL,
  source TEXT COLLATE "C" NOT NULL,
  earliest BIGINT NOT NULL,
  latest BIGINT NOT NULL,
  PRIMARY KEY (account, region, source)
);

CREATE TABLE exposure_search (
  exposure_id BIGINT PRIMARY KEY,
  words TSVECTOR NOT NULL
);
CREATE INDEX exposure_search_by_word ON exposure_search USING gin (words);

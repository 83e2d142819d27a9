-- What the correlation job made of actions and of updates of rules.
CREATE TABLE action_answer (
  uid TEXT COLLATE "C" NOT NULL PRIMARY KEY,
  action TEXT COLLATE "C" NOT NULL,
  kind TEXT COLLATE "C" NOT NULL,
  exposure TEXT COLLATE "C" NOT NULL,
  who TEXT COLLATE "C" NOT NULL,
  outcome TEXT COLLATE "C" NOT NULL,
  at BIGINT NOT NULL,
  reason TEXT COLLATE "C" NOT NULL
);
CREATE INDEX action_answer_by_exposure ON action_answer (exposure, at DESC, uid DESC);
CREATE INDEX action_answer_by_time ON action_answer (at DESC, uid DESC);

CREATE TABLE rule_answer (
  uid TEXT COLLATE "C" NOT NULL PRIMARY KEY,
  update_id TEXT COLLATE "C" NOT NULL,
  kind TEXT COLLATE "C" NOT NULL,
  version TEXT COLLATE "C" NOT NULL,
  outcome TEXT COLLATE "C" NOT NULL,
  at BIGINT NOT NULL,
  detail TEXT COLLATE "C" NOT NULL
);
CREATE INDEX rule_answer_by_time ON rule_answer (at DESC, uid DESC);

-- What the correlation job made of actions and of updates of rules.
CREATE TABLE action_answer (
  uid TEXT NOT NULL PRIMARY KEY,
  action TEXT NOT NULL,
  kind TEXT NOT NULL,
  exposure TEXT NOT NULL,
  who TEXT NOT NULL,
  outcome TEXT NOT NULL,
  at BIGINT NOT NULL,
  reason TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX action_answer_by_exposure ON action_answer (exposure, at DESC, uid DESC);
CREATE INDEX action_answer_by_time ON action_answer (at DESC, uid DESC);

CREATE TABLE rule_answer (
  uid TEXT NOT NULL PRIMARY KEY,
  update_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  version TEXT NOT NULL,
  outcome TEXT NOT NULL,
  at BIGINT NOT NULL,
  detail TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX rule_answer_by_time ON rule_answer (at DESC, uid DESC);

-- The resources of an account or of a type, the most exposed first.
CREATE INDEX resource_by_account ON resource (account, critical DESC, high DESC, medium DESC, low DESC, other DESC, uid DESC);
CREATE INDEX resource_by_type ON resource (type, critical DESC, high DESC, medium DESC, low DESC, other DESC, uid DESC);

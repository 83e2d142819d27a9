-- Exposures are counted, filtered and ordered in memory: no index is needed for it.
DROP INDEX exposure_by_severity;
DROP INDEX exposure_by_heading;
DROP INDEX exposure_by_account;
DROP INDEX exposure_by_region;
DROP INDEX exposure_by_resource_type;
DROP INDEX exposure_by_traits;
DROP INDEX exposure_by_status;

-- Which exposures are not there any more, by the number of the change with which they went; the latest only.
CREATE TABLE forgotten (
  number BIGINT NOT NULL,
  exposure_id BIGINT NOT NULL,
  PRIMARY KEY (number, exposure_id)
);

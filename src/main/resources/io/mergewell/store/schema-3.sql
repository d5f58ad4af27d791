-- Version 3. What people decided.

-- Reviews that were handed in, by the digest of the file.
CREATE TABLE IF NOT EXISTS mergewell_review (
    job_id BIGINT NOT NULL,
    sha256 VARCHAR(64) NOT NULL,
    plan_id VARCHAR(80) NOT NULL,
    handed_in_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    PRIMARY KEY (job_id, sha256)
);

-- The last decision on each pair as it was proposed; the survivor is empty for a record that holds nothing.
CREATE TABLE IF NOT EXISTS mergewell_decision (
    job_id BIGINT NOT NULL,
    survivor_id VARCHAR(200) NOT NULL,
    duplicate_id VARCHAR(200) NOT NULL,
    kind VARCHAR(20) NOT NULL,
    reviewer VARCHAR NOT NULL,
    note VARCHAR NOT NULL,
    decided_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    plan_id VARCHAR(80) NOT NULL,
    row_key VARCHAR(80) NOT NULL,
    evidence VARCHAR(64) NOT NULL,
    PRIMARY KEY (job_id, survivor_id, duplicate_id)
);

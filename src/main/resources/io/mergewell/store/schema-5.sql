-- Version 5. What was brought back of rows that had been applied.

CREATE TABLE IF NOT EXISTS mergewell_restored (
    job_id BIGINT NOT NULL,
    row_key VARCHAR(80) NOT NULL,
    applied_by VARCHAR(40) NOT NULL,
    new_id VARCHAR(200),
    state VARCHAR(20) NOT NULL,
    reason VARCHAR NOT NULL,
    reconciled BOOLEAN NOT NULL,
    restored_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    restored_by VARCHAR(40) NOT NULL,
    PRIMARY KEY (job_id, row_key)
);

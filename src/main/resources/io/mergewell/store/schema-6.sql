-- Version 6. Which file plans were made of, where persons come from files: SHA-256 of its bytes. The line with an empty
-- plan_id is of the mirror, the line 'copy' of the newest cleaned copy.

CREATE TABLE IF NOT EXISTS mergewell_input (
    job_id BIGINT NOT NULL,
    plan_id VARCHAR(80) NOT NULL,
    digest VARCHAR(64) NOT NULL,
    PRIMARY KEY (job_id, plan_id)
);

-- Version 8. Whom people asked to be erased, by id alone, so that nothing brings them back; and the rows of plans that
-- went with them.

CREATE TABLE IF NOT EXISTS mergewell_forgotten (
    job_id BIGINT NOT NULL,
    person_id VARCHAR(200) NOT NULL,
    forgotten_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    PRIMARY KEY (job_id, person_id)
);

CREATE TABLE IF NOT EXISTS mergewell_forgotten_row (
    job_id BIGINT NOT NULL,
    plan_id VARCHAR(80) NOT NULL,
    row_key VARCHAR(80) NOT NULL,
    PRIMARY KEY (job_id, plan_id, row_key)
);

-- Version 9. What people call what the mirror holds by number: fields, their options, labels, owners, organisations. For
-- showing only, and gone with the mirror.

CREATE TABLE IF NOT EXISTS mergewell_term (
    job_id BIGINT NOT NULL,
    kind VARCHAR(20) NOT NULL,
    field VARCHAR(200) NOT NULL,
    code VARCHAR(200) NOT NULL,
    name VARCHAR(200) NOT NULL,
    PRIMARY KEY (job_id, kind, field, code)
);

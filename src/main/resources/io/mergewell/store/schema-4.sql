-- Version 4. The ledger: what was approved, what was sent to the CRM, and what became of it.

-- The groups that rows were approved of, as they were planned: a plan may be forgotten before its last row is settled.
CREATE TABLE IF NOT EXISTS mergewell_ledger_group (
    job_id BIGINT NOT NULL,
    plan_id VARCHAR(80) NOT NULL,
    group_id VARCHAR(80) NOT NULL,
    part INT NOT NULL,
    planned VARCHAR NOT NULL,
    PRIMARY KEY (job_id, plan_id, group_id, part)
);

CREATE TABLE IF NOT EXISTS mergewell_ledger_row (
    job_id BIGINT NOT NULL,
    row_key VARCHAR(80) NOT NULL,
    place BIGINT NOT NULL,
    plan_id VARCHAR(80) NOT NULL,
    group_id VARCHAR(80) NOT NULL,
    kind VARCHAR(20) NOT NULL,
    absorbed_id VARCHAR(200) NOT NULL,
    survivor_id VARCHAR(200),
    state VARCHAR(20) NOT NULL,
    reason VARCHAR NOT NULL,
    reconciled BOOLEAN NOT NULL,
    reviewer VARCHAR NOT NULL,
    note VARCHAR NOT NULL,
    approved_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    settled_at TIMESTAMP(6) WITH TIME ZONE,
    settled_by VARCHAR(40),
    PRIMARY KEY (job_id, row_key)
);

CREATE INDEX IF NOT EXISTS mergewell_ledger_row_group ON mergewell_ledger_row (job_id, plan_id, group_id);
CREATE INDEX IF NOT EXISTS mergewell_ledger_row_survivor ON mergewell_ledger_row (job_id, survivor_id);
CREATE INDEX IF NOT EXISTS mergewell_ledger_row_place ON mergewell_ledger_row (job_id, state, place);

-- One line for each write that was, or may have been, sent: written before it is sent.
CREATE TABLE IF NOT EXISTS mergewell_effect (
    job_id BIGINT NOT NULL,
    seq BIGINT NOT NULL,
    row_key VARCHAR(80) NOT NULL,
    kind VARCHAR(20) NOT NULL,
    person_id VARCHAR(200) NOT NULL,
    fields VARCHAR NOT NULL,
    links VARCHAR NOT NULL,
    state VARCHAR(20) NOT NULL,
    reason VARCHAR NOT NULL,
    run_id VARCHAR(40) NOT NULL,
    calendar_day VARCHAR(10) NOT NULL,
    intended_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    settled_at TIMESTAMP(6) WITH TIME ZONE,
    PRIMARY KEY (job_id, seq)
);

CREATE INDEX IF NOT EXISTS mergewell_effect_row ON mergewell_effect (job_id, row_key);
CREATE INDEX IF NOT EXISTS mergewell_effect_day ON mergewell_effect (job_id, calendar_day);

-- Tokens of the CRM's budget that apply took on a day.
CREATE TABLE IF NOT EXISTS mergewell_spent (
    job_id BIGINT NOT NULL,
    calendar_day VARCHAR(10) NOT NULL,
    tokens BIGINT NOT NULL,
    PRIMARY KEY (job_id, calendar_day)
);

-- Where merged records went: each to the one it was merged into, which may have gone on from there.
CREATE TABLE IF NOT EXISTS mergewell_crosswalk (
    job_id BIGINT NOT NULL,
    old_id VARCHAR(200) NOT NULL,
    new_id VARCHAR(200) NOT NULL,
    merged_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    run_id VARCHAR(40) NOT NULL,
    PRIMARY KEY (job_id, old_id)
);

-- Version 7. What follows a merge asks for one person on either side of a pair, and what precedes it for the updates of
-- one person; without these it read every pair and every write.

CREATE INDEX IF NOT EXISTS mergewell_decision_duplicate ON mergewell_decision (job_id, duplicate_id);
CREATE INDEX IF NOT EXISTS mergewell_kept_apart_second ON mergewell_kept_apart (job_id, second_id);
CREATE INDEX IF NOT EXISTS mergewell_effect_person ON mergewell_effect (job_id, person_id);

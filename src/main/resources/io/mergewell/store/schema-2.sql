-- Version 2. Which system a job's store was filled from, and by which job file; null before the next run.

ALTER TABLE mergewell_job ADD COLUMN IF NOT EXISTS source VARCHAR;
ALTER TABLE mergewell_job ADD COLUMN IF NOT EXISTS job_file VARCHAR;

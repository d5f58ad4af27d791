package io.mergewell.apply.act;

/** The first merge of a job's life did not keep what was promised, so that no second one is sent by this run. */
public final class CanaryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CanaryException(String shortfall) {
        super("The first merge of this job did not keep what the report promised, so the run stopped after it. "
                + shortfall + " snapshots.jsonl has both persons as they were. Mend the survivor in the CRM; the next"
                + " run begins with one merge again.");
    }
}

// What was decided, and how to take it back.

const DECISIONS = ['APPROVE', 'REJECT', 'HOLD', 'NOT_DUPLICATE'];

const SAID = { APPROVE: 'approved', REJECT: 'rejected', HOLD: 'on hold', NOT_DUPLICATE: 'not a duplicate' };

const MOST_STEPS = 1000;

/** Decisions on the rows of a plan. Whoever listens hears which groups changed. */
class Decisions {
  constructor(plan) {
    this.plan = plan;
    this.reviewer = '';
    this.changedSinceExport = false;
    this.listeners = [];
    this.forget();
  }

  /** Back to how the plan came. */
  forget() {
    this.rows = new Map();
    this.survivors = new Map();
    this.steps = [];
  }

  /** What stands in a row: its decision, or '', its note, and who is answerable for it. */
  of(row) {
    const mine = this.rows.get(row.key);
    return mine ? { ...mine, reviewer: this.reviewer } : row;
  }

  survivorOf(group) {
    return this.survivors.get(group.id) ?? group.taken ?? group.survivor;
  }

  isOverridden(group) {
    return this.survivors.has(group.id) || group.taken !== null;
  }

  /** Whether there is anything that the page did not bring along. */
  get any() {
    return this.rows.size > 0 || this.survivors.size > 0;
  }

  /**
   * Decides on rows of one group; '' takes the decision back.
   * Returns sentences on what was not decided, and what else had to change.
   */
  decide(group, rows, decision) {
    const refused = rows.map((row) => refusal(row, decision)).filter((sentence) => sentence);
    const allowed = rows.filter((row) => !refusal(row, decision));
    if (allowed.length === 0) {
      return distinct(refused);
    }
    const sentences = distinct(refused);
    this.change([group], () => {
      allowed.forEach((row) => this.rows.set(row.key, { decision, note: this.of(row).note }));
      const survivor = this.survivors.get(group.id);
      if (['REJECT', 'NOT_DUPLICATE'].includes(decision) && allowed.some((row) => row.duplicate === survivor)) {
        this.survivors.delete(group.id);
        sentences.push('The planned survivor is back: the one you chose is no longer part of the group.');
      }
    });
    return sentences;
  }

  /** Takes one member out of a group and approves the others that can be. */
  drop(row, decision) {
    const others = row.group.rows.filter((other) => other !== row && other.isOpen);
    this.change([row.group], () => {
      this.rows.set(row.key, { decision, note: this.of(row).note });
      others.forEach((other) => this.rows.set(other.key, { decision: 'APPROVE', note: this.of(other).note }));
      if (this.survivors.get(row.group.id) === row.duplicate) {
        this.survivors.delete(row.group.id);
      }
    });
  }

  /** Lets another member survive. Returns a sentence if that cannot be, else null. */
  survive(group, id) {
    const own = group.rows.find((row) => row.duplicate === id);
    if (!group.mayOverride) {
      return 'Here nobody else can survive: the group has no survivor to override, cannot be merged by Mergewell, or was'
        + ' handed in before.';
    }
    if (own && ['REJECT', 'NOT_DUPLICATE'].includes(this.of(own).decision)) {
      return 'You decided that this record is not to be merged: take that back before it can survive.';
    }
    this.change([group], () => {
      if (id === group.survivor) {
        this.survivors.delete(group.id);
      } else {
        this.survivors.set(group.id, id);
      }
    });
    return null;
  }

  note(row, note) {
    if (note !== this.of(row).note) {
      this.change([row.group], () => this.rows.set(row.key, { decision: this.of(row).decision, note }));
    }
  }

  signAs(reviewer) {
    this.reviewer = reviewer;
    this.changedSinceExport ||= this.any;
    this.tell([]);
  }

  /** Changes groups in one step that can be undone. */
  change(groups, task) {
    this.steps.push(groups.map((group) => this.snapshot(group)));
    if (this.steps.length > MOST_STEPS) {
      this.steps.shift();
    }
    task();
    this.changedSinceExport = true;
    this.tell(groups);
  }

  /** Takes the last step back. Returns the groups that changed, none if there was no step. */
  undo() {
    const step = this.steps.pop() ?? [];
    step.forEach((before) => {
      restore(this.survivors, before.group.id, before.survivor);
      before.rows.forEach(([key, value]) => restore(this.rows, key, value));
    });
    const groups = step.map((before) => before.group);
    if (groups.length > 0) {
      this.changedSinceExport = true;
      this.tell(groups);
    }
    return groups;
  }

  snapshot(group) {
    const rows = group.rows.map((row) => [row.key, this.rows.get(row.key)]);
    return { group, survivor: this.survivors.get(group.id), rows };
  }

  /** How many rows say what; those that only people can carry out wait for nobody, and nothing becomes of the erased. */
  counts() {
    const counts = { APPROVE: 0, REJECT: 0, HOLD: 0, NOT_DUPLICATE: 0, left: 0, reading: 0, erased: 0, outcomes: new Map() };
    for (const row of this.plan.groups.flatMap((group) => group.rows)) {
      const word = row.outcome?.word;
      if (row.group.erased) {
        counts.erased++;
      } else if (word) {
        counts.outcomes.set(word, (counts.outcomes.get(word) ?? 0) + 1);
      } else {
        counts[this.of(row).decision || (row.action === 'NONE' ? 'reading' : 'left')]++;
      }
    }
    return counts;
  }

  /** Whether saving would tell apply anything: a decision, a note, another survivor. */
  get says() {
    return this.survivors.size > 0
      || this.plan.groups.some((group) => group.rows.some((row) => this.of(row).decision || this.of(row).note));
  }

  isLeft(group) {
    return !group.erased && group.rows.some((row) => row.isOpen && !this.of(row).decision);
  }

  isDecided(group) {
    return group.rows.some((row) => this.of(row).decision);
  }

  onChange(listener) {
    this.listeners.push(listener);
  }

  tell(groups) {
    this.listeners.forEach((listener) => listener(groups));
  }
}

function restore(map, key, value) {
  if (value === undefined) {
    map.delete(key);
  } else {
    map.set(key, value);
  }
}

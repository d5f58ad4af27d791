// Keeps decisions in the browser, so that a page that was closed goes on where it was.

const MEMORY = 'mergewell.review.';

/** Remembers decisions under the plan's id. Where the browser keeps nothing, all else works. */
class Memory {
  constructor(decisions) {
    this.decisions = decisions;
    this.key = MEMORY + decisions.plan.plan;
    this.storage = usableStorage();
    this.letGo();
    this.soon = later(() => this.save(), 100);
  }

  /** A sentence if nothing can be kept, else null. */
  get trouble() {
    return this.storage
      ? null
      : 'This browser keeps nothing for this page: your decisions last only until it is closed, so save review.csv before.';
  }

  /** Takes over what was decided earlier, and goes on remembering. */
  start() {
    if (!this.storage) {
      return;
    }
    this.take(this.storage.getItem(this.key));
    this.decisions.onChange(() => this.soon());
    addEventListener('pagehide', () => this.save());
    addEventListener('storage', (event) => {
      if (event.key === this.key && event.newValue) {
        this.take(event.newValue);
        this.decisions.tell(this.decisions.plan.groups);
        say('Decisions made in another window were taken over.');
      }
    });
  }

  /** What another page of the plan holds on rows that are done here. */
  letGo() {
    this.otherRows = [];
    this.otherSurvivors = [];
  }

  save() {
    const { decisions } = this;
    const text = JSON.stringify({
      reviewer: decisions.reviewer,
      unsaved: decisions.changedSinceExport,
      rows: inOrder([...this.otherRows, ...[...decisions.rows].map(([key, mine]) => [key, mine.decision, mine.note])]),
      survivors: inOrder([...this.otherSurvivors, ...decisions.survivors]),
    });
    // What another window decided is not to be overwritten with the same, or it would come back and forth.
    if (text === this.known) {
      return;
    }
    try {
      this.storage.setItem(this.key, text);
      this.known = text;
    } catch {
      say('The browser has no room left for your decisions: save review.csv before you close the page.');
    }
  }

  /** What does not fit this plan is left out. */
  take(text) {
    const { decisions } = this;
    this.letGo();
    try {
      const kept = JSON.parse(text) ?? {};
      decisions.forget();
      decisions.reviewer = typeof kept.reviewer === 'string' ? kept.reviewer : '';
      decisions.changedSinceExport = kept.unsaved === true;
      (kept.rows ?? []).forEach(([key, decision, note]) => {
        const row = decisions.plan.byKey.get(key);
        const isWord = decision === '' || DECISIONS.includes(decision);
        if (row?.outcome) {
          this.otherRows.push([key, decision, note]);
        } else if (row && isWord && !refusal(row, decision)) {
          decisions.rows.set(key, { decision, note: String(note ?? '') });
        }
      });
      const groups = new Map(decisions.plan.groups.map((group) => [group.id, group]));
      (kept.survivors ?? []).forEach(([id, survivor]) => {
        const group = groups.get(id);
        if (group?.rows.some((row) => row.outcome)) {
          this.otherSurvivors.push([id, survivor]);
        } else if (group?.mayOverride && group.members.some((member) => member.id === survivor)) {
          decisions.survivors.set(id, survivor);
        }
      });
      this.known = text;
    } catch {
      decisions.forget();
    }
  }
}

/** The same content is the same text, in whatever page of the plan. */
function inOrder(pairs) {
  return pairs.sort(([one], [other]) => (one < other ? -1 : 1));
}

/** The browser's storage if it can be written to, else null. */
function usableStorage() {
  try {
    const storage = window.localStorage;
    storage.setItem(MEMORY + 'probe', '1');
    storage.removeItem(MEMORY + 'probe');
    return storage;
  } catch {
    return null;
  }
}

// Decisions out of the page and into it, as review.csv.

/** Lets the browser save review.csv, and says what to do with it. */
function exportReview(decisions) {
  if (!decisions.says) {
    say(decisions.plan.applied
      ? 'Nothing is decided here that was not handed in before, so there is nothing to save.'
      : 'Nothing is decided yet, so there is nothing to save: a file without decisions would do nothing.');
    return;
  }
  const url = URL.createObjectURL(new Blob([reviewCsv(decisions)], { type: 'text/csv' }));
  make('a', { href: url, download: 'review.csv' }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
  decisions.changedSinceExport = false;
  decisions.tell([]);
  say('Saved as review.csv, where your browser keeps what it saves. ' + nextStep(decisions));
}

function nextStep(decisions) {
  const { apply, remember } = decisions.plan;
  const unsigned = decisions.any && !decisions.reviewer ? ' It is not signed: write your name above to sign it.' : '';
  return (apply
    ? `To apply it, put it where Mergewell runs and type: ${apply}`
    : `${REPORT_ONLY} To have them remembered, put it where Mergewell runs and type: ${remember}`) + unsigned;
}

/** Takes over the decisions of a review.csv, in one step that can be undone, and says how many. */
async function importReview(decisions, file) {
  let taken;
  try {
    taken = readDecisions(decisions.plan, parseCsv(await file.text()));
  } catch (problem) {
    say(problem instanceof Unfit ? problem.message : 'This file could not be read; nothing of it was taken over.');
    return;
  }
  decisions.change(distinct([...taken.rows.keys()].map((key) => decisions.plan.byKey.get(key).group)), () => {
    taken.rows.forEach(({ decision, note }, key) => decisions.rows.set(key, { decision, note }));
    taken.survivors.forEach((survivor, id) => restore(decisions.survivors, id, survivor));
  });
  if (!decisions.reviewer && taken.reviewer) {
    decisions.signAs(taken.reviewer);
  }
  say(`${counted(taken.rows.size, 'decision')} taken over from ${file.name}.`
    + (taken.leftOut ? ` ${counted(taken.leftOut, 'row')} left out: what they say cannot be decided here.` : ''));
}

class Unfit extends Error {}

function readDecisions(plan, [header = [], ...records]) {
  const names = header.map((name) => name.trim().toLowerCase());
  const column = (name) => {
    if (!names.includes(name)) {
      throw new Unfit('This is no review.csv: it has no column ' + name + '. Nothing of it was taken over.');
    }
    return (record) => (record[names.indexOf(name)] ?? '').trim();
  };
  const [key, decision, override, note, reviewer, planId] =
    ['row_key', 'decision', 'override_survivor_id', 'note', 'reviewer', 'plan_id'].map(column);
  if (records.some((record) => planId(record) !== plan.plan)) {
    throw new Unfit('This review is of another plan than the page: nothing of it was taken over.');
  }
  const taken = { rows: new Map(), survivors: new Map(), reviewer: '', leftOut: 0 };
  for (const record of records) {
    const row = plan.byKey.get(key(record));
    const word = decision(record).toUpperCase().replace(/[\s_-]+/g, '_');
    const text = note(record).replace(GUARD, '');
    if (!row || (word && !DECISIONS.includes(word)) || (word && refusal(row, word))) {
      taken.leftOut++;
    } else if (word || text) {
      taken.rows.set(row.key, { decision: word, note: text });
      taken.reviewer ||= reviewer(record).replace(GUARD, '');
      takeSurvivor(taken.survivors, row.group, override(record));
    }
  }
  return taken;
}

function takeSurvivor(survivors, group, written) {
  const member = group.members.find(({ id }) => id === written || "'" + id === written);
  if (member && group.mayOverride) {
    survivors.set(group.id, member.id === group.survivor ? undefined : member.id);
  }
}

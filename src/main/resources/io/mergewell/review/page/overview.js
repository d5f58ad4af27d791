// The plan as a whole: what it would change, and where to look.

const MOST_BARS = 10;

/** What was approved and is done, or will be. */
const APPROVED = ['applied', 'waiting', 'in doubt'];

const REPORT_ONLY = 'Nothing that is decided here can be applied: Mergewell only reads this system, so merge in it by hand.'
  + ' Decisions are good for the next report: rejected and not a duplicate keep two records out of it.';

function overview(plan, decisions) {
  const rows = plan.groups.filter((group) => !group.erased).flatMap((group) => group.rows);
  return [
    make('div', { class: 'head' }, make('h2', {}, 'What this plan proposes')),
    plan.applied && make('p', { class: 'notice' }, appliedWords(decisions.counts())),
    make('p', {}, `${number(plan.persons)} persons were read; ${countedGroups(plan.groups)} here, in`
      + ` ${counted(rows.length, 'row')}. ${plan.review === null ? '' : `Proposed from a score of ${plan.review.toFixed(4)}; ${autoWords(plan)}. `}`
      + 'Nothing happens to a row that nobody decides.'),
    plan.allGroups + plan.allEmpty > plan.groups.length && make('p', { class: 'caution' },
      `The plan has ${groupsInWords(plan.allGroups, plan.allEmpty)}, more than a page can show: here are the first`
      + ` ${number(plan.groups.length)} of them. All of them are in review.csv${plan.applied ? ' of the dry run' : ' beside this page'}.`),
    make('p', {}, 'Press ', make('kbd', {}, 'j'), ' for the first group, then ', plan.apply && make('kbd', {}, 'a'), plan.apply && ' to approve, ',
      make('kbd', {}, 'r'), ' to reject, ', make('kbd', {}, 'h'), ' to hold or ', make('kbd', {}, 'n'),
      ' for not a duplicate. ', make('kbd', {}, '?'), ` shows all keys. Save review.csv at the end: that file is what is ${plan.apply ? 'applied' : 'remembered'}.`),
    make('div', { class: 'pictures' },
      changePicture(plan, rows, decisions),
      scorePicture(plan),
      barPicture('Rows by what speaks for the match', tally(rows.flatMap((row) => row.reasons)).slice(0, MOST_BARS), 'No reasons.'),
      barPicture('Duplicates by owner', ownerBars(rows), 'No owners.')),
  ];
}

/** What became of what was handed in, and what is left. */
function appliedWords(counts) {
  return `Of this plan was handed in: ${outcomeWords(counts)}. `
    + (counts.left > 0 ? `${counted(counts.left, 'row')} can still be decided here.` : 'Nothing is left to decide.')
    + ' A row that was handed in is not decided again: a new dry run brings back what is still to be decided.';
}

function outcomeWords(counts) {
  return [...counts.outcomes].map(([word, count]) => `${number(count)} ${word}`).join(' · ');
}

/** The strong part of a bar is approved. */
function changePicture(plan, rows, decisions) {
  const isApproved = (row) => APPROVED.includes(row.outcome?.word) || decisions.of(row).decision === 'APPROVE';
  const bar = (words, chosen, amount) => {
    const sum = (some) => some.reduce((total, row) => total + amount(row), 0);
    return [words, sum(rows.filter(chosen)), sum(rows.filter((row) => chosen(row) && isApproved(row)))];
  };
  const goes = rows.filter((row) => row.action !== 'NONE');
  const after = plan.persons - goes.length;
  const now = plan.persons - goes.filter(isApproved).length;
  return make('div', {},
    barPicture('What it would change (strong: approved)', [
      bar('records merged into others', (row) => row.action === 'MERGE', () => 1),
      bar('records deleted', (row) => row.action === 'DELETE', () => 1),
      bar('for reading only', (row) => row.action === 'NONE', () => 1),
      bar('values gained by survivors', (row) => row.action !== 'NONE', (row) => row.gained.length),
      bar('values lost', (row) => row.action !== 'NONE', (row) => row.lost.length),
    ].filter(([, count]) => count > 0), 'Nothing.'),
    make('p', {}, `${number(plan.persons)} records now → ${number(now)} with what is approved so far → ${number(after)} with everything.`));
}

function ownerBars(rows) {
  const owners = tally(rows.map((row) => row.member.owner ?? NO_OWNER));
  const shown = owners.slice(0, MOST_BARS);
  const others = owners.slice(MOST_BARS).reduce((total, [, count]) => total + count, 0);
  return others > 0 ? [...shown, [`${number(owners.length - MOST_BARS)} others`, others]] : shown;
}

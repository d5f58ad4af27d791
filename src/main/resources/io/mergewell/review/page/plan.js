// The plan that the page was made of.

/** The fields of a record in the order in which a reader meets them. */
const FIELDS = [
  ['name', 'Name'],
  ['emails', 'E-mails'],
  ['phones', 'Phones'],
  ['organisation', 'Organisation'],
  ['birthDate', 'Birth date'],
  ['jobTitle', 'Job title'],
  ['address', 'Address'],
  ['labels', 'Labels'],
  ['owner', 'Owner'],
  ['consent', 'Consent'],
  ['links', 'Linked records'],
  ['added', 'Added'],
  ['updated', 'Updated'],
];

const NO_OWNER = '(none)';

const EMPTY_RECORD = 'empty record';

/** The plan in a block of JSON. Throws if the block is not as it was written. */
function readPlan(text) {
  const data = JSON.parse(text);
  if (data.head.format !== 1 || data.end !== data.groups.length) {
    throw new Error('The data is incomplete.');
  }
  const groups = data.groups.map(groupOf);
  const byKey = new Map(groups.flatMap((group) => group.rows).map((row) => [row.key, row]));
  return { ...data.head, groups, byKey };
}

function groupOf(data) {
  const group = { why: '', min: '', because: [], others: [], erased: false, ...data, golden: data.golden ?? null };
  group.isShell = group.golden === null;
  group.survivor = group.isShell ? null : group.members[0].id;
  group.name = group.members.map((member) => member.name).find((name) => name) ?? 'no name';
  group.owners = distinct(group.members.map((member) => member.owner ?? NO_OWNER));
  group.rows = data.rows.map((row) => rowOf(group, row));
  group.band = group.rows.every((row) => row.band === 'AUTO') ? 'AUTO' : 'REVIEW';
  group.reasons = distinct(group.rows.flatMap((row) => row.reasons));
  group.cautions = group.erased ? [] : distinct(group.rows.flatMap((row) => row.cautions));
  group.loses = group.rows.some((row) => row.lost.length > 0);
  group.taken = group.rows.map((row) => row.outcome?.survivor).find((survivor) => survivor) ?? null;
  group.mayOverride = !group.isShell && group.rows.every((row) => row.action !== 'NONE' && !row.outcome);
  return group;
}

function rowOf(group, data) {
  const row = {
    score: '', evidence: [], cautions: [], conflicts: [], gained: [], lost: [], unseen: [], decision: '', note: '', reviewer: '',
    outcome: null, ...data, group,
  };
  row.member = group.members.find((member) => member.id === row.duplicate);
  row.isOpen = row.action !== 'NONE' && !row.outcome;
  row.reasons = group.isShell
    ? [EMPTY_RECORD]
    : row.evidence.filter((one) => one.bits > 0).map(reasonOf);
  return row;
}

/**
 * What becomes of a group if this member survives: `members` with the survivor first, `golden`, and for each row whose
 * record goes (`absorbed`) and what that brings and takes along. `isKnown` is false where only apply can work it out.
 */
function outlookOf(group, survivor) {
  const own = { survivor, isKnown: true, members: group.members, golden: group.golden };
  if (survivor === group.survivor) {
    return { ...own, rows: group.rows.map((row) => ({ ...row, absorbed: row.member })) };
  }
  const other = group.others.find((one) => one.survivor === survivor);
  const [before, ...rest] = group.members;
  const next = rest.find((member) => member.id === survivor);
  const rows = group.rows.map((row, i) => ({
    ...row,
    ...(other ? { conflicts: [], gained: [], lost: [], unseen: [], ...other.changes[i] } : {}),
    action: 'MERGE',
    absorbed: row.duplicate === survivor ? before : row.member,
  }));
  return {
    ...own,
    isKnown: Boolean(other),
    members: [next, before, ...rest.filter((member) => member !== next)],
    golden: other ? { ...group.golden, ...other.golden } : group.golden,
    rows,
  };
}

/** A comparison in words, such as "e-mail the same". */
function reasonOf(evidence) {
  return evidence.field + ' ' + evidence.level;
}

/** Why a decision cannot be made on a row, as a sentence; null if it can. '' takes one back. */
function refusal(row, decision) {
  if (row.group.erased) {
    return 'Somebody of this group was erased on request: nothing will happen to it, so there is nothing to decide.';
  }
  if (row.outcome) {
    return `This was handed in before (${row.outcome.word}): a new dry run brings back what is still to be decided.`;
  }
  if (decision === 'APPROVE' && row.action === 'NONE') {
    return 'Action NONE is for reading: this system cannot carry it out. Do it there by hand.';
  }
  if (decision === 'NOT_DUPLICATE' && row.group.isShell) {
    return 'An empty record is nobody’s duplicate: reject it to keep it.';
  }
  return null;
}

/** All that a reader may search a group by, in lower case. */
function searchText(group) {
  group.text ??= [
    group.id,
    ...group.members.flatMap((member) => Object.values(member).flatMap(plainValues)),
    ...group.rows.flatMap((row) => [row.key, row.outcome?.word ?? '', ...row.cautions]),
  ].join('\n').toLowerCase();
  return group.text;
}

/** The values of a field as texts: of several, of further fields, or of one; none where it is empty. */
function plainValues(value) {
  if (Array.isArray(value)) {
    return value;
  }
  return value && typeof value === 'object' ? Object.values(value) : [value].filter((one) => one);
}

/** Such as "267 groups and 9 empty records", as the summary of the run has it. */
function groupsInWords(groups, shells) {
  const parts = [groups > 0 || shells === 0 ? counted(groups, 'group') : '', shells > 0 ? counted(shells, EMPTY_RECORD) : ''];
  return parts.filter((part) => part).join(' and ');
}

/** The same of groups that are here. */
function countedGroups(groups) {
  const shells = groups.filter((group) => group.isShell).length;
  return groupsInWords(groups.length - shells, shells);
}

function distinct(values) {
  return [...new Set(values)];
}

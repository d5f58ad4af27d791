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
  const group = { why: '', min: '', ...data, golden: data.golden ?? null };
  group.isShell = group.golden === null;
  group.survivor = group.isShell ? null : group.members[0].id;
  group.name = group.members.map((member) => member.name).find((name) => name) ?? 'no name';
  group.owners = distinct(group.members.map((member) => member.owner ?? NO_OWNER));
  group.rows = data.rows.map((row) => rowOf(group, row));
  group.band = group.rows.every((row) => row.band === 'AUTO') ? 'AUTO' : 'REVIEW';
  group.reasons = distinct(group.rows.flatMap((row) => row.reasons));
  group.cautions = distinct(group.rows.flatMap((row) => row.cautions));
  group.loses = group.rows.some((row) => row.lost.length > 0);
  group.mayOverride = !group.isShell && group.rows.every((row) => row.action !== 'NONE');
  return group;
}

function rowOf(group, data) {
  const row = {
    score: '', evidence: [], cautions: [], conflicts: [], gained: [], lost: [], decision: '', note: '', reviewer: '',
    ...data, group,
  };
  row.member = group.members.find((member) => member.id === row.duplicate);
  row.reasons = group.isShell
    ? [EMPTY_RECORD]
    : row.evidence.filter((one) => one.bits > 0).map(reasonOf);
  return row;
}

/** A comparison in words, such as "e-mail the same". */
function reasonOf(evidence) {
  return evidence.field + ' ' + evidence.level;
}

/** Why a decision cannot be made on a row, as a sentence; null if it can. */
function refusal(row, decision) {
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
    ...group.rows.flatMap((row) => [row.key, ...row.cautions]),
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

function distinct(values) {
  return [...new Set(values)];
}

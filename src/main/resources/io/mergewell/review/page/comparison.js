// The records of a group side by side.

/** What the merged record tells nothing about: it is the survivor's, or comes together in the CRM. */
const NOT_MERGED = ['links', 'added', 'updated'];

/**
 * A table with a column for each member, the survivor first, and one for what it will hold: first the fields in which the
 * records differ. `survive` hears of another choice of survivor, and is null on paper.
 */
function comparison(group, outlook, decisions, live, survive) {
  const columns = group.isShell ? outlook.members : [...outlook.members, outlook.golden];
  const fields = fieldsOf(columns);
  const isSame = ([, field, values]) => distinct(outlook.members.map((member) =>
    distinct(values(member).map((value) => folded(field, value))).sort().join('\n'))).length === 1
    && (NOT_MERGED.includes(field) || values(outlook.golden).length === values(outlook.members[0]).length);
  const differing = group.isShell ? fields : fields.filter((field) => !isSame(field));
  const same = fields.filter((field) => !differing.includes(field));
  const lines = (some) => some.map((field) => fieldLine(outlook, columns, ...field));
  return make('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'The records side by side' },
    make('table', { class: 'records' },
      !group.isShell && make('caption', {}, survivorWords(group, outlook)),
      make('thead', {}, make('tr', {},
        make('th', { scope: 'col' }, 'Field'),
        outlook.members.map((member) => memberHead(group, member, decisions, live, survive)),
        !group.isShell && make('th', { scope: 'col', class: 'golden' }, 'Merged record',
          make('small', {}, group.rows.length > 1 ? 'what the survivor will hold, with all rows' : 'what the survivor will hold')))),
      make('tbody', {}, lines(differing)),
      same.length > 0 && make('tbody', { class: 'same' },
        make('tr', {}, make('th', { scope: 'colgroup', colspan: columns.length + 1 }, 'The same in all records')),
        lines(same))));
}

function fieldsOf(columns) {
  const keys = distinct(columns.flatMap((record) => Object.keys(record.custom || {}))).sort();
  return [
    ...FIELDS.map(([field, words]) => [words, field, (record) => plainValues(record[field]).map(shownTime)]),
    ...keys.map((key) => [key, 'custom', (record) => plainValues(record.custom?.[key])]),
  ].filter(([, , values]) => columns.some((record) => values(record).length > 0));
}

function survivorWords(group, outlook) {
  const why = outlook.survivor === group.survivor
    ? ['Survivor: ', apart(group.why), '.']
    : [`Survivor: your choice; planned was ${group.survivor}: `, apart(group.why), '.'];
  return [why, ' ≠ differs from it, + it lacks now.'];
}

/** A time without what nobody reads; any other text as it is. */
function shownTime(value) {
  return value.replace(/^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}):\d{2}Z$/, '$1 $2');
}

function memberHead(group, member, decisions, live, survive) {
  const head = make('th', { scope: 'col' }, wrapped(member.name ?? 'no name'), make('small', {}, 'id ', wrapped(member.id)));
  if (group.isShell) {
    return head;
  }
  if (!survive) {
    head.append(decisions.survivorOf(group) === member.id ? make('small', {}, 'survives') : '');
    return head;
  }
  const radio = make('input', {
    type: 'radio',
    name: 'survivor',
    value: member.id,
    disabled: !group.mayOverride,
    onchange: () => survive(member.id),
  });
  head.append(make('label', { class: 'survives' }, radio, ' survives'));
  live(() => {
    radio.checked = decisions.survivorOf(group) === member.id;
    head.classList.toggle('survivor', radio.checked);
  });
  return head;
}

function fieldLine(outlook, columns, words, field, values) {
  const held = values(columns[0]);
  const own = held.map((value) => folded(field, value));
  const isMerged = !NOT_MERGED.includes(field);
  // What the survivor holds is not rewritten, so that in the merged record each other spelling is a gain.
  const mark = (value, isGolden) =>
    (isMerged ? markOf(isGolden ? held : own, isGolden ? value : folded(field, value), isGolden) : null);
  return make('tr', {},
    make('th', { scope: 'row', class: field === 'custom' && 'custom' }, apart(words)),
    columns.map((record, i) => {
      const isGolden = record === outlook.golden;
      const shown = isGolden && !isMerged ? [] : values(record);
      return make('td', { class: isGolden && 'golden' },
        shown.map((value) => valueLine(value, i === 0 ? null : mark(value, isGolden))));
    }));
}

function valueLine(value, mark) {
  return make('div', { class: 'value ' + (mark?.[0] ?? '') },
    mark && make('abbr', { title: mark[2] }, mark[1]), wrapped(value));
}

/** Class, sign and words for a value that the survivor does not hold; null where it does. */
function markOf(own, value, isGolden) {
  if (own.includes(value)) {
    return null;
  }
  return own.length === 0 || isGolden
    ? ['new', '+', 'the survivor does not hold this now']
    : ['other', '≠', 'differs from the survivor'];
}

/** As far as two spellings are not worth a reader's eye. */
function folded(field, value) {
  const digits = value.replace(/\D/g, '');
  return field === 'phones' && digits.length >= 7
    ? digits.slice(-9)
    : value.toLowerCase().normalize('NFC').replace(/\s+/g, ' ');
}

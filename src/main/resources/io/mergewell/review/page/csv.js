// review.csv as Mergewell writes it: CsvCell.java, CsvTable.java and ReviewColumns.java say why it is as it is.

const BYTE_ORDER_MARK = '\uFEFF';
const BETWEEN = ' | ';

const FORMULA = /(^|;)(?=[\s\p{Z}\p{C}]*[=+\-@＝＋－＠]|[\t\r\n\0])/gu;
const CONTROL = /\p{Cc}+/gu;
const NUMBER_LIKE = /^(?=\D*\d)[ \t\n\v\f\r\p{Z}\p{Sc}\d.,:/()eE%+-]+$/u;
const MONTH =
  '(jan|ene|gen|feb|f[eé]v|mar|mär|apr|abr|avr|ma[iyg]|jun|jui|giu|jul|lug|aug|ago|ao[uû]|se[pt]'
  + '|oct|okt|ott|nov|dec|déc|dez|dic)\\p{L}*';
const NUMBERS = '[ \\t\\n\\v\\f\\r\\p{Z}\\d.,/-]*';
const MONTH_LIKE = new RegExp('^(?=\\D*\\d)' + NUMBERS + MONTH + NUMBERS + '$', 'iu');
const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;
const KEPT_WHOLE = /^(0|[1-9]\d{0,14})$/;
const GUARD = /^'(?=[\s\p{Z}\p{C}]*[=+\-@＝＋－＠])/u;

/** Text of a stranger as a spreadsheet cell that is only ever text. */
const cell = {
  text: (value) => value.replace(FORMULA, "$1'").replace(CONTROL, ' '),
  digits: (value) => {
    const text = cell.text(value);
    return NUMBER_LIKE.test(text) || MONTH_LIKE.test(text) ? "'" + text : text;
  },
  date: (value) => (ISO_DATE.test(value) ? value : cell.digits(value)),
  id: (value) => (KEPT_WHOLE.test(value) ? value : cell.digits(value)),
};

const joined = (values) => (Array.isArray(values) ? values.join(BETWEEN) : values ?? '');

/** Name, kind of cell, and what stands in it, given the row and what was decided on it. */
const COLUMNS = [
  ['row_key', cell.text, (row) => row.key],
  ['decision', cell.text, (row, decided) => decided.decision],
  ['action', cell.text, (row) => row.action],
  ['band', cell.text, (row) => row.band],
  ['score', cell.text, (row) => row.score],
  ['survivor_id', cell.id, (row) => row.group.survivor ?? ''],
  ['duplicate_id', cell.id, (row) => row.duplicate],
  ...sideBySide('name', cell.digits, 'name'),
  ...sideBySide('emails', cell.digits, 'emails'),
  ...sideBySide('phones', cell.digits, 'phones'),
  ...sideBySide('organisation', cell.digits, 'organisation'),
  ...sideBySide('birth_date', cell.date, 'birthDate'),
  ...sideBySide('address', cell.digits, 'address'),
  ...sideBySide('links', cell.text, 'links'),
  ...sideBySide('owner', cell.id, 'owner'),
  ...sideBySide('consent', cell.text, 'consent'),
  ...sideBySide('added', cell.text, 'added'),
  ...sideBySide('updated', cell.text, 'updated'),
  ['match_reasons', cell.text, (row) => row.evidence.map((one) => `${reasonOf(one)} (${bits(one)})`).join('; ')],
  ['cautions', cell.text, (row) => joined(row.cautions)],
  ['conflicts', cell.text, (row) => joined(row.conflicts)],
  ['values_gained', cell.text, (row) => joined(row.gained)],
  ['values_lost', cell.text, (row) => joined(row.lost)],
  ['survivor_reason', cell.text, (row) => row.group.why],
  ['group_id', cell.text, (row) => row.group.id],
  ['group_size', cell.text, (row) => String(row.group.members.length)],
  ['group_min_score', cell.text, (row) => row.group.min],
  ['override_survivor_id', cell.id, (row, decided) => decided.override],
  ['note', cell.text, (row, decided) => decided.note],
  ['reviewer', cell.text, (row, decided) => (decided.decision || decided.note ? decided.reviewer : '')],
  ['plan_id', cell.text, (row, decided) => decided.plan],
];

function sideBySide(name, kind, field) {
  const survivor = (row) => (row.group.isShell ? '' : joined(row.group.members[0][field]));
  return [
    ['survivor_' + name, kind, survivor],
    ['duplicate_' + name, kind, (row) => joined(row.member[field])],
  ];
}

/** A weight with its sign, such as "+10.9". */
function bits(evidence) {
  return (evidence.bits < 0 ? '-' : '+') + Math.abs(evidence.bits).toFixed(1);
}

/** The whole review with what was decided. */
function reviewCsv(decisions) {
  const lines = [COLUMNS.map(([name]) => name).join(',')];
  for (const group of decisions.plan.groups) {
    const override = decisions.isOverridden(group) ? decisions.survivorOf(group) : '';
    for (const row of group.rows) {
      const { decision, note, reviewer } = decisions.of(row);
      const decided = { decision, note, reviewer, override, plan: decisions.plan.plan };
      lines.push(COLUMNS.map(([, kind, value], i) => quoted(kind(value(row, decided)), i === 0)).join(','));
    }
  }
  return BYTE_ORDER_MARK + lines.join('\r\n') + '\r\n';
}

/** In quotes where it must be, and where Commons CSV does it to be safe: beginnings below "$", and white space at the end. */
function quoted(value, isFirst) {
  const needed = value === '' ? isFirst : value[0] <= '#' || /[",\r\n]|[\0- ]$/.test(value);
  return needed ? '"' + value.replaceAll('"', '""') + '"' : value;
}

/** The records of a file that a spreadsheet may have saved: lists of cells. */
function parseCsv(text) {
  const body = text.replace(/^\uFEFF/, '');
  const header = body.slice(0, (body + '\n').indexOf('\n'));
  const delimiter = [',', ';', '\t'].sort((one, other) => header.split(other).length - header.split(one).length)[0];
  const records = [[]];
  let cellText = '';
  let inQuotes = false;
  for (let i = 0; i < body.length; i++) {
    const c = body[i];
    if (inQuotes) {
      if (c !== '"') {
        cellText += c;
      } else if (body[i + 1] === '"') {
        cellText += body[i++];
      } else {
        inQuotes = false;
      }
    } else if (c === '"' && cellText === '') {
      inQuotes = true;
    } else if (c === delimiter) {
      records.at(-1).push(cellText);
      cellText = '';
    } else if (c === '\n') {
      records.at(-1).push(cellText.replace(/\r$/, ''));
      records.push([]);
      cellText = '';
    } else {
      cellText += c;
    }
  }
  records.at(-1).push(cellText);
  return records.filter((record) => record.some((value) => value.trim() !== ''));
}

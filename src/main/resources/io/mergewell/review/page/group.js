// One group: what to look at first, the records side by side, and why they are believed to be one.

const BUTTONS = [
  ['APPROVE', 'Approve', 'a'],
  ['REJECT', 'Reject', 'r'],
  ['HOLD', 'Hold', 'h'],
  ['NOT_DUPLICATE', 'Not a duplicate', 'n'],
];

const ACTION = {
  MERGE: 'merge into the survivor',
  DELETE: 'delete: it holds nothing that would be missed',
  NONE: 'for reading only: this system cannot carry it out',
};

/** The place where the current group is shown. */
class GroupView {
  /** What `desk` does: decide(group, rows, decision), drop(row), survive(group, id), note(row, text), move(step). */
  constructor(decisions, desk) {
    this.decisions = decisions;
    this.desk = desk;
    this.place = at('group');
    this.clear();
  }

  clear() {
    this.group = null;
    this.updates = [];
  }

  show(group, position) {
    this.clear();
    this.group = group;
    this.place.replaceChildren(...this.parts(group, position, true));
    this.place.scrollTop = 0;
    this.refresh();
  }

  /** Brings what depends on decisions up to date, and leaves everything else, the focus too, where it is. */
  refresh() {
    this.updates.forEach((update) => update());
  }

  /** The row that the focus is in; null where it is in none. */
  get row() {
    const section = document.activeElement?.closest('[data-row]');
    return section && this.group ? this.group.rows[Number(section.dataset.row)] : null;
  }

  focusRow(index) {
    this.place.querySelector(`[data-row="${index}"]`)?.focus();
  }

  /** A group as it is printed: without anything to press. */
  printed(group) {
    this.updates = [];
    const parts = make('article', { class: 'card' }, this.parts(group, null, false));
    this.refresh();
    return parts;
  }

  parts(group, position, forScreen) {
    const live = (update) => this.updates.push(update);
    const several = group.rows.length > 1;
    return [
      this.head(group, position, forScreen),
      cautionList(group),
      forScreen && several && this.buttons(group, group.rows, live, `All ${group.rows.length} rows`),
      this.override(group, live),
      comparison(group, this.decisions, live, forScreen ? (id) => this.desk.survive(group, id) : null),
      !group.isShell && make('p', { class: 'quiet' }, 'Survivor: ', apart(group.why), '. ≠ differs from it, + it lacks now.'),
      ...group.rows.map((row, i) => this.rowPart(group, row, i, live, forScreen)),
    ].filter((part) => part);
  }

  head(group, position, forScreen) {
    return make('div', { class: 'head' },
      make('h2', {}, apart(group.name), ' ',
        make('small', {}, group.isShell ? 'an empty record' : counted(group.members.length, 'record'))),
      make('p', {},
        make('span', { class: 'tag ' + group.band }, group.band),
        !group.isShell && [' score ', make('strong', {}, group.min),
          group.rows.length > 1 ? ' at the weakest link' : '']),
      forScreen && make('p', { class: 'buttons' },
        make('button', { type: 'button', onclick: () => this.desk.move(-1) }, 'Previous ', make('kbd', {}, 'k')),
        make('button', { type: 'button', onclick: () => this.desk.move(1) }, 'Next ', make('kbd', {}, 'j')),
        ' ', position));
  }

  override(group, live) {
    const note = make('p', { class: 'caution', hidden: true });
    live(() => {
      note.hidden = !this.decisions.isOverridden(group);
      note.textContent = `You chose ${this.decisions.survivorOf(group)} to survive instead of ${group.survivor}. The merged`
        + ' record below is the planned one; apply works it out anew, and leaves the group alone if that would lose'
        + ' anything that is not shown here.';
    });
    return note;
  }

  rowPart(group, row, index, live, forScreen) {
    const heading = 'row-' + index;
    const into = group.isShell ? [] : [' → ', apart(group.members[0].name ?? 'no name'), ` (${group.survivor})`];
    const state = make('span', { class: 'tag' });
    live(() => {
      const words = SAID[this.decisions.of(row).decision] ?? '';
      state.textContent = words;
      state.className = 'tag ' + words.replaceAll(' ', '-');
    });
    return make('section', { class: 'row', tabindex: -1, 'data-row': index, 'aria-labelledby': forScreen && heading },
      make('h3', { id: forScreen && heading },
        group.rows.length > 1 && make('kbd', {}, index + 1), ' ', apart(row.member.name ?? 'no name'), ` (${row.duplicate})`, into, ' ', state),
      make('p', {}, ACTION[row.action], row.score && [' · score ', make('strong', {}, row.score)]),
      forScreen && this.buttons(group, [row], live, 'This row'),
      group.rows.length > 2 && forScreen && row.action !== 'NONE' && make('button', { type: 'button', onclick: () => this.desk.drop(row) },
        'Not the same person: approve the others ', make('kbd', {}, 'd')),
      make('div', { class: 'columns' },
        row.evidence.length > 0 && make('div', {}, make('h4', {}, 'Why they match'), evidenceBars(row)),
        make('div', {},
          sentences('Would be lost', row.lost, 'lost'),
          sentences('Differs, the survivor’s stays', row.conflicts, ''),
          sentences('The survivor gains', row.gained, 'gained'),
          row.lost.length + row.conflicts.length + row.gained.length === 0 && make('p', { class: 'quiet' }, 'Nothing would be lost or gained.'))),
      this.note(row, live, forScreen));
  }

  buttons(group, rows, live, words) {
    const buttons = BUTTONS.map(([decision, label, key]) => {
      const reason = rows.every((row) => refusal(row, decision)) ? refusal(rows[0], decision) : null;
      const button = make('button', {
        type: 'button',
        class: 'decision ' + decision,
        'aria-disabled': reason && 'true',
        title: reason,
        onclick: () => this.desk.decide(group, rows, button.getAttribute('aria-pressed') === 'true' ? '' : decision),
      }, label + ' ', make('kbd', {}, key));
      live(() => {
        const isPressed = rows.every((row) => this.decisions.of(row).decision === decision);
        button.setAttribute('aria-pressed', String(isPressed));
      });
      return button;
    });
    return make('div', { class: 'buttons', role: 'group', 'aria-label': words }, rows.length > 1 && make('span', {}, words), buttons);
  }

  note(row, live, forScreen) {
    if (!forScreen) {
      const text = this.decisions.of(row).note;
      return text && make('p', {}, 'Note: ', apart(text));
    }
    const input = make('input', { type: 'text', maxlength: 1000, dir: 'auto', onchange: () => this.desk.note(row, input.value) });
    live(() => {
      input.value = this.decisions.of(row).note;
    });
    return make('label', { class: 'note' }, 'Note ', input);
  }
}

/** What to look at first, once each; where several rows share the group, with whose it is. */
function cautionList(group) {
  if (group.cautions.length === 0) {
    return null;
  }
  const of = (caution) => group.rows.filter((row) => row.cautions.includes(caution)).map((row) => row.duplicate).join(', ');
  return make('ul', { class: 'cautions', 'aria-label': 'Look at this first' }, group.cautions.map((caution) =>
    make('li', {}, group.rows.length > 1 && make('b', {}, of(caution) + ': '), apart(caution))));
}

/** A bar for each comparison: to the right what speaks for one person, to the left what speaks against. */
function evidenceBars(row) {
  const most = Math.max(10, ...row.evidence.map((one) => Math.abs(one.bits)));
  return make('ul', { class: 'evidence' }, row.evidence.map((one) => {
    const bar = make('i', { class: one.bits < 0 ? 'against' : 'for', 'aria-hidden': 'true' });
    bar.style.width = (Math.abs(one.bits) / most) * 50 + '%';
    return make('li', {},
      make('span', { class: 'reason' }, apart(reasonOf(one))),
      make('span', { class: 'scale' }, bar),
      make('span', { class: 'bits' }, bits(one)));
  }));
}

function sentences(title, list, kind) {
  return list.length > 0 && [
    make('h4', {}, title),
    make('ul', { class: kind }, list.map((sentence) => make('li', {}, apart(sentence)))),
  ];
}

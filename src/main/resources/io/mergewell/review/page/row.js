// One row of a group: a record that goes, why, and what that brings and takes along.

const ACTION = {
  MERGE: 'merge into the survivor',
  DELETE: 'delete: it holds nothing that would be missed',
  NONE: 'for reading only: this system cannot carry it out',
};

/** A row of a group as `outlook` has it. Where it is the only one, its buttons are those of the group. */
function rowPart(view, row, outlook, index, live, forScreen) {
  const { group } = row;
  const shown = outlook.rows[index];
  const several = group.rows.length > 1;
  return make('section', { class: 'row', tabindex: -1, 'data-row': index, 'aria-labelledby': forScreen && 'row-' + index },
    rowHead(view, row, shown, outlook, index, live, forScreen),
    row.outcome && make('p', { class: 'outcome ' + classOf(row.outcome.word) }, apart(row.outcome.says || row.outcome.word)),
    forScreen && several && !row.outcome && view.buttons(group, [row], live, 'This row'),
    forScreen && group.rows.length > 2 && row.isOpen && make('button', { type: 'button', onclick: () => view.desk.drop(row) },
      'Not the same person: approve the others ', make('kbd', {}, 'd')),
    make('div', { class: 'columns' },
      row.evidence.length > 0 && make('div', {}, make('h4', {}, 'Why they match'), evidenceBars(row)),
      make('div', {},
        sentences('Would be lost', shown.lost, 'lost'),
        sentences('Differs, the survivor’s stays', conflictsBeside(shown.lost, shown.conflicts), ''),
        sentences('The survivor gains', shown.gained, 'gained'),
        shown.lost.length + shown.conflicts.length + shown.gained.length === 0
          && make('p', { class: 'quiet' }, 'Nothing would be lost or gained.'))),
    !row.outcome && rowNote(view, row, live, forScreen));
}

/** Conflicts of which nothing is lost, such as another owner: the others would say the same twice. */
function conflictsBeside(lost, conflicts) {
  const isLost = (conflict) => lost.some((value) => {
    const colon = value.indexOf(': ');
    return conflict.startsWith(value.slice(0, colon + 2)) && conflict.endsWith(`, ${value.slice(colon + 2)} dropped`);
  });
  return conflicts.filter((conflict) => !isLost(conflict));
}

function rowHead(view, row, shown, outlook, index, live, forScreen) {
  const { group } = row;
  const [survivor] = outlook.members;
  const into = group.isShell ? [] : [' → ', apart(survivor.name ?? 'no name'), ` (${outlook.survivor})`];
  const state = make('span', { class: 'tag' });
  live(() => {
    const words = row.outcome?.word ?? SAID[view.decisions.of(row).decision] ?? '';
    state.textContent = words;
    state.className = 'tag ' + classOf(words);
  });
  return make('h3', { id: forScreen && 'row-' + index },
    group.rows.length > 1 && make('kbd', {}, index + 1), ' ',
    apart(shown.absorbed.name ?? 'no name'), ` (${shown.absorbed.id})`, into, ' ', state, ' ',
    make('small', {}, ACTION[shown.action], row.score && group.rows.length > 1 && ` · score ${row.score}`));
}

function rowNote(view, row, live, forScreen) {
  if (!forScreen) {
    const text = view.decisions.of(row).note;
    return text && make('p', {}, 'Note: ', apart(text));
  }
  const input = make('input', { type: 'text', maxlength: 1000, dir: 'auto', onchange: () => view.desk.note(row, input.value) });
  live(() => {
    input.value = view.decisions.of(row).note;
  });
  return make('label', { class: 'note' }, 'Note ', input);
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
    make('ul', { class: kind }, list.map((sentence) => make('li', {}, wrapped(sentence)))),
  ];
}

/** The name of a style for words such as "not a duplicate". */
function classOf(words) {
  return words.replaceAll(' ', '-');
}

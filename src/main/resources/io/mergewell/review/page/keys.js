// The keyboard.

const KEYS = [
  ['j  ↓', 'next group'],
  ['k  ↑', 'previous group'],
  ['a', 'approve'],
  ['r', 'reject: hidden until the evidence changes'],
  ['h', 'hold: comes back next night, as you left it'],
  ['n', 'not a duplicate: these two are never one person'],
  ['c', 'clear the decision'],
  ['1 … 9', 'go to that row of the group: the keys above then decide on it alone'],
  ['0', 'back to the group as a whole'],
  ['d', 'in a row: this one is another person, approve the others'],
  ['s', 'in a row: this record survives'],
  ['u', 'undo'],
  ['/', 'search; Enter goes back to the list'],
  ['o', 'overview'],
  ['?', 'this help'],
];

const DECIDE = { a: 'APPROVE', r: 'REJECT', h: 'HOLD', n: 'NOT_DUPLICATE', c: '' };

/** Lets keys do what `desk` can. Keys typed into a field stay there. */
function listenToKeys(desk) {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || at('keys').open) {
      return;
    }
    const typing = event.target.closest('input:not([type=radio]), select, textarea');
    if (typing) {
      const isSearch = event.target.type === 'search';
      if ((event.key === 'Escape' && !(isSearch && event.target.value)) || (event.key === 'Enter' && isSearch)) {
        at('list').focus();
        event.preventDefault();
      }
      return;
    }
    if (press(event.key, event.target, desk)) {
      event.preventDefault();
    }
  });
}

/** Whether the key meant anything. */
function press(key, target, desk) {
  const inList = target === at('list') || target === document.body;
  const moves = { ArrowDown: 1, ArrowUp: -1, PageDown: desk.page, PageUp: -desk.page, Home: -Infinity, End: Infinity };
  if (key in DECIDE) {
    desk.press(DECIDE[key]);
  } else if (key === 'j' || key === 'k') {
    desk.move(key === 'j' ? 1 : -1);
  } else if (key in moves && inList) {
    desk.move(moves[key]);
  } else if (key === 'Enter' && target === at('list')) {
    at('group').focus();
  } else if (/^[1-9]$/.test(key)) {
    desk.focusRow(Number(key) - 1);
  } else {
    const others = { 0: desk.leaveRow, Escape: desk.leaveRow, d: desk.dropRow, s: desk.surviveRow, u: desk.undo, o: desk.overview };
    const shown = { '/': () => at('text').focus(), '?': showHelp };
    const task = others[key] ?? shown[key];
    task?.call(desk);
    return Boolean(task);
  }
  return true;
}

function showHelp() {
  const dialog = at('keys');
  dialog.replaceChildren(
    make('h2', { id: 'keys-title' }, 'Keys and words'),
    make('dl', {}, KEYS.map(([key, words]) => [make('dt', {}, make('kbd', {}, key)), make('dd', {}, words)])),
    make('p', {}, 'A decision by key on a whole group goes on to the next group. Weights: +1 makes it twice as likely that'
      + ' the two are one person, -1 half as likely. The score is the probability that they are.'),
    make('p', {}, 'Decisions stay in this browser until you save review.csv; the file is all that is ever applied, and of'
      + ' it only decisions, notes, names of reviewers and chosen survivors.'),
    make('form', { method: 'dialog' }, make('button', { class: 'main' }, 'Close')));
  dialog.showModal();
}

// The keyboard.

const KEYS = [
  ['j', 'next group'],
  ['k', 'previous group'],
  ['a', 'approve'],
  ['r', 'reject: hidden until the evidence changes'],
  ['h', 'hold: comes back next night, as you left it'],
  ['n', 'not a duplicate: these two are never one person'],
  ['c', 'clear the decision'],
  ['1 … 9', 'go to that row of the group: the keys above then decide on it alone'],
  ['0  Esc', 'back to the group as a whole'],
  ['d', 'in a row: this one is another person, approve the others'],
  ['s', 'in a row: this record survives'],
  ['u', 'undo'],
  ['Space  PageDown  PageUp', 'scroll the group (Shift+Space: up); in the list, a page down or up'],
  ['Home  End', 'to the beginning or end of the group; in the list, to the first or last one'],
  ['↓  ↑', 'in the list, next and previous group; in the group, scroll a line'],
  ['Enter', 'in the list, into the group; in the search, back to the list'],
  ['Tab', 'from one thing to press to the next'],
  ['/', 'search'],
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
    if (press(event, desk)) {
      event.preventDefault();
    }
  });
}

/** Whether the key meant anything. */
function press(event, desk) {
  const { key, target } = event;
  if (target === at('list') && moveInList(event, desk)) {
    return true;
  }
  if (key in DECIDE) {
    desk.press(DECIDE[key]);
  } else if (key === 'j' || key === 'k') {
    desk.move(key === 'j' ? 1 : -1);
  } else if (/^[1-9]$/.test(key)) {
    desk.focusRow(Number(key) - 1);
  } else if (target === document.body && ARROWS.includes(key)) {
    desk.move(key === 'ArrowDown' ? 1 : -1);
  } else if (SCROLLS.includes(key) && !(key === ' ' && target.closest('button, input'))) {
    scrollGroup(key === ' ' && event.shiftKey ? 'PageUp' : key);
  } else {
    const others = { 0: desk.leaveRow, Escape: desk.leaveRow, d: desk.dropRow, s: desk.surviveRow, u: desk.undo, o: desk.overview };
    const shown = { '/': () => desk.search(), '?': showHelp };
    const task = others[key] ?? shown[key];
    task?.call(desk);
    return Boolean(task);
  }
  return true;
}

const ARROWS = ['ArrowDown', 'ArrowUp'];
const SCROLLS = [' ', 'PageDown', 'PageUp', 'Home', 'End'];

/** Whether the key means something in the list that has the focus. */
function moveInList(event, desk) {
  const steps = {
    ArrowDown: 1,
    ArrowUp: -1,
    PageDown: desk.page,
    PageUp: -desk.page,
    ' ': event.shiftKey ? -desk.page : desk.page,
    Home: -Infinity,
    End: Infinity,
  };
  if (event.key in steps) {
    desk.move(steps[event.key]);
    return true;
  }
  if (event.key === 'Enter') {
    at('group').focus({ preventScroll: true });
    bringGroupIntoSight();
    return true;
  }
  return false;
}

/** What scrolls under a group: its own place, or the whole page where the window is narrow. */
function scroller() {
  const place = at('group');
  return getComputedStyle(place).overflowY === 'visible' ? document.scrollingElement : place;
}

function scrollGroup(key) {
  const box = scroller();
  const covered = at('group').querySelector('.top')?.offsetHeight ?? 0;
  const page = Math.max(40, (box.clientHeight - covered) * 0.9);
  const places = { Home: 0, End: box.scrollHeight, PageUp: box.scrollTop - page };
  box.scrollTop = places[key] ?? box.scrollTop + page;
}

/** Where the whole page scrolls, a group may be far below what is seen of it. */
function bringGroupIntoSight() {
  if (scroller() !== at('group')) {
    scrollTo(0, scrollY + at('group').getBoundingClientRect().top);
  }
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
  // The button at its end has the focus.
  dialog.scrollTop = 0;
}

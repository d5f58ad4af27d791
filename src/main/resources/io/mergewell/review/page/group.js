// One group: what to look at first, why the records are believed to be one, and then the records side by side.

const BUTTONS = [
  ['APPROVE', 'Approve', 'a'],
  ['REJECT', 'Reject', 'r'],
  ['HOLD', 'Hold', 'h'],
  ['NOT_DUPLICATE', 'Not a duplicate', 'n'],
];

const ERASED = 'Somebody of this group was erased on request, and with them all values of the group. Nothing will happen to'
  + ' it, and there is nothing to decide.';

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
    this.group = group;
    this.position = position;
    this.draw();
    this.place.scrollTop = 0;
  }

  draw() {
    this.updates = [];
    this.survivor = this.decisions.survivorOf(this.group);
    this.place.replaceChildren(...this.parts(this.group, this.position, true));
    this.updates.forEach((update) => update());
  }

  /** Brings what depends on decisions up to date, and leaves everything else, the focus too, where it is. */
  refresh() {
    if (this.group && this.decisions.survivorOf(this.group) !== this.survivor) {
      const { scrollTop } = this.place;
      const focus = focusIn(this.place);
      this.draw();
      this.place.scrollTop = scrollTop;
      focus();
    } else {
      this.updates.forEach((update) => update());
    }
  }

  /** The row that the focus is in; null where it is in none. */
  get row() {
    const section = document.activeElement?.closest('[data-row]');
    return section && this.group ? this.group.rows[Number(section.dataset.row)] : null;
  }

  focusRow(index) {
    const section = this.place.querySelector(`[data-row="${index}"]`);
    section?.focus({ preventScroll: true });
    section?.scrollIntoView({ block: section.offsetHeight > scroller().clientHeight / 2 ? 'start' : 'nearest' });
  }

  /** A group as it is printed: without anything to press. */
  printed(group) {
    this.updates = [];
    const parts = make('article', { class: 'card' }, this.parts(group, null, false));
    this.updates.forEach((update) => update());
    return parts;
  }

  parts(group, position, forScreen) {
    const live = (update) => this.updates.push(update);
    const outlook = outlookOf(group, this.decisions.survivorOf(group));
    const survive = forScreen ? (id) => this.desk.survive(group, id) : null;
    return [
      this.top(group, outlook, position, live, forScreen),
      ...(group.erased ? [make('p', { class: 'notice' }, ERASED)] : [
        whyAsked(group, this.decisions.isOverridden(group), forScreen),
        this.decisions.isOverridden(group) && overridden(group, outlook),
        make('div', { class: 'rows' }, group.rows.map((row, i) =>
          rowPart(this, row, outlook, i, live, forScreen))),
        comparison(group, outlook, this.decisions, live, survive),
      ]),
    ].filter((part) => part);
  }

  /** What stays in sight: whom it is about, and what can be decided. */
  top(group, outlook, position, live, forScreen) {
    const open = group.rows.filter((row) => !row.outcome);
    return make('div', { class: 'top' },
      make('div', { class: 'head' },
        make('h2', {}, apart(group.erased ? group.name : outlook.members[0].name ?? group.name), ' ',
          make('small', {}, group.isShell ? 'an empty record' : counted(group.members.length, 'record'))),
        make('p', {},
          make('span', { class: 'tag ' + (group.erased ? 'erased' : group.band) }, group.erased ? 'erased' : group.band),
          !group.isShell && !group.erased && [' score ', make('strong', {}, group.min),
            group.rows.length > 1 ? ' at the weakest link' : '']),
        forScreen && make('p', { class: 'buttons' },
          make('button', { type: 'button', onclick: () => this.desk.move(-1) }, 'Previous ', make('kbd', {}, 'k')),
          make('button', { type: 'button', onclick: () => this.desk.move(1) }, 'Next ', make('kbd', {}, 'j')),
          ' ', position)),
      forScreen && !group.erased && open.length > 0
        && this.buttons(group, open, live, open.length > 1 ? `All ${open.length} rows` : 'Decision'));
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
}

/** Remembers where the focus is, and gives a function that brings it back after everything was drawn anew. */
function focusIn(place) {
  const active = document.activeElement;
  const others = () => [...place.querySelectorAll('button, input:not([type=radio]), [tabindex]')];
  const index = others().indexOf(active);
  const value = active?.type === 'radio' ? active.value : null;
  return () => {
    const again = value === null ? others()[index] : [...place.querySelectorAll('[type=radio]')].find((one) => one.value === value);
    again?.focus({ preventScroll: true });
  };
}

/** Cautions first, each once and with whose it is, and then what else keeps a group from AUTO, or why it is there. */
function whyAsked(group, isOverridden, forScreen) {
  const reasons = group.because.map((reason) => make('li', {}, apart(reason.says),
    reason.values?.length > 0 && [' ', reason.values.map((value) => make('span', { class: 'concerned' }, wrapped(value)))]));
  if (group.band === 'AUTO') {
    return reasons.length > 0 && make('p', { class: 'quiet' }, 'AUTO: ', apart(group.because[0].says));
  }
  const of = (caution) => group.rows.filter((row) => row.cautions.includes(caution)).map((row) => row.duplicate).join(', ');
  const cautions = group.cautions.map((caution) =>
    make('li', {}, group.rows.length > 1 && make('b', {}, of(caution) + ': '), apart(caution)));
  return cautions.length + reasons.length > 0 && make('section', { class: 'asked', 'aria-labelledby': forScreen && 'asked' },
    make('h3', { id: forScreen && 'asked' }, 'Why you are asked', isOverridden && ' (of the planned survivor)'),
    cautions.length > 0 && make('ul', { class: 'cautions', 'aria-label': 'Look at this first' }, cautions),
    reasons.length > 0 && make('ul', {}, reasons));
}

/** What another survivor means. */
function overridden(group, outlook) {
  const unseen = outlook.rows.flatMap((row) => row.unseen);
  return make('p', { class: 'caution' },
    group.taken
      ? `${outlook.survivor} survives instead of ${group.survivor}, as it was handed in. `
      : `You chose ${outlook.survivor} to survive instead of ${group.survivor}. `,
    outlook.isKnown
      ? 'What you see here is worked out for that, with all rows approved.'
      : 'The merged record below is the planned one; apply works it out anew, and leaves the group alone if that would lose'
        + ' anything that is not shown here.',
    unseen.length > 0 && [' Apply will leave the group alone, since the plan does not show that this would be lost: ',
      wrapped(distinct(unseen).join('; ')), '.']);
}

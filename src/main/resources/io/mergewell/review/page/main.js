// Puts the page together.

/** What a reviewer can do, whether by mouse or by key. */
class Desk {
  constructor(plan) {
    this.plan = plan;
    this.decisions = new Decisions(plan);
    this.memory = new Memory(this.decisions);
    this.memory.start();
    this.view = new GroupView(this.decisions, this);
    this.list = new GroupList(this.decisions, (group) => this.open(group));
    this.filters = new Filters(plan, this.decisions, (groups) => this.found(groups));
    this.decisions.onChange((groups) => this.changed(groups));
  }

  start() {
    at('plan').textContent = `${this.plan.job} · plan ${this.plan.plan}`;
    at('reviewer').value = this.decisions.reviewer;
    at('report-only').textContent = REPORT_ONLY;
    at('report-only').hidden = Boolean(this.plan.apply);
    this.filters.set({});
    this.overview();
    this.counts();
    if (this.memory.trouble) {
      say(this.memory.trouble);
    }
    // The first search in a large plan would have to wait for this.
    later(() => this.plan.groups.forEach(searchText), 300)();
  }

  open(group) {
    const position = `${number(this.list.current + 1)} of ${number(this.list.groups.length)}`;
    this.view.show(group, position);
  }

  found(groups) {
    const all = this.plan.groups.length;
    const same = this.list.show(groups);
    at('found').textContent = groups.length === all ? counted(all, 'group') : `${number(groups.length)} of ${counted(all, 'group')}`;
    if (!same && this.view.group) {
      this.overview();
    }
  }

  overview() {
    this.list.leave();
    this.view.clear();
    at('group').replaceChildren(...overview(this.plan, this.decisions).filter((part) => part));
  }

  changed(groups) {
    this.list.draw();
    if (this.view.group) {
      this.view.refresh();
    } else {
      this.redrawOverview ??= later(() => this.view.group || this.overview(), 50);
      this.redrawOverview();
    }
    at('reviewer').value = this.decisions.reviewer;
    this.counts();
  }

  counts() {
    const counts = this.decisions.counts();
    const made = DECISIONS.filter((decision) => counts[decision] > 0).map((decision) => `${number(counts[decision])} ${SAID[decision]}`);
    at('left').textContent = `${counted(counts.left, 'row')} left to decide`
      + (made.length > 0 ? ' · ' + made.join(' · ') : '')
      + (counts.reading > 0 ? ` · ${number(counts.reading)} for reading only` : '');
    at('undo').disabled = this.decisions.steps.length === 0;
    at('export').classList.toggle('due', this.decisions.changedSinceExport);
  }

  /** A decision by key: on the row that the focus is in, else on the whole group, and then on to the next group. */
  press(decision) {
    const { group, row } = this.view;
    if (!group) {
      say('No group is chosen: press j for the first one.');
    } else if (row) {
      this.decide(group, [row], decision);
    } else if (this.decide(group, group.rows, decision) && decision !== '') {
      this.move(1);
    }
  }

  /** Returns whether all of it was decided. */
  decide(group, rows, decision) {
    const sentences = this.decisions.decide(group, rows, decision);
    const words = decision === '' ? 'no longer decided' : SAID[decision];
    say(sentences.join(' ') || `${group.name}: ${words}.`);
    return sentences.length === 0;
  }

  drop(row) {
    this.decisions.drop(row, 'NOT_DUPLICATE');
    say(`${row.duplicate} is not a duplicate; the other rows of the group are approved.`);
  }

  dropRow() {
    const { row } = this.view;
    if (row && row.group.rows.length > 1) {
      this.drop(row);
    } else {
      say('Press 1 to 9 first, for the row of the record that is another person.');
    }
  }

  survive(group, id) {
    say(this.decisions.survive(group, id) ?? `${id} survives.`);
    this.view.refresh();
  }

  surviveRow() {
    const { row } = this.view;
    if (row) {
      this.survive(row.group, this.decisions.survivorOf(row.group) === row.duplicate ? row.group.survivor : row.duplicate);
    } else {
      say('Press 1 to 9 first, for the row of the record that should survive.');
    }
  }

  note(row, text) {
    this.decisions.note(row, text);
  }

  undo() {
    const groups = this.decisions.undo();
    if (groups.length === 0) {
      say('There is nothing to undo.');
      return;
    }
    const index = this.list.groups.indexOf(groups[0]);
    if (groups.length === 1 && index >= 0 && groups[0] !== this.view.group) {
      this.list.choose(index);
    }
    say(groups.length === 1 ? `Undone: ${groups[0].name}.` : `Undone in ${counted(groups.length, 'group')}.`);
  }

  get page() {
    return this.list.page;
  }

  move(step) {
    const before = this.list.current;
    if (!this.list.move(step)) {
      say('No group is shown: change the filters.');
    } else if (before === this.list.current && step > 0) {
      say('This is the last group that is shown.');
    }
    // A focus that was in the group before would be nowhere now.
    if (document.activeElement === document.body || this.view.row) {
      at('list').focus();
    }
  }

  focusRow(index) {
    this.view.focusRow(index);
  }

  leaveRow() {
    at('list').focus();
  }
}

const MOST_PRINTED = 500;

/** On paper there are no lists to scroll: the groups that are shown, one after the other. */
function printGroups(desk) {
  const shown = desk.list.groups.slice(0, MOST_PRINTED);
  const view = new GroupView(desk.decisions, desk);
  at('printed').replaceChildren(
    make('h1', {}, `Duplicates to decide · ${desk.plan.job} · plan ${desk.plan.plan}`),
    make('p', {}, at('left').textContent + (desk.list.groups.length > MOST_PRINTED ? ` · the first ${MOST_PRINTED} groups` : '')),
    ...shown.map((group) => view.printed(group)));
}

function listen(desk) {
  at('overview').addEventListener('click', () => desk.overview());
  at('undo').addEventListener('click', () => desk.undo());
  at('export').addEventListener('click', () => exportReview(desk.decisions));
  at('import').addEventListener('click', () => at('file').click());
  at('file').addEventListener('change', async () => {
    const [file] = at('file').files;
    if (file) {
      await importReview(desk.decisions, file);
      at('file').value = '';
    }
  });
  at('help').addEventListener('click', showHelp);
  at('reviewer').addEventListener('change', () => desk.decisions.signAs(at('reviewer').value.trim()));
  addEventListener('beforeprint', () => printGroups(desk));
  addEventListener('afterprint', () => at('printed').replaceChildren());
  addEventListener('beforeunload', (event) => desk.decisions.changedSinceExport && event.preventDefault());
  listenToKeys(desk);
}

function start() {
  let plan;
  try {
    plan = readPlan(at('data').textContent);
  } catch {
    at('trouble').textContent = 'This page is damaged or was cut off on its way, so that it shows nothing: use review.csv'
      + ' beside it, or get the page anew.';
    return;
  }
  at('page').hidden = false;
  const desk = new Desk(plan);
  listen(desk);
  desk.start();
  at('trouble').remove();
}

start();

// The reviewer's desk.

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
    at('masked').textContent = MASKED;
    at('masked').hidden = !this.plan.masked;
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
    // Where the focus stays in the group, nothing else tells a reader of the screen that it is another one.
    at('now').textContent = `${nameOf(group, this.decisions)}, ${position}`;
  }

  found(groups) {
    const same = this.list.show(groups);
    at('found').textContent = foundInWords(groups, this.plan.groups);
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
      + (counts.reading > 0 ? ` · ${number(counts.reading)} for reading only` : '')
      + (counts.outcomes.size > 0 ? ' · handed in: ' + outcomeWords(counts) : '')
      + (counts.erased > 0 ? ` · ${number(counts.erased)} erased on request` : '');
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
    } else {
      const open = group.rows.filter((one) => !one.outcome);
      if (this.decide(group, open.length > 0 ? open : group.rows, decision) && decision !== '') {
        this.move(1);
      }
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
    this.toGroup();
  }

  /** Brings the focus to the group as a whole, so that keys scroll it; in the list it stays. */
  toGroup() {
    if (document.activeElement !== at('list')) {
      at('group').focus({ preventScroll: true });
      bringGroupIntoSight();
    }
  }

  focusRow(index) {
    this.view.focusRow(index);
  }

  leaveRow() {
    this.toGroup();
  }

  search() {
    this.unfold(true);
    at('text').focus();
  }

  /** In a narrow window, shows or hides what is not needed all the time. */
  unfold(isWanted) {
    at('page').classList.toggle('unfolded', isWanted);
    at('fold').setAttribute('aria-expanded', String(isWanted));
  }
}

const MASKED = 'This is a masked copy: names, addresses and numbers are shortened. Ids and rows are the real ones, so that'
  + ' what is decided and saved here counts as in the original.';

/** Such as "267 groups and 9 empty records", or how many of them are shown. */
function foundInWords(shown, all) {
  if (shown.length === all.length) {
    return countedGroups(all);
  }
  const shells = (groups) => groups.filter((group) => group.isShell).length;
  const groups = `${number(shown.length - shells(shown))} of ${counted(all.length - shells(all), 'group')}`;
  return shells(all) === 0 ? groups : `${groups}, ${number(shells(shown))} of ${counted(shells(all), EMPTY_RECORD)}`;
}

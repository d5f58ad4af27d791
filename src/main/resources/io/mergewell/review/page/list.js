// The list of groups: as many lines as fit are in the page, however many groups there are.

const LINE_REM = 3.6;
const BEYOND = 6;

/** A list box whose lines all have the same height. */
class GroupList {
  constructor(decisions, chosen) {
    this.decisions = decisions;
    this.chosen = chosen;
    this.groups = [];
    this.current = -1;
    this.box = at('list');
    this.lines = at('lines');
    let asked = false;
    this.box.addEventListener('scroll', () => {
      if (!asked) {
        asked = true;
        requestAnimationFrame(() => {
          asked = false;
          this.draw();
        });
      }
    });
    this.box.addEventListener('click', (event) => {
      const line = event.target.closest('[role=option]');
      if (line) {
        this.choose(Number(line.dataset.index));
      }
    });
    new ResizeObserver(() => this.measure()).observe(this.box);
    this.height = lineHeight();
  }

  get group() {
    return this.groups[this.current] ?? null;
  }

  /** Fits the lines to a window or a size of text that changed. */
  measure() {
    this.height = lineHeight();
    this.lines.style.height = this.groups.length * this.height + 'px';
    this.draw();
  }

  /** Shows these groups. The current one stays the current one if it is among them. */
  show(groups) {
    const before = this.group;
    this.groups = groups;
    this.current = groups.indexOf(before);
    this.lines.style.height = groups.length * this.height + 'px';
    this.box.scrollTop = Math.max(0, this.current) * this.height;
    this.draw();
    return this.group === before;
  }

  /** Makes a group of the list the current one. */
  choose(index) {
    if (index < 0 || index >= this.groups.length) {
      return false;
    }
    this.current = index;
    this.scrollTo(index);
    this.draw();
    this.chosen(this.group);
    return true;
  }

  /** Makes none the current one. */
  leave() {
    this.current = -1;
    this.draw();
  }

  move(step) {
    const last = this.groups.length - 1;
    const isFirstStep = this.current < 0 && step !== Infinity;
    return this.choose(isFirstStep ? 0 : Math.max(0, Math.min(last, this.current + step)));
  }

  scrollTo(index) {
    const { height } = this;
    const top = index * height;
    if (top < this.box.scrollTop) {
      this.box.scrollTop = top;
    } else if (top + height > this.box.scrollTop + this.box.clientHeight) {
      this.box.scrollTop = top + height - this.box.clientHeight;
    }
  }

  /** How many lines fit. */
  get page() {
    return Math.max(1, Math.floor(this.box.clientHeight / this.height) - 1);
  }

  draw() {
    const { height, box, groups } = this;
    const first = Math.max(0, Math.floor(box.scrollTop / height) - BEYOND);
    const end = Math.min(groups.length, Math.ceil((box.scrollTop + box.clientHeight) / height) + BEYOND);
    const lines = [];
    for (let i = first; i < end; i++) {
      lines.push(this.line(i, height));
    }
    // A reader is told of the current line even where it is scrolled away.
    if (this.current >= 0 && (this.current < first || this.current >= end)) {
      lines.push(this.line(this.current, height));
    }
    this.lines.replaceChildren(...lines);
    if (this.current >= 0) {
      box.setAttribute('aria-activedescendant', 'line-' + this.current);
    } else {
      box.removeAttribute('aria-activedescendant');
    }
  }

  line(index, height) {
    const group = this.groups[index];
    const line = make('div', {
      role: 'option',
      id: 'line-' + index,
      'data-index': index,
      'aria-selected': String(index === this.current),
      'aria-setsize': this.groups.length,
      'aria-posinset': index + 1,
    },
    make('span', { class: 'who' }, apart(nameOf(group, this.decisions))),
    make('span', { class: 'state' }, stateOf(group, this.decisions)),
    make('span', { class: 'what' }, group.erased ? 'erased on request' : [
      group.isShell ? EMPTY_RECORD : counted(group.members.length, 'record') + ' · ' + group.min,
      ' · ' + group.band,
      this.decisions.isOverridden(group) && ` · ${this.decisions.survivorOf(group)} survives`,
      group.cautions.length > 0 && ' · ' + counted(group.cautions.length, 'caution'),
    ]));
    line.style.top = index * height + 'px';
    return line;
  }
}

/** In pixels, at the size of text that the reader chose. */
function lineHeight() {
  return LINE_REM * parseFloat(getComputedStyle(document.documentElement).fontSize);
}

/** The name of whoever survives, if it has one. */
function nameOf(group, decisions) {
  const chosen = decisions.isOverridden(group) && group.members.find((member) => member.id === decisions.survivorOf(group));
  return chosen?.name ?? group.name;
}

/** What was decided on a group, in few words. */
function stateOf(group, decisions) {
  const words = tally(group.rows.map((row) => wordOf(row, decisions)));
  const all = words.length === 1;
  return words.map(([word, count]) =>
    make('span', { class: 'tag ' + classOf(word) }, all ? word : `${count} ${word}`));
}

function wordOf(row, decisions) {
  if (row.group.erased) {
    return 'erased';
  }
  return row.outcome?.word ?? SAID[decisions.of(row).decision] ?? (row.action === 'NONE' ? 'to read' : 'to decide');
}

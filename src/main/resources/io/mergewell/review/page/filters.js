// Which groups are shown.

const SHOW = {
  all: ['Everything', () => true],
  left: ['Left to decide', (group, decisions) => decisions.isLeft(group)],
  decided: ['Decided', (group, decisions) => decisions.isDecided(group)],
  cautions: ['With a caution', (group) => group.cautions.length > 0],
  losses: ['With a value lost', (group) => group.loses],
  reading: ['For reading only', (group) => !group.erased && group.rows.some((row) => row.action === 'NONE')],
  handed: ['Handed in before', (group) => group.rows.some((row) => row.outcome)],
  open: ['Handed in, not applied', (group) => group.rows.some((row) => NOT_DONE.includes(row.outcome?.word))],
  erased: ['Erased on request', (group) => group.erased],
};

/** What a reader should look at after an apply. */
const NOT_DONE = ['conflict', 'refused', 'in doubt', 'waiting'];

/** Of no use where there are none. */
const RARE = ['handed', 'open', 'erased'];

/** The row of filters. What it lets through stays until a filter is changed, whatever is decided meanwhile. */
class Filters {
  constructor(plan, decisions, shown) {
    this.plan = plan;
    this.decisions = decisions;
    this.shown = shown;
    fill(at('show'), Object.entries(SHOW)
      .filter(([value, [, isShown]]) => !RARE.includes(value) || plan.groups.some(isShown))
      .map(([value, [words]]) => [value, words]));
    fill(at('band'), [['', 'Any'], ['AUTO', 'AUTO'], ['REVIEW', 'REVIEW']]);
    fill(at('owner'), [['', 'Anybody'], ...facet(plan.groups, (group) => group.owners)]);
    fill(at('reason'), [['', 'Any'], ...facet(plan.groups, (group) => group.reasons)]);
    const form = at('filters');
    form.addEventListener('submit', (event) => event.preventDefault());
    form.addEventListener('input', (event) => event.target.id !== 'reviewer' && this.apply());
    form.addEventListener('reset', (event) => {
      event.preventDefault();
      this.set({});
    });
  }

  /** Sets all filters, those that are not named to everything. */
  set(chosen) {
    at('text').value = chosen.text ?? '';
    at('show').value = chosen.show ?? 'all';
    ['band', 'owner', 'reason'].forEach((id) => {
      at(id).value = chosen[id] ?? '';
    });
    this.apply();
  }

  apply() {
    const words = at('text').value.toLowerCase().split(/\s+/).filter((word) => word);
    const [, isShown] = SHOW[at('show').value];
    const [band, owner, reason] = ['band', 'owner', 'reason'].map((id) => at(id).value);
    this.shown(this.plan.groups.filter((group) =>
      (!band || group.band === band)
      && (!owner || group.owners.includes(owner))
      && (!reason || group.reasons.includes(reason))
      && isShown(group, this.decisions)
      && words.every((word) => searchText(group).includes(word))));
  }
}

/** The values that groups have, the most frequent first, each with the number of its groups. */
function facet(groups, values) {
  return tally(groups.flatMap(values)).map(([value, count]) => [value, `${value} (${number(count)})`]);
}

/** Values with how often each is there, the most frequent first, then in their order. */
function tally(values) {
  const counts = new Map();
  values.forEach((value) => counts.set(value, (counts.get(value) ?? 0) + 1));
  return [...counts].sort(([one, many], [other, more]) => more - many || (one < other ? -1 : 1));
}

function fill(select, options) {
  select.replaceChildren(...options.map(([value, words]) => make('option', { value }, words)));
}

// Pictures of the plan, drawn from its data.

const WIDE = 480;

/** A picture with its title, and the same in words for those who do not see it. */
function picture(title, height, inWords, content) {
  return make('figure', {}, make('figcaption', {}, title),
    draw('svg', { viewBox: `0 0 ${WIDE} ${height}`, role: 'img', 'aria-label': title + ': ' + inWords }, content));
}

/** Bars side by side under each other: label, count, and of these how many already (or null). */
function barPicture(title, bars, nothing) {
  if (bars.length === 0) {
    return make('figure', {}, make('figcaption', {}, title), make('p', { class: 'quiet' }, nothing));
  }
  const most = Math.max(1, ...bars.map(([, count]) => count));
  const [left, step] = [205, 24];
  const length = (count) => (count / most) * (WIDE - left - 60);
  const inWords = bars.map(([label, count]) => `${label} ${number(count)}`).join(', ');
  return picture(title, bars.length * step + 4, inWords, bars.map(([label, count, already = null], i) => [
    draw('text', { x: left - 8, y: i * step + 17, 'text-anchor': 'end' }, draw('title', {}, label), shortened(label, 28)),
    draw('rect', { x: left, y: i * step + 5, width: Math.max(1, length(count)), height: 16, class: 'bar' }),
    already !== null && draw('rect', { x: left, y: i * step + 5, width: length(already), height: 16, class: 'done' }),
    draw('text', { x: left + length(count) + 6, y: i * step + 17 }, number(count)),
  ]));
}

function shortened(text, most) {
  const signs = [...text];
  return signs.length <= most ? text : signs.slice(0, most - 1).join('') + '…';
}

/** How sure: each step to the right is a certainty ten times as high. */
const nines = (score) => Math.min(4, -Math.log10(1 - Math.min(score, 0.9999)));

const TICKS = [0.5, 0.9, 0.99, 0.999, 0.9999];

const STEP = 0.25;

function scorePicture(plan) {
  const rows = plan.groups.flatMap((group) => group.rows).filter((row) => row.score);
  const title = 'Rows by score';
  if (rows.length === 0) {
    return barPicture(title, [], 'No row has a score.');
  }
  const lowest = Math.min(...[plan.review ?? 1, ...rows.map((row) => Number(row.score))].map(nines));
  const from = Math.floor(lowest / STEP + 1e-9);
  const to = Math.round(4 / STEP);
  const bins = Array.from({ length: to - from + 1 }, () => ({ AUTO: 0, REVIEW: 0 }));
  // Scores have four digits, so that one that begins a bin may come out a hair below it.
  rows.forEach((row) => bins[Math.min(to, Math.floor(nines(Number(row.score)) / STEP + 1e-9)) - from][row.band]++);
  const most = Math.max(...bins.map((bin) => bin.AUTO + bin.REVIEW));
  const [top, bottom] = [34, 170];
  const width = (WIDE - 20) / bins.length;
  const x = (value) => 10 + (value / STEP - from) * width;
  const high = (count) => (count / most) * (bottom - top);
  const auto = plan.auto === null ? null : Math.min(x(nines(plan.auto)), x(4));
  const inWords = `${number(rows.length)} rows, ${number(rows.filter((row) => Number(row.score) >= 0.9999).length)} of them at`
    + ` 0.9999, the highest${plan.review === null ? '' : `; proposed from ${plan.review.toFixed(4)}, ${autoWords(plan)}`}`;
  return picture(title, 205, inWords, [
    bins.map((bin, i) => {
      const all = bin.AUTO + bin.REVIEW;
      const place = { x: 10 + i * width + 1, width: Math.max(1, width - 2) };
      return all > 0 && [
        draw('rect', { ...place, y: bottom - high(all), height: high(bin.REVIEW), class: 'bar' }),
        draw('rect', { ...place, y: bottom - high(bin.AUTO), height: high(bin.AUTO), class: 'done' }),
        draw('text', { x: place.x + place.width / 2, y: bottom - high(all) - 4, 'text-anchor': 'middle', class: 'small' }, number(all)),
      ];
    }),
    draw('line', { x1: 10, x2: WIDE - 10, y1: bottom, y2: bottom, class: 'axis' }),
    TICKS.filter((tick) => nines(tick) / STEP >= from).map((tick) =>
      draw('text', { x: x(nines(tick)), y: bottom + 16, 'text-anchor': 'middle', class: 'small' }, String(tick))),
    plan.review !== null && threshold(x(nines(plan.review)), 'review', bottom),
    auto !== null && threshold(auto, 'auto', bottom),
    draw('text', { x: WIDE / 2, y: 202, 'text-anchor': 'middle', class: 'small' }, 'match probability; pale REVIEW, strong AUTO'),
  ]);
}

function threshold(x, words, bottom) {
  return [
    draw('line', { x1: x, x2: x, y1: 16, y2: bottom, class: 'threshold' }),
    draw('text', { x, y: 12, 'text-anchor': x > WIDE - 60 ? 'end' : x < 60 ? 'start' : 'middle', class: 'small' }, words),
  ];
}

function autoWords(plan) {
  return plan.auto === null ? 'none is high enough for AUTO' : `AUTO from ${plan.auto.toFixed(4)}`;
}

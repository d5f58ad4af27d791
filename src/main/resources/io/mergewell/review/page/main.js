// Puts the page together.

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
  at('fold').addEventListener('click', () => desk.unfold(at('fold').getAttribute('aria-expanded') !== 'true'));
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

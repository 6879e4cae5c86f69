// Tasklist as a desk: what is due first comes first, each card says whose report it is and until when, and what one must
// know to do it stands beside the form.
import { element, moment, pageOf, read, say } from '../../portal.js';

const BY_DUE_DATE = JSON.stringify([{ sortBy: 'dueDate', sortOrder: 'asc' }]);

// Tasklist begins with what came last, and keeps its order in the address.
if (!/[?&]sorting=/.test(location.hash)) {
  const [, query] = location.hash.split('?');
  history.replaceState(null, '', `${location.pathname}${location.search}#/?${query ? `${query}&` : ''}sorting=${
    encodeURIComponent(BY_DUE_DATE)}`);
}

let waiting = new Map();

// All cards of a page are asked for at once.
function workItem(id) {
  if (waiting.size === 0) {
    setTimeout(() => {
      const asked = waiting;
      waiting = new Map();
      read(`work-items?${[...asked.keys()].map(each => `id=${encodeURIComponent(each)}`).join('&')}`).then(
        answer => asked.forEach(({ resolve }, each) => resolve(answer.items.find(item => item.id === each))),
        error => asked.forEach(({ reject }) => reject(error))
      );
    });
  }
  if (!waiting.has(id)) {
    const entry = {};
    entry.promise = new Promise((resolve, reject) => Object.assign(entry, { resolve, reject }));
    waiting.set(id, entry);
  }
  return waiting.get(id).promise;
}

function dueLine(item) {
  return element('span', { className: item.overdue ? 'desk-due desk-late' : 'desk-due' },
    item.overdue ? element('b', {}, say('已逾期', 'Overdue')) : '',
    item.dueAt ? `${item.overdue ? ' ' : ''}${say('限 ', 'due ')}${moment(item.dueAt)}` : say('无期限', 'no date'));
}

const card = {
  id: 'supervision-card',
  pluginPoint: 'tasklist.card',
  priority: 1000,
  render(container, { taskId }) {
    container.className = 'desk-card';
    workItem(taskId).then(
      item => item && container.append(
        element('span', { className: 'desk-unit' }, item.keyTask ? item.keyTask.leadUnit : item.matter || ''),
        dueLine(item)
      ),
      () => container.append(say('期限没有读到，刷新后再看', 'The date was not read, reload to see it'))
    );
  }
};

const VERDICTS = {
  DONE: say('已完成', 'Done'),
  ON_SCHEDULE: say('按序时推进', 'On schedule'),
  BEHIND: say('滞后', 'Behind'),
  NOT_STARTED: say('未启动', 'Not started')
};

function row(label, ...content) {
  return [element('dt', {}, label), element('dd', {}, ...content)];
}

function reportOf(cycle) {
  const report = (cycle.reports || []).find(version => !version.undoneAt);
  return report
    ? [
        element('h4', {}, say(`第 ${report.version} 次报告`, `Report, version ${report.version}`)),
        element('dl', {},
          row(say('单位结论', 'Verdict'), VERDICTS[report.verdict] || say('未填', 'none')),
          row(say('本季进展', 'Progress'), report.progress),
          report.problems ? row(say('存在问题', 'Problems'), report.problems) : [],
          report.nextSteps ? row(say('下一步打算', 'Next steps'), report.nextSteps) : [])
      ]
    : [];
}

async function show(container, taskId) {
  const item = await read(`work-items/${encodeURIComponent(taskId)}`);
  const cycle = item.cycleId && item.kind.endsWith('-review') ? await read(`cycles/${encodeURIComponent(item.cycleId)}`) : {};
  container.replaceChildren(
    item.keyTask ? element('p', { className: 'desk-goal' },
      element('b', {}, say(`第 ${item.keyTask.number} 项`, `Task ${item.keyTask.number}`)),
      ` ${item.keyTask.leadUnit} · ${item.keyTask.goal}`) : '',
    element('p', {}, dueLine(item)),
    item.facts.length > 0 ? element('dl', {}, item.facts.map(fact =>
      row(fact.label, fact.before ? `${fact.before} → ${fact.text}` : fact.text))) : '',
    ...reportOf(cycle),
    element('p', {}, element('a', { href: pageOf(`/work-items/${taskId}`), target: '_blank', rel: 'noopener' },
      say('在门户中打开：佐证材料、上季对照、计算灯都在那里', 'Open in the portal: evidence, last quarter and lamps are there')))
  );
}

const facts = {
  id: 'supervision-facts',
  pluginPoint: 'tasklist.task.detail',
  priority: 900,
  properties: { label: say('情况与报告', 'Facts and report') },
  render(container, { taskId }) {
    container.className = 'desk-facts';
    show(container, taskId).catch(() =>
      container.replaceChildren(say('没有读到，刷新后再看', 'Not read, reload to see it')));
  }
};

export default [card, facts];

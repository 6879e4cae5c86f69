// The plug-in for supervisors (逾期督办): a tile on the dashboard, a page with what is late, counts on the diagrams, and
// the facts of a cycle beside its instance. It reads what the application lets its reader see, and acts nowhere: whoever
// wants to remind, sign or extend is led to the portal.
import { element, moment, pageOf, read, readEngine, say } from '../../portal.js';
import { BELOW, LAMPS, RUNGS, STATES, STEPS, VERDICTS, days, failure } from './words.js';

const TITLE = say('逾期督办', 'Overdue');
const SIZE = 50;

const UNREAD = say('没有读到，刷新后再看。', 'Not read. Reload to see it.');

const TASKS = {
  PART: 'UserTask_FillPartnerPart',
  REPORT: 'UserTask_DraftReport',
  UNIT_REVIEW: 'UserTask_ReviewByUnitLeader',
  OFFICE_REVIEW: 'UserTask_ReviewByOffice'
};

const RUNG_TASKS = {
  FIRST_REMINDER: 'ServiceTask_IssueFirstReminder',
  SECOND_REMINDER: 'ServiceTask_IssueSecondReminder',
  SUPERVISION_ORDER: 'ServiceTask_DraftOrder',
  INTERVIEW: 'ServiceTask_ProposeInterview'
};

const filled = (container, ...content) => container.replaceChildren(...content.flat().filter(part => part !== ''));

const shown = (container, content) => content.then(
  parts => filled(container, parts),
  () => filled(container, element('p', { className: 'od-hint' }, UNREAD))
);

// In the same window: one that Cockpit opens stays in the sandbox of its policy, without print and questions.
const toPortal = (path, words) => element('a', { href: pageOf(path) }, words);

const toInstance = (id, words) => element('a', { href: `#/process-instance/${id}/runtime` }, words);

const filterOf = rung => `#/overdue${rung ? `?rung=${rung}` : ''}`;

function figures(summary, chosen) {
  const figure = (words, count, rung) => element('li', { className: chosen !== undefined && rung === chosen ? 'od-chosen' : '' },
    count > 0 && rung !== undefined
      ? element('a', { href: filterOf(rung) }, element('b', {}, String(count)), ` ${words}`)
      : element('span', {}, element('b', {}, String(count)), ` ${words}`));
  return element('ul', { className: 'od-figures' },
    figure(say('项逾期', 'late'), summary.total, ''),
    Object.entries(RUNGS).map(([rung, words]) => figure(words, summary.byRung[rung] || 0, rung)),
    figure(BELOW, summary.belowFirstRung));
}

async function tile() {
  const summary = await read('overdue-cycles/summary');
  return [
    element('h1', { className: 'section-title' }, element('a', { href: filterOf('') }, TITLE)),
    summary.total === 0
      ? element('p', { className: 'od-hint' }, say('现在没有逾期的事项。', 'Nothing is late now.'))
      : figures(summary)
  ];
}

const acts = cycle => element('span', { className: 'od-acts' },
  toPortal(`/cycles/${cycle.cycleId}`, say('办理页', 'Cycle')),
  toPortal(`/cycles/${cycle.cycleId}/reminders`, say('催办', 'Remind')),
  cycle.rung === 'SUPERVISION_ORDER' ? toPortal('/slips/signatures', say('签发', 'Sign')) : '',
  toPortal(`/cycles/${cycle.cycleId}/change-requests`, say('延期', 'Extend')));

function row(cycle) {
  return element('tr', {},
    element('td', { className: 'od-number' }, String(cycle.number)),
    element('td', { className: 'od-goal', title: cycle.goal }, cycle.important ? element('b', {}, say('重要 ', 'Important ')) : '',
      cycle.goal),
    element('td', {}, cycle.unitName),
    element('td', {}, cycle.step === 'REPORT' && cycle.timesReturned > 0 ? say('重报', 'Report again') : STEPS[cycle.step]),
    element('td', { className: `od-rung od-${cycle.rung || 'BELOW'}` }, RUNGS[cycle.rung] || BELOW),
    element('td', { className: 'od-days' }, days(cycle.workingDaysOverdue), element('small', {}, moment(cycle.dueAt))),
    element('td', {}, cycle.officer || say('未指定', 'none')),
    element('td', {}, cycle.instanceId ? toInstance(cycle.instanceId, say('流程实例', 'Instance')) : ''),
    element('td', {}, acts(cycle)));
}

const HEADS = [
  ['编号', 'No.'], ['重点任务', 'Key task'], ['单位', 'Unit'], ['所欠', 'Owed'], ['阶梯', 'Rung'], ['逾期', 'Late'],
  ['督查员', 'Officer'], ['流程', 'Process'], ['到门户办理', 'In the portal']
];

function table(list) {
  return element('table', { className: 'cam-table od-table' },
    element('thead', {}, element('tr', {}, HEADS.map(([chinese, inEnglish]) => element('th', {}, say(chinese, inEnglish))))),
    element('tbody', {}, list.items.map(row)));
}

function pages(list, rung) {
  const last = Math.max(0, Math.ceil(list.total / list.size) - 1);
  const leaf = (to, words) => element('a', { href: `#/overdue?${rung ? `rung=${rung}&` : ''}page=${to}` }, words);
  return last === 0 ? '' : element('p', { className: 'od-pages' },
    list.page > 0 ? leaf(list.page - 1, say('上一页', 'Previous')) : '',
    element('span', {}, say(`第 ${list.page + 1} 页，共 ${last + 1} 页`, `Page ${list.page + 1} of ${last + 1}`)),
    list.page < last ? leaf(list.page + 1, say('下一页', 'Next')) : '');
}

function incident(each) {
  const [happened, todo, page] = failure(each.processDefinitionId.split(':')[0]);
  return element('li', { className: 'od-incident' },
    element('p', {}, element('b', {}, happened)),
    element('p', {}, say('怎么办：', 'What to do: '), todo, page ? element('span', {}, ' ', toPortal(page, say('送达记录', 'Delivery log'))) : ''),
    element('p', { className: 'od-hint' }, moment(each.incidentTimestamp, true), ' · ', say('实例 ', 'instance '),
      toInstance(each.processInstanceId, each.processInstanceId)),
    each.incidentMessage
      ? element('details', {}, element('summary', {}, say('给运维人员的原文', 'For the operators')), each.incidentMessage)
      : '');
}

const incidents = found => (found.length === 0 ? [] : [
  element('h2', {}, say(`异常 ${found.length} 起`, `${found.length} failures`)),
  element('ul', { className: 'od-incidents' }, found.map(incident))
]);

async function page() {
  const asked = new URLSearchParams(location.hash.split('?')[1] || '');
  const rung = RUNGS[asked.get('rung')] ? asked.get('rung') : '';
  const number = Math.max(0, Number.parseInt(asked.get('page') || '0', 10) || 0);
  const [summary, list, failed] = await Promise.all([
    read('overdue-cycles/summary'),
    read(`overdue-cycles?size=${SIZE}&page=${number}${rung ? `&rung=${rung}` : ''}`),
    readEngine('incident?sortBy=incidentTimestamp&sortOrder=desc&maxResults=20')
  ]);
  return [
    figures(summary, rung),
    list.items.length === 0
      ? element('p', { className: 'od-hint' }, rung
        ? say('这一级现在没有事项。', 'Nothing stands on this rung now.')
        : say('现在没有逾期的事项。到期没有报送或审核的，18:00 起列在这里。', 'Nothing is late now. What is not done by 18:00 of its day is listed here.'))
      : table(list),
    pages(list, rung),
    ...incidents(failed)
  ];
}

function badge(viewer, place, words, title) {
  if (viewer.get('elementRegistry').get(place)) {
    viewer.get('overlays').add(place, 'supervision', {
      position: { top: -24, left: -4 },
      show: { minZoom: -Infinity, maxZoom: Infinity },
      scale: { min: 0.8, max: 1 },
      html: element('span', { className: 'od-badge', title }, words)
    });
  }
}

async function countsOn(viewer, process) {
  const places = { 'quarterly-cycle': ['byStep', TASKS], 'overdue-escalation': ['byRung', RUNG_TASKS] }[process];
  if (places) {
    const counts = (await read('overdue-cycles/summary'))[places[0]];
    Object.entries(counts).forEach(([what, count]) => badge(viewer, places[1][what], say(`逾期 ${count}`, `${count} late`),
      say(`现在有 ${count} 项逾期停在这里`, `${count} late cycles stand here now`)));
  }
}

// The cycle an instance runs for; nothing for the others.
async function standingOf(instanceId) {
  const instance = await readEngine(`process-instance/${instanceId}`);
  const process = instance.definitionId.split(':')[0];
  return ['quarterly-cycle', 'overdue-escalation'].includes(process)
    ? { process, ...await read(`cycles/${encodeURIComponent(instance.businessKey)}/standing`) }
    : { process };
}

// A ladder chases one step, and of partners one unit; a cycle has all of its own.
async function lateOn(viewer, instanceId) {
  const { process, late = [] } = await standingOf(instanceId);
  const ladder = process === 'overdue-escalation';
  const chased = ladder && late.length > 0 ? await readEngine(`process-instance/${instanceId}/variables`) : {};
  late.filter(each => !ladder || each.step === chased.step.value && (each.step !== 'PART' || each.unit === chased.unit.value))
    .forEach(each => badge(viewer, ladder ? RUNG_TASKS[each.rung] : TASKS[each.step],
      days(each.workingDaysOverdue), moment(each.dueAt)));
}

const fact = (label, ...content) => element('div', {}, element('dt', {}, label), element('dd', {}, ...content));

const wide = part => Object.assign(part, { className: 'od-wide' });

function facts({ cycle, officer, timesReturned, late }) {
  const [shape, word] = LAMPS[cycle.lamp] || ['', cycle.lamp];
  return [
    element('p', { className: 'od-goal-line' }, element('b', {}, say(`第 ${cycle.number} 项`, `Task ${cycle.number}`)), ` ${cycle.goal}`),
    element('dl', { className: 'od-facts' },
      fact(say('牵头单位', 'Lead unit'), cycle.leadUnitName),
      fact(say('办理环节', 'Step'), STATES[cycle.state] || cycle.state),
      fact(say('单位结论', 'Unit’s verdict'), VERDICTS[cycle.unitVerdict] || say('未报', 'none yet')),
      fact(say('督查室结论', 'Office’s verdict'), VERDICTS[cycle.officeVerdict] || say('未定', 'none yet')),
      fact(say('计算灯', 'Lamp'), element('span', { className: `od-lamp od-lamp-${cycle.lamp}` }, `${shape} ${word}`)),
      fact(say('期限', 'Due'), cycle.dueAt ? moment(cycle.dueAt, true) : say('已办结', 'closed')),
      fact(say('退回', 'Returned'), timesReturned === 0 ? say('没有退回过', 'never') : say(`${timesReturned} 次`, `${timesReturned}×`)),
      fact(say('督查员', 'Officer'), officer || say('未指定', 'none')),
      wide(fact(say('逾期', 'Late'), late.length === 0
        ? say('没有逾期', 'nothing')
        : late.map(each => element('p', {}, `${each.unitName} ${STEPS[each.step]} · `,
          element('b', {}, days(each.workingDaysOverdue)), ` · ${RUNGS[each.rung] || BELOW}`))))),
    element('p', {}, acts({ cycleId: cycle.id, rung: late.map(each => each.rung).find(rung => rung === 'SUPERVISION_ORDER') }),
      element('span', { className: 'od-hint' }, say('办理在门户进行，权限由门户核对。', 'Acts are done in the portal, which checks the rights.')))
  ];
}

async function tab(instanceId) {
  const [standing, failed] = await Promise.all([
    standingOf(instanceId),
    readEngine(`incident?processInstanceId=${encodeURIComponent(instanceId)}&maxResults=20`)
  ]);
  return [
    ...(standing.cycle ? facts(standing) : [element('p', { className: 'od-hint' },
      say('这个流程不是季度办理，没有报告情况；有关事项在门户查看。', 'This process is no quarterly cycle and has no report.'))]),
    ...incidents(failed)
  ];
}

export default [
  {
    id: 'overdue',
    pluginPoint: 'cockpit.navigation',
    priority: 200,
    label: TITLE,
    pagePath: '#/overdue',
    checkActive: path => path.includes('#/overdue')
  },
  {
    id: 'overdue-page',
    pluginPoint: 'cockpit.route',
    properties: { path: '/overdue' },
    render(container) {
      const content = element('div');
      container.className = 'od-page';
      container.append(element('h1', {}, TITLE), content);
      document.title = TITLE;
      shown(content, page());
    }
  },
  {
    id: 'overdue-tile',
    pluginPoint: 'cockpit.dashboard',
    priority: 100,
    render(container) {
      container.className = 'od-tile';
      shown(container, tile());
    }
  },
  {
    id: 'whose-tasks',
    pluginPoint: 'cockpit.tasks.dashboard',
    priority: 0,
    render(container) {
      container.className = 'od-page';
      container.append(element('p', { className: 'od-hint' },
        say('待办只对办理的岗位显示：', 'Work is shown to whoever does it: '), toPortal('/', say('到门户看待办', 'see yours in the portal'))));
    }
  },
  {
    id: 'overdue-counts',
    pluginPoint: 'cockpit.processDefinition.diagram.plugin',
    priority: 10,
    render: (viewer, { processDefinitionId }) => countsOn(viewer, processDefinitionId.split(':')[0]).catch(() => {})
  },
  {
    id: 'overdue-here',
    pluginPoint: 'cockpit.processInstance.diagram.plugin',
    priority: 10,
    render: (viewer, { processInstanceId }) => lateOn(viewer, processInstanceId).catch(() => {})
  },
  {
    id: 'overdue-facts',
    pluginPoint: 'cockpit.processInstance.runtime.tab',
    priority: 100,
    label: say('报告情况', 'Report'),
    render(container, { processInstanceId }) {
      container.className = 'od-tab';
      shown(container, tab(processInstanceId));
    }
  }
];

// What the engine's web applications and the libraries in them say in English whatever their language files hold:
// the calendars, the refusals of forms and a few labels. Nothing happens where English is asked for.
import { english } from './language.js';

const days = [...'日一二三四五六'];
const months = Array.from({ length: 12 }, (_, month) => `${month + 1}月`);

const LABELS = new Map([
  ['Actions', '操作'],
  ['Add new', '添加一行'],
  ['Download', '下载'],
  ['Invalid Date Value.', '日期无效。'],
  ['Loading diagram', '正在载入流程图'],
  ['Message is null.', '没有信息。'],
  ['Select', '请选择'],
  ['Select all', '全选'],
  ['Suspended Job Definition', '作业定义已中止'],
  ['Toggle this section', '展开或收起本栏'],
  ['Unselect all', '取消全选'],
  ['reset zoom', '恢复大小'],
  ['zoom in', '放大'],
  ['zoom out', '缩小']
]);

const REFUSALS = [
  [/^Field is required\.$/, '必填。'],
  [/^Field must have minimum value of (.+)\.$/, '不能小于 $1。'],
  [/^Field must have maximum value of (.+)\.$/, '不能大于 $1。'],
  [/^Field must have minimum length of (.+)\.$/, '至少 $1 个字。'],
  [/^Field must have maximum length of (.+)\.$/, '最多 $1 个字。'],
  [/^Field must match pattern .+\.$/, '格式不符。'],
  [/^Value is not a number\.$/, '请填数字。'],
  [/^Value is expected to be an integer\.$/, '请填整数。'],
  [/^Value is expected to have at most (\d+) decimal digits?\.$/, '最多 $1 位小数。'],
  [/^Date and time must both be entered\.$/, '日期和时间都要填。']
];

function inChinese(text, refusal) {
  if (!refusal) {
    return LABELS.get(text);
  }
  const [pattern, words] = REFUSALS.find(([said]) => said.test(text)) || [];
  return pattern && text.replace(pattern, words);
}

// What the engine puts before the words of a refusal.
const BEFORE_REFUSAL = /^Cannot (?:submit task form|complete task) \S+: (?=\S)/;

function mendText(node) {
  const said = node.data.trim();
  if (BEFORE_REFUSAL.test(said)) {
    node.data = said.replace(BEFORE_REFUSAL, '');
    return;
  }
  const place = node.parentElement;
  const words = said && place && (place.matches('.null-value') && said === 'null'
    ? '无'
    : inChinese(said, place.closest('.fjs-form-field-error')));
  if (words) {
    node.data = node.data.replace(said, words);
  }
}

function mend(node) {
  if (node.nodeType === Node.TEXT_NODE) {
    mendText(node);
  } else if (node.nodeType === Node.ELEMENT_NODE) {
    [node, ...node.querySelectorAll('[title]')].forEach(element => {
      const words = inChinese(element.getAttribute('title'), false);
      if (words) {
        element.setAttribute('title', words);
      }
    });
    const texts = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      mendText(texts.currentNode);
    }
  }
}

if (!english) {
  window.angular.module('ngLocale').run(['$locale', locale => Object.assign(locale.DATETIME_FORMATS, {
    AMPMS: ['上午', '下午'],
    DAY: days.map(day => `星期${day}`),
    SHORTDAY: days,
    MONTH: months,
    SHORTMONTH: months,
    STANDALONEMONTH: months,
    FIRSTDAYOFWEEK: 0
  })]);
  window.angular.module('ui.bootstrap.datepicker').run(['uibDatepickerConfig', calendar => {
    calendar.formatDayTitle = 'yyyy年M月';
  }]);
  new MutationObserver(changes => changes.forEach(change =>
    change.type === 'characterData' ? mendText(change.target) : change.addedNodes.forEach(mend)
  )).observe(document.body, { subtree: true, childList: true, characterData: true });
}

// They ask for some labels once, before a first visitor's language file has come, and then show their keys; and a visitor
// who comes again is shown those of the last visit. So the file is put where they keep it before they begin.
const base = document.querySelector('base');
const place = `${base.getAttribute('app-root')}/app/${base.getAttribute('app-name')}/locales/`;
const language = english ? 'en' : 'zh-CN';
try {
  const file = await (await fetch(`${place}${language}.json?bust=${window.bust}`, { signal: AbortSignal.timeout(5000) })).json();
  const kept = JSON.parse(localStorage.getItem('camunda-web') || '{}');
  kept[`${place}_locales_data_${language}_${window.bust}`] = JSON.stringify(file);
  localStorage.setItem('camunda-web', JSON.stringify(kept));
} catch {
  // They say so themselves.
}

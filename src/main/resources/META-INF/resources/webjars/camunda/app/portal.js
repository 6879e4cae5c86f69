// What plug-ins of the engine's web applications read of the application itself, and how they show it. It answers on
// their own port too; links to its pages lead to the portal from there.
import { english } from './language.js';

export const say = (chinese, inEnglish) => (english ? inEnglish : chinese);

const root = document.querySelector('base').getAttribute('app-root').replace(/\/camunda$/, '');

export const pageOf = path => root + path;

async function json(address) {
  const answer = await fetch(address, { headers: { Accept: 'application/json' }, credentials: 'same-origin' });
  if (!answer.ok) {
    throw new Error(`${answer.status}`);
  }
  return answer.json();
}

export const read = path => json(`${root}/api/v1/${path}`);

// The engine's own interface, under the engine's own rights.
export const readEngine = path => json(`${root}/camunda/api/engine/engine/default/${path}`);

// Elements with text only: what comes from people is never read as markup.
export function element(name, properties = {}, ...children) {
  const { dataset, ...others } = properties;
  const made = Object.assign(document.createElement(name), others);
  Object.assign(made.dataset, dataset);
  made.append(...children.flat(Infinity).filter(child => child !== null && child !== undefined && child !== ''));
  return made;
}

const dates = options => new Intl.DateTimeFormat(english ? 'en-GB' : 'zh-CN', { timeZone: 'Asia/Shanghai', ...options });
const DAY = dates({ month: 'long', day: 'numeric' });
const DAY_OF_YEAR = dates({ year: 'numeric', month: 'long', day: 'numeric' });
const WEEKDAY = dates({ weekday: 'short' });
const TIME = dates({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

export function moment(text, withYear = false) {
  const date = new Date(text);
  return `${(withYear ? DAY_OF_YEAR : DAY).format(date)} ${WEEKDAY.format(date)} ${TIME.format(date)}`;
}

// Controls whose act the engine refuses to everybody are not offered; the libraries read this when they begin.
export function leaveOut(plugIns) {
  document.querySelector('base').setAttribute('cam-exclude-plugins', plugIns.join(','));
}

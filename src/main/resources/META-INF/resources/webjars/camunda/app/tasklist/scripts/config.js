import { csrfCookieName, english, locales, vendor } from '../../language.js';

const say = (chinese, inEnglish) => (english ? inEnglish : chinese);

export default {
  app: { name: say('待办清单', 'Tasklist'), vendor },
  locales,
  csrfCookieName,
  customScripts: ['../chinese'],
  // It leads to a page that is not here.
  disableWelcomeMessage: true,
  // Those of the application, without the one that starts a process: nobody may.
  shortcuts: {
    claimTask: {
      key: 'ctrl+alt+c',
      description: say('认领所选任务', 'claims the currently selected task')
    },
    focusFilter: {
      key: 'ctrl+shift+f',
      description: say('到第一个筛选器', 'sets the focus to the first filter in the list')
    },
    focusList: {
      key: 'ctrl+alt+l',
      description: say('到第一项任务', 'sets the focus to the first task in the list')
    },
    focusForm: {
      key: 'ctrl+alt+f',
      description: say('到表单的第一个输入框', 'sets the focus to the first input field in a task form')
    }
  }
};

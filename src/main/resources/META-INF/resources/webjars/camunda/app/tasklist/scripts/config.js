import { csrfCookieName, locales, vendor } from '../../language.js';
import { leaveOut, say } from '../../portal.js';

// Comments and histories are the portal's; diagrams are for those who may open Cockpit.
leaveOut([
  'tasklist.task.action:task-action-comment',
  'tasklist.task.detail:task-detail-history',
  'tasklist.task.detail:task-detail-diagram'
]);

export default {
  app: { name: say('待办清单', 'Tasklist'), vendor },
  locales,
  csrfCookieName,
  customScripts: ['../chinese', 'scripts/desk'],
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

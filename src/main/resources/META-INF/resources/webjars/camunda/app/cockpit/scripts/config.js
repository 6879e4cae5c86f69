import { csrfCookieName, english, locales, vendor } from '../../language.js';
import { leaveOut } from '../../portal.js';

// Acts are the portal's, where rights are checked and reasons kept; lists of tasks show each person's own only.
leaveOut([
  'cockpit.navigation:tasks',
  'cockpit.navigation:batch',
  'cockpit.navigation:deployments',
  'cockpit.navigation:reports',
  'cockpit.tasks.dashboard:task-dashboard',
  'cockpit.processDefinition.runtime.action:*',
  'cockpit.processInstance.runtime.action:*',
  'cockpit.processInstance.runtime.tab:user-tasks-tab',
  'cockpit.processInstance.runtime.tab:external-tasks-process-instance-runtime',
  'cockpit.incident.action:*',
  'cockpit.jobDefinition.action:*',
  'cockpit.repository.deployment.action:*'
]);

export default {
  app: { name: english ? 'Cockpit' : '流程监控', vendor },
  locales,
  csrfCookieName,
  customScripts: ['../chinese', 'scripts/overdue'],
  // It leads to a page that is not here.
  disableWelcomeMessage: true
};

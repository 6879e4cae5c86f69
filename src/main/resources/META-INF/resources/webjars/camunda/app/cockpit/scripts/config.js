import { csrfCookieName, english, locales, vendor } from '../../language.js';

export default {
  app: { name: english ? 'Cockpit' : '流程监控', vendor },
  locales,
  csrfCookieName,
  customScripts: ['../chinese'],
  // It leads to a page that is not here.
  disableWelcomeMessage: true
};

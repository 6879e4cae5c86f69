import { csrfCookieName, english, locales, vendor } from '../../language.js';

export default {
  app: { name: english ? 'Admin' : '系统管理', vendor },
  locales,
  csrfCookieName,
  customScripts: ['../chinese'],
  // It leads to a page that is not here.
  disableWelcomeMessage: true
};

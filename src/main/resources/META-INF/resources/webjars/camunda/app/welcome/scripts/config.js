import { csrfCookieName, english, locales, vendor } from '../../language.js';

export default {
  app: { name: english ? 'Welcome' : '引擎应用', vendor },
  locales,
  csrfCookieName,
  customScripts: ['../chinese'],
  // The manual they link to lies outside.
  links: [],
  // It leads to a page that is not here.
  disableWelcomeMessage: true
};

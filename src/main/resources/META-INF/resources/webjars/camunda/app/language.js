// The language of the engine's web applications: English where the browser asks for it first, Chinese everywhere else.
// They compare the first part of the browser's language alone ("zh"), so Chinese can only be what they fall back to.
const asked = (navigator.languages && navigator.languages[0]) || navigator.language || '';

export const english = /^en\b/i.test(asked);

// One fallback for each, or both files would be loaded and the later one would decide how dates are written.
export const locales = {
  availableLocales: ['zh-CN', 'en'],
  fallbackLocale: english ? 'en' : 'zh-CN'
};

// Behind TLS its name says so (supervision.cookie-prefix); the page has set it before this is read.
export const csrfCookieName = document.cookie.includes('__Host-XSRF-TOKEN=') ? '__Host-XSRF-TOKEN' : 'XSRF-TOKEN';

export const vendor = english ? 'Supervision' : '督查督办';

// Their pages say "en" whatever they show.
document.documentElement.lang = english ? 'en' : 'zh-CN';

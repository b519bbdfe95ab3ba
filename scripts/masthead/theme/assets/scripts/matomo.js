// Matomo, set up so that what the page about cookies says is true. It reads no features of the browser.

const HOUR_S = 3_600;
const DAY_S = 24 * HOUR_S;

export const start = ({ script, endpoint, site, path }) => {
  window._paq = [
    ["setTrackerUrl", endpoint],
    ["setSiteId", site],
    ["setCookiePath", path],
    ["setCookieSameSite", "Lax"],
    ["setSecureCookie", location.protocol === "https:"],
    ["setVisitorCookieTimeout", 365 * DAY_S],
    ["setSessionCookieTimeout", HOUR_S / 2],
    ["setReferralCookieTimeout", 182 * DAY_S],
    ["disableBrowserFeatureDetection"],
    ["trackPageView"],
    ["enableLinkTracking"],
  ];
  document.head.append(Object.assign(document.createElement("script"), { src: script, async: true }));
};

export const stop = () => {
  window._paq.push(["deleteCookies"], ["disableCookies"]);
};

// Asks whether visits may be counted, remembers the answer in one cookie, and counts only where it is yes.

const YEAR_S = 31_536_000;
const KINDS = { Matomo: () => import("./matomo.js"), Plausible: () => import("./plausible.js") };
const COUNTERS_OWN = /(?:^|; )((?:_pk_|mtm_)[^=]*)=/g;

const root = document.documentElement;
const { version, root: home, ...settings } = document.querySelector("script[data-version]").dataset;
const path = new URL(home, location.href).pathname;
const notice = document.querySelector(".mh-consent");
const form = document.querySelector(".mh-consent-form");
let counter;
let isStopped = false;

const remember = (answer) => {
  const secure = location.protocol === "https:" ? "; secure" : "";
  document.cookie = `mh-consent=${answer}.${version}; path=${path}; max-age=${YEAR_S}; samesite=lax${secure}`;
};

/** Deletes the cookies of what counts, wherever one was set that this page can delete. */
const forget = () => {
  const parts = location.hostname.split(".");
  const domains = ["", ...parts.map((_, index) => `; domain=${parts.slice(index).join(".")}`)];
  for (const [, name] of document.cookie.matchAll(COUNTERS_OWN))
    for (const domain of domains)
      for (const place of new Set([path, "/"])) document.cookie = `${name}=; path=${place}${domain}; max-age=0`;
};

const start = async () => {
  const loaded = await KINDS[settings.kind]();
  if (counter || root.dataset.consent !== "accept") return; // what was stopped on a page starts on the next one
  counter = loaded;
  counter.start({ ...settings, path });
};

/** Stops what runs. A policy can be made stricter at any time: with this one the browser itself lets nothing out. */
const stop = () => {
  if (counter && !isStopped) {
    isStopped = true;
    counter.stop();
    const policy = document.createElement("meta");
    policy.httpEquiv = "Content-Security-Policy";
    policy.content = "script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; img-src 'self'";
    document.head.append(policy);
  }
  forget();
};

const obey = (answer) => (answer === "accept" ? start() : stop());

const settle = (answer) => {
  remember(answer);
  root.dataset.consent = answer;
  obey(answer);
};

/** Shows what was answered, and puts the focus there, so that it is read out and the keyboard goes on from it. */
const confirm = (place, answer) => {
  for (const words of place.querySelectorAll("[data-answered]")) words.hidden = words.dataset.answered !== answer;
  place.hidden = false;
  place.focus();
};

notice?.addEventListener("click", ({ target }) => {
  const { answer, hide } = target.dataset;
  if (answer) {
    notice.classList.add("mh-consent--answered");
    notice.querySelector(".mh-consent__asked").hidden = true;
    settle(answer);
    confirm(notice.querySelector(".mh-consent__confirmed"), answer);
  } else if (hide !== undefined) {
    notice.hidden = true;
    document.querySelector("#main").focus({ preventScroll: true });
  }
});

if (form) {
  const preset = () => {
    for (const choice of form.elements) choice.checked = choice.value === root.dataset.consent;
  };
  preset();
  addEventListener("pageshow", preset); // when a browser has filled in what was chosen before
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const answer = new FormData(form).get("mh-answer");
    settle(answer);
    confirm(document.querySelector(".mh-consent-form__saved"), answer);
  });
}

// A page to which one goes back is as it was left: where the answer has changed since, it is loaded anew.
const held = () => root.dataset.consent;
let holds = held();
addEventListener("pagehide", () => {
  holds = held();
});
addEventListener("pageshow", (event) => {
  if (event.persisted && holds !== held()) location.reload();
});

obey(held());

// Narrows the lists of events at once. The page has every coming event and the latest past ones; the others are on the
// pages of their years, which are fetched when a choice needs them: their cards are taken over as they stand there.

import { fetched } from "./fetched.js";
import { cardsOf, counted, insert, show, tell } from "./now.js";

const form = document.querySelector("[data-filters]");
const status = form.querySelector("[role=status]");
const clear = form.querySelector("[type=reset]");
const lists = ["coming", "past"].map((name) => document.querySelector(`[data-list=${name}]`));
const [, past] = lists;
const empty = new Map(lists.map((list) => [list, list.querySelector(".mh-event-list__empty")]));
const words = new Map(lists.map((list) => [list, empty.get(list).textContent]));
const years = new Map([...document.querySelectorAll("[data-token^='year:']")].map((link) => [link.dataset.token, link.href]));
const pages = new Map();
let latest = 0;

/** What is chosen, by the names of the fields. */
const chosen = () => new URLSearchParams([...new FormData(form)].filter(([, value]) => value));

const apply = async () => {
  const asked = (latest += 1);
  const { when, ...others } = Object.fromEntries(chosen());
  const tokens = Object.entries(others).map((pair) => pair.join(":"));
  clear.hidden = !when && !tokens.length;
  if (clear.hidden) return restore();
  try {
    if (when !== "coming") await complete(tokens.find((token) => years.has(token)));
  } catch {
    status.textContent = "The other events cannot be reached at the moment. The lists at the end lead to all of them.";
    return;
  }
  if (asked !== latest) return; // something else was chosen meanwhile
  const fits = (card) => tokens.every((token) => card.dataset.by.split(" ").includes(token));
  const numbers = lists.map((list) => {
    const isWanted = !when || list.dataset.list === when;
    place(list, isWanted, "No such event.");
    const number = isWanted ? show(list, fits, Infinity) : 0;
    tell(list, number);
    return number;
  });
  status.textContent = said(when, numbers);
};

/** The lists as they were, with room for the latest past events alone. */
const restore = () => {
  status.textContent = "";
  for (const list of lists) {
    place(list, true, words.get(list));
    tell(list, show(list) + Number(list.dataset.more ?? 0));
  }
};

/** Show or hide a list with its heading and its number, and say what stands in it where nothing does. */
const place = (list, isWanted, nothing) => {
  const heading = document.getElementById(list.getAttribute("aria-labelledby"));
  for (const part of [heading, document.querySelector(`[data-count="${list.id}"]`), list]) part.hidden = !isWanted;
  empty.get(list).textContent = nothing;
};

const said = (when, [ahead, behind]) => {
  if (!ahead && !behind) return "No event fits all of these.";
  if (when) return `${counted(ahead + behind)} ${when === "coming" ? "to come" : "in the past"}.`;
  return `${counted(ahead + behind)}: ${ahead} to come, ${behind} in the past.`;
};

/** Add what the page of a year has, or those of all years, to the past events: each page is fetched once. */
const complete = (year) => Promise.all((year ? [year] : [...years.keys()]).map(add));

const add = (year) => {
  if (!pages.has(year)) {
    const adding = fetched(years.get(year)).then(take);
    pages.set(year, adding);
    adding.catch(() => pages.delete(year)); // to be tried again
  }
  return pages.get(year);
};

const take = (other) => {
  const known = new Set(lists.flatMap(cardsOf).map(hrefOf));
  for (const card of other.querySelectorAll("[data-list] > [data-by]")) {
    if (known.has(hrefOf(card))) continue;
    card.hidden = true;
    insert(past, document.adoptNode(card));
    past.dataset.more = Number(past.dataset.more) - 1;
  }
};

const hrefOf = (card) => card.querySelector("h3 a").href;

/** Choose what the address says; what no field offers is left out. */
const read = () => {
  const asked = new URLSearchParams(location.search);
  for (const field of form.querySelectorAll("select")) {
    const value = asked.get(field.name) ?? "";
    field.value = [...field.options].some((option) => option.value === value) ? value : "";
  }
  return apply();
};

const remember = () => {
  const asked = chosen().toString();
  history.pushState(null, "", asked ? `?${asked}` : location.pathname);
  return apply();
};

form.addEventListener("change", remember);
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("reset", () => {
  setTimeout(remember); // the fields are emptied after this event
  form.querySelector("select").focus(); // the button goes, and the reader must not be lost with it
});
addEventListener("popstate", read);
document.addEventListener("mh:settled", apply);
form.hidden = false;
read();

// Answers a question as it is typed: in a panel below the field, or on the search page with filters beside the answer.

import { question, search } from "./index.js";
import { filterForm } from "./filters.js";

const CALM_MS = 120;
const IN_PANEL = 6;
const AT_ONCE = 10;

/** Listen to the form. `page` is the place for results on the search page; elsewhere there is none. */
export const answer = (form, page) => {
  const field = form.querySelector(".mh-search__field");
  const view = page ? onPage(form, page) : inPanel(form);
  let timer;
  let latest = 0;

  const ask = async () => {
    const asked = (latest += 1);
    if (!question(field.value)) return view.close();
    view.wait();
    const found = await search(field.value, form).catch(() => undefined);
    if (asked === latest) await view.show(found);
  };

  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, CALM_MS);
  });
  view.onAsk?.(ask);
  if (field.value) ask();
};

const inPanel = (form) => {
  const field = form.querySelector(".mh-search__field");
  const panel = element("div", "mh-found");
  const count = element("p", "mh-found__count", "", { role: "status" });
  const list = element("ol", "mh-found__list");
  const all = element("a", "mh-found__all");
  panel.hidden = true;
  panel.append(count, list, all);
  form.append(panel);

  const close = () => {
    panel.hidden = true;
  };
  form.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !form.contains(event.relatedTarget)) close();
  });
  document.addEventListener("pointerdown", (event) => {
    if (!form.contains(event.target)) close();
  });
  form.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !panel.hidden) {
      event.preventDefault();
      close();
      field.focus();
    }
    walk(event, [field, ...panel.querySelectorAll("a")]);
  });

  return {
    close,
    wait: () => {
      panel.hidden = false;
    },
    show: async (found) => {
      const entries = await Promise.all((found?.results ?? []).slice(0, IN_PANEL).map((result) => result.data()));
      list.replaceChildren(...entries.map(entry));
      count.textContent = summary(found);
      Object.assign(all, onward(form, field.value, found?.results.length));
    },
  };
};

const onPage = (form, page) => {
  const field = form.querySelector(".mh-search__field");
  const count = page.querySelector(".mh-results__count");
  const list = page.querySelector(".mh-results__list");
  const more = page.querySelector(".mh-results__more");
  let rest = [];

  const showMore = async () => {
    const [next, ...others] = [rest.slice(0, AT_ONCE), ...rest.slice(AT_ONCE)];
    rest = others;
    more.hidden = !rest.length;
    const items = (await Promise.all(next.map((result) => result.data()))).map(entry);
    list.append(...items);
    return items;
  };
  more.addEventListener("click", async () => (await showMore())[0]?.querySelector("a").focus());

  const fill = (found, chosen) => {
    rest = chosen;
    list.replaceChildren();
    count.textContent = summary(found && { ...found, results: chosen });
    return showMore();
  };
  const filters = filterForm(page.querySelector(".mh-results__filters"), fill);

  return {
    close: () => {
      page.hidden = true;
      remember("");
    },
    wait: () => {
      page.hidden = false;
    },
    show: (found) => {
      remember(field.value);
      return filters.show(found);
    },
    onAsk: (ask) =>
      form.addEventListener("submit", (event) => {
        event.preventDefault();
        ask();
      }),
  };
};

/** Where the panel leads on: to all results, or, where there are none, to everything there is. */
const onward = (form, asked, count) => {
  if (!count) return { href: form.action, textContent: "See everything on this site" };
  const textContent = count > IN_PANEL ? `See all ${count} results` : "Narrow the results";
  return { href: `${form.action}?${new URLSearchParams({ q: asked })}`, textContent };
};

/** Keep the question in the address, so that a link and the Back button lead to it. */
const remember = (asked) => history.replaceState(null, "", asked ? `?${new URLSearchParams({ q: asked })}` : location.pathname);

/** The arrow keys go from the field to the results and back. */
const walk = (event, stops) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const at = stops.indexOf(document.activeElement);
  if (!step || at < 0 || !stops[at + step]) return;
  event.preventDefault();
  stops[at + step].focus();
};

const summary = (found) => {
  if (!found) return "The search cannot be reached at the moment. Please try again.";
  const { results, answered, unknown } = found;
  const count = results.length === 1 ? "1 result" : `${results.length || "No"} results`;
  const absent = unknown.map((word) => `“${word}”`).join(" or ");
  return `${count} for “${answered}”.${results.length && absent ? ` No page has ${absent}.` : ""}`;
};

/** One result: its title, what it is, when and where, and the words around those that were found. */
const entry = ({ url, meta, excerpt }) => {
  const item = element("li", "mh-found__item");
  const link = element("a", "mh-found__link", meta.title, { href: url });
  const line = element("p", "mh-found__line");
  line.append(element("span", "mh-found__kind", meta.kind), meta.line ? ` · ${meta.line}` : "");
  const words = element("p", "mh-found__excerpt");
  words.append("… ", ...marked(excerpt), " …");
  item.append(link, line, words);
  return item;
};

/** Pagefind’s excerpt as nodes: its only tags are <mark>, and all else in it is text. */
const marked = (excerpt) =>
  excerpt.split(/<mark>(.*?)<\/mark>/).map((part, index) => {
    const text = part.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
    return index % 2 ? element("mark", "mh-found__mark", text) : text;
  });

const element = (name, className, text = "", attributes = {}) => {
  const made = Object.assign(document.createElement(name), { className, textContent: text });
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  return made;
};

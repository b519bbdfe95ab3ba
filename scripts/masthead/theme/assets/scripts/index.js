// Asks Pagefind’s index: all words first, then any, and each as it was probably meant.

import { areAkin, meant } from "./spelling.js";

// Words of questions that tell no page from another.
const EMPTY = new Set(
  "a an and are at be by can do does for from has have how i in is it its me my of on or our s that the their there they this to us was we were what when where which who whom whose why will with you your".split(" "),
);
const EXCERPT_WORDS = 24;
const WEIGHED = 10;
let opened;

/** The words of a question that are worth a search; empty where there is none. */
export const question = (text) => text.trim().replace(/\s+/g, " ");

/** The results for a question, the best first; the question as it was answered, and the words that no page has. */
export const search = async (text, form) => {
  opened ??= open(form);
  const { pagefind, words, facets } = await opened;
  const typed = telling(text);
  const corrected = typed.map((word) => meant(word, words));
  const terms = corrected.filter(Boolean);
  const results = terms.length ? await ranked(await found(terms, pagefind), terms) : [];
  return {
    answered: terms.length ? typed.reduce((said, word, at) => said.replace(word, corrected[at]), question(text)) : question(text),
    unknown: typed.filter((word, at) => word !== corrected[at]),
    results: results.map((result) => ({ ...result, facets: facets(result.id) })),
  };
};

/** The words of a question without those that tell nothing, unless there are no others. */
const telling = (text) => {
  const words = text.split(/[^\p{L}\p{N}’'-]+/u).filter(Boolean);
  const some = words.filter((word) => !EMPTY.has(word.toLowerCase()));
  return some.length ? some : words;
};

const found = async (terms, pagefind) => {
  const { results } = await pagefind.search(terms.join(" "));
  return results.length || terms.length < 2 ? results : someOf(terms, pagefind);
};

/** The first results in a better order: the more of its title was asked for, the better a page answers. */
const ranked = async (results, terms) => {
  const first = await Promise.all(results.slice(0, WEIGHED).map(async (result) => ({ result, title: (await result.data()).meta.title })));
  const worth = ({ result, title }) => {
    const words = telling(title);
    const asked = words.filter((word) => terms.some((term) => areAkin(word, term)));
    return result.score * (1 + asked.length / words.length);
  };
  first.sort((one, other) => worth(other) - worth(one));
  return [...first.map(({ result }) => result), ...results.slice(WEIGHED)];
};

/** Pages that have at least half of the words, those with most of them first. */
const someOf = async (terms, pagefind) => {
  const answers = await Promise.all(terms.map((term) => pagefind.search(term)));
  const pages = new Map();
  for (const result of answers.flatMap((one) => one.results)) {
    const page = pages.get(result.id) ?? { result, hits: 0, score: 0 };
    pages.set(result.id, { ...page, hits: page.hits + 1, score: page.score + result.score });
  }
  return [...pages.values()]
    .filter((page) => page.hits * 2 >= terms.length)
    .sort((one, other) => other.hits - one.hits || other.score - one.score)
    .map(({ result, score }) => ({ ...result, score }));
};

const open = async (form) => {
  const index = new URL(form.dataset.index, document.baseURI);
  const read = async (name) => (await fetch(new URL(name, index))).json();
  const [{ createInstance }, words, { values, pages }] = await Promise.all([
    import(index.href),
    read("words.json"),
    read("facets.json"),
  ]);
  const basePath = new URL(".", index).pathname;
  const baseUrl = new URL(form.dataset.root, document.baseURI).pathname;
  const pagefind = createInstance({ basePath, baseUrl, excerptLength: EXCERPT_WORDS, noWorker: true });
  return { pagefind, words, facets: (id) => (pages[id] ?? []).map((number) => values[number]) };
};

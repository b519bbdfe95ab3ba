// Fills a list of the next events from the page of all, when so many are over that its spare cards did not last.

import { fetched } from "./fetched.js";

/** Fetch what is missing, once, and have all put right again. */
export const refill = async (list, settle) => {
  const { rest, most } = list.dataset;
  delete list.dataset.rest;
  const page = await fetched(rest).catch(() => undefined);
  const cards = page ? [...page.querySelectorAll("[data-list=coming] > [data-by]")] : [];
  const ahead = cards.filter((card) => !isOver(card) && !card.querySelector(".mh-label--cancelled"));
  const here = list.querySelectorAll(":scope > [data-by]").length;
  for (const card of ahead.slice(here, Number(most))) list.append(document.adoptNode(card));
  settle();
};

const isOver = ({ dataset }) => dataset.over && Date.parse(dataset.over) <= Date.now();

// Puts right what was true on the day of the build: what is over moves to the past, and labels, offers and notices come
// and go. The page says in attributes from when until when each piece is true (moments in UTC, so that the reader’s own
// zone does not matter); nothing is worked out here but “is it time?”.

/** Words for a number of events. */
export const counted = (number) => `${number.toLocaleString(document.documentElement.lang)} ${number === 1 ? "event" : "events"}`;

/** The cards of a list, hidden ones among them. */
export const cardsOf = (list) => [...list.querySelectorAll(":scope > [data-by]")];

/** Put a card into a list of past events, the latest first. */
export const insert = (list, card) => {
  const next = cardsOf(list).find((other) => Number(other.dataset.order) > Number(card.dataset.order));
  list.insertBefore(card, next ?? list.querySelector(":scope > .mh-event-list__empty"));
};

/** Show the cards that `fits`, no more than the list has room for, and words where there are none. */
export const show = (list, fits = () => true, most = Number(list.dataset.most) || Infinity) => {
  const fitting = cardsOf(list).filter((card) => {
    card.hidden = true;
    return fits(card);
  });
  fitting.slice(0, most).forEach((card) => {
    card.hidden = false;
  });
  list.querySelector(":scope > .mh-event-list__empty").hidden = fitting.length > 0;
  return fitting.length;
};

/** Say how many events a list has. */
export const tell = (list, number) => {
  const count = list.id && document.querySelector(`[data-count="${list.id}"]`);
  if (count) count.textContent = counted(number);
};

/** Put all right, and tell whoever minds. */
export const settle = () => {
  const now = Date.now();
  const isNow = ({ since, until }) => !(since && now < Date.parse(since)) && !(until && Date.parse(until) <= now);
  const isOver = ({ over }) => over && Date.parse(over) <= now;
  for (const piece of document.querySelectorAll("[data-since], [data-until]")) piece.hidden = !isNow(piece.dataset);
  const lists = [...document.querySelectorAll("[data-list]")];
  for (const list of lists) {
    const past = document.getElementById(list.dataset.then);
    for (const card of cardsOf(list).filter((one) => isOver(one.dataset))) {
      delete card.dataset.over;
      if (past) insert(past, card);
      else card.remove();
    }
  }
  for (const list of lists) {
    const number = show(list);
    tell(list, number + Number(list.dataset.more ?? 0));
    if (list.dataset.rest && number < Number(list.dataset.most)) import("./refill.js").then(({ refill }) => refill(list, settle));
  }
  document.dispatchEvent(new Event("mh:settled"));
};

settle();
// Somebody comes back to a page that was left open, or was kept by the browser.
document.addEventListener("visibilitychange", () => document.hidden || settle());
addEventListener("pageshow", ({ persisted }) => persisted && settle());

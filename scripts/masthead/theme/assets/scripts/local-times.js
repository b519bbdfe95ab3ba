// Says when an event is by the reader’s own clock, where that is another than the event’s at that moment.

const { language } = document.querySelector("[data-language]").dataset; // of the words; that of the theme is but “en”
const own = new Intl.DateTimeFormat().resolvedOptions().timeZone;
const DAY = { weekday: "long", day: "numeric", month: "long", year: "numeric" };
const WALL = { ...DAY, hour: "numeric", minute: "numeric", hourCycle: "h23" };

const wall = (moment, zone) => new Intl.DateTimeFormat(language, { ...WALL, timeZone: zone }).format(moment);
const differs = (moment, zone) => wall(moment, zone) !== wall(moment, own);

/** Thursday 11 March 2027. */
const dayOf = (moment, zone = own) => {
  const parts = new Intl.DateTimeFormat(language, { ...DAY, timeZone: zone }).formatToParts(moment);
  return parts.map(({ type, value }) => (type === "literal" ? " " : value)).join("");
};

/** 10am, 10:30am, midday or midnight, as our pages say it; the 24-hour clock in other languages. */
const hourOf = (moment) => {
  const parts = new Intl.DateTimeFormat("en-GB", { hour: "numeric", minute: "2-digit", hourCycle: "h23", timeZone: own }).formatToParts(moment);
  const [hour, minute] = ["hour", "minute"].map((name) => Number(parts.find(({ type }) => type === name).value));
  const minutes = String(minute).padStart(2, "0");
  if (!language.startsWith("en")) return `${String(hour).padStart(2, "0")}:${minutes}`;
  if (!minute && hour % 12 === 0) return hour ? "midday" : "midnight";
  return `${hour % 12 || 12}${minute ? `:${minutes}` : ""}${hour < 12 ? "am" : "pm"}`;
};

/** From when to when; the day only where it is another than on the page, or where the end has another. */
const span = (starts, ends, zone) => {
  const isOtherDay = dayOf(starts) !== dayOf(starts, zone) || (ends && dayOf(ends) !== dayOf(starts));
  const first = isOtherDay ? `${dayOf(starts)}, ${hourOf(starts)}` : hourOf(starts);
  if (!ends) return first;
  return `${first} to ${dayOf(ends) === dayOf(starts) ? "" : `${dayOf(ends)}, `}${hourOf(ends)}`;
};

const isOver = ({ over }) => over && Date.parse(over) <= Date.now();

for (const line of document.querySelectorAll("[data-starts]")) {
  const [starts, ends] = [line.dataset.starts, line.dataset.ends].map((text) => text && new Date(text));
  const { zone } = line.dataset;
  if (isOver(line.dataset) || !(differs(starts, zone) || (ends && differs(ends, zone)))) continue;
  const city = own.includes("/") && !own.startsWith("Etc/") ? ` (${own.split("/").pop().replaceAll("_", " ")})` : "";
  line.querySelector(".mh-facts__city").textContent = city;
  line.querySelector(".mh-facts__hours").textContent = span(starts, ends, zone);
  line.hidden = false;
}

for (const agenda of document.querySelectorAll("[data-agenda]")) {
  for (const time of isOver(agenda.dataset) ? [] : agenda.querySelectorAll("time")) {
    const moment = new Date(time.dateTime);
    if (Number.isNaN(moment.valueOf()) || !differs(moment, agenda.dataset.zone)) continue;
    const isOtherDay = dayOf(moment) !== dayOf(moment, agenda.dataset.zone);
    const day = isOtherDay ? `, ${new Intl.DateTimeFormat(language, { weekday: "short", timeZone: own }).format(moment)}` : "";
    const words = `${hourOf(moment)} your time${day}`;
    time.after(Object.assign(document.createElement("span"), { className: "mh-agenda__local", textContent: words }));
  }
}

// What ical.js reads in calendars: node calendar.mjs FILE … prints a JSON list, one item for each file.
import { readFileSync } from "node:fs";
import ICAL from "ical.js";

const instant = (time) => (time.isDate ? time.toString() : new Date(time.toUnixTime() * 1000).toISOString());

function read(path) {
  const calendar = new ICAL.Component(ICAL.parse(readFileSync(path, "utf8")));
  for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
  const events = calendar.getAllSubcomponents("vevent").map((component) => {
    const event = new ICAL.Event(component);
    return {
      uid: event.uid,
      summary: event.summary,
      location: event.location,
      status: component.getFirstPropertyValue("status"),
      starts: instant(event.startDate),
      ends: instant(event.endDate),
    };
  });
  ICAL.TimezoneService.reset();
  return events;
}

console.log(JSON.stringify(process.argv.slice(2).map(read)));

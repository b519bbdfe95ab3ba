"""The rules of RFC 5545 that a published calendar must keep, read from its bytes without any library for calendars."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

LINE = re.compile(r"(?P<name>[A-Za-z0-9-]+)(?P<parameters>(?:;[A-Za-z0-9-]+=(?:\"[^\"]*\"|[^\";:,]*))*):(?P<value>.*)")
ZONE = re.compile(r";TZID=\"?([^\";]+)\"?")
LONGEST = 75
ONCE = {
    "VCALENDAR": ("VERSION", "PRODID"),
    "VEVENT": ("UID", "DTSTAMP", "DTSTART"),
    "VTIMEZONE": ("TZID",),
    "STANDARD": ("DTSTART", "TZOFFSETFROM", "TZOFFSETTO"),
    "DAYLIGHT": ("DTSTART", "TZOFFSETFROM", "TZOFFSETTO"),
}
AT_MOST_ONCE = ("DTEND", "SUMMARY", "DESCRIPTION", "LOCATION", "STATUS", "SEQUENCE", "URL", "TRANSP", "LAST-MODIFIED")
VALUES = {
    "VERSION": r"2\.0",
    "STATUS": "TENTATIVE|CONFIRMED|CANCELLED",
    "TRANSP": "OPAQUE|TRANSPARENT",
    "SEQUENCE": r"\d+",
    "DTSTAMP": r"\d{8}T\d{6}Z",
    "LAST-MODIFIED": r"\d{8}T\d{6}Z",
    "DTSTART": r"\d{8}(T\d{6}Z?)?",
    "DTEND": r"\d{8}(T\d{6}Z?)?",
    "TZOFFSETFROM": r"[+-]\d{4}(\d\d)?",
    "TZOFFSETTO": r"[+-]\d{4}(\d\d)?",
    "GEO": r"-?\d{1,2}\.\d+;-?\d{1,3}\.\d+",
    "URL": r"https?://\S+",
    "CONFERENCE": r"https?://\S+",
}


@dataclass
class Component:
    """A part of a calendar: its properties as name, parameters and value, and the parts inside it."""

    name: str
    lines: list[tuple[str, str, str]] = field(default_factory=list)
    parts: list["Component"] = field(default_factory=list)

    def value(self, name: str) -> str:
        return next((value for key, _, value in self.lines if key == name), "")

    def all(self, name: str) -> list["Component"]:
        return [part for part in self.parts if part.name == name]


def faults(content: bytes) -> list[str]:
    """Every rule that a calendar breaks; none where it is as the RFC has it."""
    try:
        text = content.decode()
        calendar = _composed(text)
    except ValueError as fault:
        return [str(fault)]
    return [*_of_lines(content, text), *_of_components(calendar), *_of_zones(calendar), *_of_events(calendar)]


def _of_lines(content: bytes, text: str) -> Iterator[str]:
    if "\n" in text.replace("\r\n", "") or "\r" in text.replace("\r\n", ""):
        yield "3.1: a line ends in something else than CRLF"
    if any(len(line) > LONGEST for line in content.split(b"\r\n")):
        yield "3.1: a line is longer than 75 octets"


def _composed(text: str) -> Component:
    """The calendar of unfolded lines. Raises ValueError where parts are not closed, or a line is none."""
    if not text.startswith("BEGIN:VCALENDAR\r\n") or not text.endswith("\r\nEND:VCALENDAR\r\n"):
        raise ValueError("3.4: it does not begin and end as a calendar")
    outside = Component("")
    opened = [outside]
    for line in text.replace("\r\n ", "").removesuffix("\r\n").split("\r\n"):
        found = LINE.fullmatch(line)
        if found is None:
            raise ValueError(f"3.1: no content line: {line}")
        if found["name"] == "BEGIN":
            opened.append(Component(found["value"]))
        elif found["name"] == "END":
            closed = opened.pop()
            if closed.name != found["value"]:
                raise ValueError(f"3.6: {closed.name} is closed as {found['value']}")
            opened[-1].parts.append(closed)
        else:
            opened[-1].lines.append((found["name"], found["parameters"], found["value"]))
    if len(opened) != 1 or len(outside.parts) != 1:
        raise ValueError("3.4: it is not one calendar")
    return outside.parts[0]


def _of_components(component: Component) -> Iterator[str]:
    times = Counter(name for name, _, _ in component.lines)
    for name in ONCE.get(component.name, ()):
        if times[name] != 1:
            yield f"3.6: {component.name} has {name} {times[name]} times"
    if component.name == "VEVENT":
        yield from (f"3.6.1: VEVENT has {name} {times[name]} times" for name in AT_MOST_ONCE if times[name] > 1)
    for name, _, value in component.lines:
        if name in VALUES and not re.fullmatch(VALUES[name], value):
            yield f"3.8: {name} is {value}"
        if name in ("SUMMARY", "DESCRIPTION", "LOCATION") and re.search(r"(?<!\\)(\\\\)*(?:[;,]|\\[^\\;,nN])", value):
            yield f"3.3.11: {name} is not escaped: {value}"
    for part in component.parts:
        yield from _of_components(part)


def _of_zones(calendar: Component) -> Iterator[str]:
    told = Counter(zone.value("TZID") for zone in calendar.all("VTIMEZONE"))
    used = {zone for event in calendar.all("VEVENT") for _, said, _ in event.lines for zone in ZONE.findall(said)}
    yield from (f"3.2.19: nothing explains the zone {zone}" for zone in sorted(used - told.keys()))
    yield from (f"3.6.5: the zone {zone} is explained twice" for zone, times in told.items() if times > 1)
    for zone in calendar.all("VTIMEZONE"):
        if not zone.parts:
            yield f"3.6.5: the zone {zone.value('TZID')} observes nothing"


def _of_events(calendar: Component) -> Iterator[str]:
    if not calendar.parts:
        yield "3.6: it holds nothing"
    names = Counter(event.value("UID") for event in calendar.all("VEVENT"))
    yield from (f"3.8.4.7: two events are named {name}" for name, times in names.items() if times > 1)
    for event in calendar.all("VEVENT"):
        starts, ends = event.value("DTSTART"), event.value("DTEND")
        if ends and (len(starts) == 8) != (len(ends) == 8):
            yield f"3.8.2.2: {event.value('UID')} starts with a day and ends with a moment, or the other way"
        elif ends and len(starts) == len(ends) == 8 and ends <= starts:
            yield f"3.8.2.2: {event.value('UID')} ends before it starts"

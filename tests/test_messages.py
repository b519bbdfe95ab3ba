"""Reports: one change to the small publication, and beside it all that `masthead check` says of it."""

# ruff: noqa: E501 (a report stands here as it is printed)

import json
import re
from dataclasses import dataclass
from itertools import product
from pathlib import Path

import pytest
from pydantic import ValidationError

from masthead.cli import main
from masthead.codes import CODES
from masthead.faults import schema_problems
from masthead.limits import MAX_PROBLEMS
from masthead.load import FOLDERS, SINGLES, Folder
from masthead.source import Source, parse_source

ROOMS: dict[str, Folder] = {**FOLDERS, **SINGLES}


@dataclass(frozen=True)
class Slip:
    """What an author does to one file: `before` becomes `after`. Without `before` the file is new; without both, gone."""

    fact: str
    path: str
    before: str | None
    after: str | None
    report: str
    encoding: str = "utf-8"

    def make(self, root: Path) -> None:
        path = root / self.path
        if self.after is None:
            path.unlink()
            return
        if self.before is None:
            path.parent.mkdir(exist_ok=True)
            path.write_text(self.after, encoding=self.encoding)
            return
        text = path.read_text(encoding="utf-8")
        assert text.count(self.before) == 1
        path.write_text(text.replace(self.before, self.after), encoding="utf-8")


SLIPS: tuple[Slip, ...] = (
    Slip(
        "a character without a font in a drawing of the manifesto",
        "manifesto/tide.svg",
        None,
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9" viewBox="0 0 9 9"><text>in → out</text></svg>\n',
        """\
manifesto/tide.svg:1:89: error: No font of the brand has the character “→” (rightwards arrow, U+2192). [character-without-font]
        Write “to”, or draw the arrow, or give the brand a font that has it.
""",
    ),
    Slip(
        "a transcript among the findings of interviews",
        "content/network/interviews/harbour-masters.yml",
        "    finding: Nobody asks who has not been asked.",
        "    finding: Nobody asks who has not been asked.\n    transcript: I never asked.",
        """\
content/network/interviews/harbour-masters.yml:9:5: error: “transcript” is not a field here. [unknown-field]
    9 |     transcript: I never asked.
            ^^^^^^^^^^
        Write one of: finding, id, title.
""",
    ),
    Slip(
        "an unknown field, with the nearest one",
        "events/launch.yml",
        "audience:",
        "audiense:",
        """\
events/launch.yml:8:1: error: “audiense” is not a field here. [unknown-field]
    8 | audiense: Everybody who ties up a boat.
        ^^^^^^^^
        Did you mean “audience”?
""",
    ),
    Slip(
        "an unknown field of a group",
        "events/launch.yml",
        "  locality:",
        "  localty:",
        """\
events/launch.yml:12:3: error: “localty” is not a field here. [unknown-field]
   12 |   localty: Whitby
          ^^^^^^^
        Did you mean “locality”?
""",
    ),
    Slip(
        "an unknown field that is near to none",
        "events/launch.yml",
        "audience:",
        "dresscode:",
        """\
events/launch.yml:8:1: error: “dresscode” is not a field here. [unknown-field]
    8 | dresscode: Everybody who ties up a boat.
        ^^^^^^^^^
        Take it out, or write one of: title, summary, updated, review_by, illustrative, tags, draft, publish_from, moved_from, kind, series, number_in_series, workstream, status, starts, ends, timezone, previously, venue, online, body, audience, capacity, price, registration, agenda, organisers, members, contact, documents, attendance, outcomes, decisions, photographs, feedback.
""",
    ),
    Slip(
        "an unknown field in front matter",
        "content/contact.md",
        "updated:",
        "updatd:",
        """\
content/contact.md:3:1: error: “updatd” is not a field here. [unknown-field]
    3 | updatd: 2026-10-02
        ^^^^^^
        Did you mean “updated”?
""",
    ),
    Slip(
        "a body in front matter",
        "content/contact.md",
        "updated:",
        "body: Write!\nupdated:",
        """\
content/contact.md:3:1: error: The body is the text below the front matter. [unknown-field]
    3 | body: Write!
        ^^^^
        Move it there.
""",
    ),
    Slip(
        "a missing field",
        "events/launch.yml",
        "title: The launch\n",
        "",
        """\
events/launch.yml:1:1: error: “title” is missing. [missing-field]
    1 | summary: The day on which three harbours became one network.
        ^
        Add a line “title: …”.
""",
    ),
    Slip(
        "a missing field of a group",
        "events/launch.yml",
        "    question: Was the day useful?\n",
        "",
        """\
events/launch.yml:26:5: error: “question” is missing. [missing-field]
   26 |   - id: useful
            ^^^^^^^^^^
        Add a line “question: …”.
""",
    ),
    Slip(
        "an empty field",
        "events/launch.yml",
        "title: The launch",
        "title:",
        """\
events/launch.yml:1:7: error: “title” is empty. [empty-field]
    1 | title:
              ^
        Write something.
""",
    ),
    Slip(
        "a text of no characters",
        "events/launch.yml",
        "title: The launch",
        'title: ""',
        """\
events/launch.yml:1:8: error: “title” is empty. [empty-field]
    1 | title: ""
               ^^
        Write something.
""",
    ),
    Slip(
        "a number for a text",
        "events/launch.yml",
        "title: The launch",
        "title: 2027",
        """\
events/launch.yml:1:8: error: “title” must be text, and this is the number 2027. [not-text]
    1 | title: 2027
               ^^^^
        Put it in quotes: "2027".
""",
    ),
    Slip(
        "a text for true or false",
        "events/launch.yml",
        "audience:",
        "draft: yes\naudience:",
        """\
events/launch.yml:8:8: error: “draft” must be true or false, and this is the text “yes”. [not-true-or-false]
    8 | draft: yes
               ^^^
        Write true.
""",
    ),
    Slip(
        "a text for a list",
        "events/launch.yml",
        "tags: [moorings]",
        "tags: moorings",
        """\
events/launch.yml:6:7: error: “tags” must be a list, and this is the text “moorings”. [not-a-list]
    6 | tags: moorings
              ^^^^^^^^
        Write tags: [moorings].
""",
    ),
    Slip(
        "a text for a group",
        "events/tide-talk.yml",
        "moved_from:",
        "venue: Net Loft\nmoved_from:",
        """\
events/tide-talk.yml:17:8: error: “venue” must be a group of fields, not the text “Net Loft”. [not-a-group]
   17 | venue: Net Loft
               ^^^^^^^^
        Write “name: Net Loft” on the next line, indented.
""",
    ),
    Slip(
        "a sign in a number",
        "events/launch.yml",
        "percent: 93",
        "percent: 93%",
        """\
events/launch.yml:30:18: error: “percent” must be a number, and this is “93%”. [not-a-number]
   30 |         percent: 93%
                         ^^^
        Write 93.
""",
    ),
    Slip(
        "a number that is too large",
        "events/launch.yml",
        "percent: 93",
        "percent: 193",
        """\
events/launch.yml:30:18: error: “percent” is too large: 193. [too-large]
   30 |         percent: 193
                         ^^^
        Write 100 or less.
""",
    ),
    Slip(
        "a number that is too small",
        "events/launch.yml",
        "audience:",
        "capacity: 0\naudience:",
        """\
events/launch.yml:8:11: error: “capacity” is too small: 0. [too-small]
    8 | capacity: 0
                  ^
        Write 1 or more.
""",
    ),
    Slip(
        "a broken number for a whole one",
        "events/launch.yml",
        "audience:",
        "capacity: 1.5\naudience:",
        """\
events/launch.yml:8:11: error: “capacity” must be a whole number, and this is the number 1.5. [not-a-number]
    8 | capacity: 1.5
                  ^^^
        Write digits only.
""",
    ),
    Slip(
        "a text for a number that may be not recorded",
        "events/launch.yml",
        "responses: 41",
        "responses: many",
        """\
events/launch.yml:31:16: error: “many” is not a value of “responses”. [unknown-value]
   31 |     responses: many
                       ^^^^
        Write a whole number, or not recorded.
""",
    ),
    Slip(
        "a value that is none of those allowed",
        "events/launch.yml",
        "kind: launch",
        "kind: lunch",
        """\
events/launch.yml:3:7: error: “lunch” is not a value of “kind”. [unknown-value]
    3 | kind: lunch
              ^^^^^
        Did you mean “launch”?
""",
    ),
    Slip(
        "a list where one value is allowed",
        "events/launch.yml",
        "kind: launch",
        "kind: [launch]",
        """\
events/launch.yml:3:1: error: “kind” must be one value, and this is a list. [unknown-value]
    3 | kind: [launch]
        ^^^^
        Did you mean “launch”?
""",
    ),
    Slip(
        "a time of the 12-hour clock",
        "events/launch.yml",
        '"12:30"',
        '"9:30"',
        """\
events/launch.yml:18:11: error: “9:30” does not have the form of “time”. [wrong-form]
   18 |   - time: "9:30"
                  ^^^^^^
        Write "09:30".
""",
    ),
    Slip(
        "an address without https",
        "events/tide-talk.yml",
        "https://meet.example/tide",
        "meet.example/tide",
        """\
events/tide-talk.yml:11:8: error: “meet.example/tide” does not have the form of “url”. [wrong-form]
   11 |   url: meet.example/tide
               ^^^^^^^^^^^^^^^^^
        Write https://meet.example/tide.
""",
    ),
    Slip(
        "an address of mail without @",
        "content/network/network.yml",
        "hello@harbours.example",
        "harbours.example",
        """\
content/network/network.yml:6:10: error: “harbours.example” does not have the form of “email”. [wrong-form]
    6 |   email: harbours.example
                 ^^^^^^^^^^^^^^^^
        Write an address such as hello@example.org.
""",
    ),
    Slip(
        "a theme whose name has a space",
        "content/network/network.yml",
        "  moorings:",
        "  safe moorings:",
        """\
content/network/network.yml:11:3: error: “safe moorings” cannot be a name here. [wrong-form]
   11 |   safe moorings:
          ^^^^^^^^^^^^^
        Write safe-moorings.
""",
    ),
    Slip(
        "an unknown language",
        "content/network/network.yml",
        "timezone:",
        "language: English\ntimezone:",
        """\
content/network/network.yml:4:11: error: There is no language “English”. [unknown-language]
    4 | language: English
                  ^^^^^^^
        Write a tag such as en-GB or cy.
""",
    ),
    Slip(
        "an unknown theme",
        "events/launch.yml",
        "tags: [moorings]",
        "tags: [mooring]",
        """\
events/launch.yml:6:8: error: No theme is called “mooring”. [unknown-theme]
    6 | tags: [mooring]
               ^^^^^^^
        Did you mean “moorings”?
""",
    ),
    Slip(
        "members without a comma between them",
        "events/launch.yml",
        "[old-mole]",
        "[old-mole north-quay]",
        """\
events/launch.yml:7:14: error: No member is called “old-mole north-quay”. [unknown-member]
    7 | organisers: [old-mole north-quay]
                     ^^^^^^^^^^^^^^^^^^^
        Put a comma between them.
""",
    ),
    Slip(
        "an unknown member",
        "events/launch.yml",
        "[old-mole]",
        "[old-mol]",
        """\
events/launch.yml:7:14: error: No member is called “old-mol”. [unknown-member]
    7 | organisers: [old-mol]
                     ^^^^^^^
        Did you mean “old-mole”?
""",
    ),
    Slip(
        "an unknown person",
        "events/launch.yml",
        "[ada-brook]",
        "[adda]",
        """\
events/launch.yml:17:16: error: No person is called “adda”. [unknown-person]
   17 |     speakers: [adda]
                       ^^^^
        Write one of: ada-brook.
""",
    ),
    Slip(
        "an unknown series",
        "events/first-talk.yml",
        "series: tide-talks",
        "series: tide-talk",
        """\
events/first-talk.yml:4:9: error: No series is called “tide-talk”. [unknown-series]
    4 | series: tide-talk
                ^^^^^^^^^
        Did you mean “tide-talks”?
""",
    ),
    Slip(
        "an unknown source",
        "events/launch.yml",
        "source: survey",
        "source: suvey",
        """\
events/launch.yml:32:13: error: No source is called “suvey”. [unknown-source]
   32 |     source: suvey
                    ^^^^^
        Did you mean “survey”?
""",
    ),
    Slip(
        "an unknown event",
        "case-studies/one-crane.md",
        "event: launch",
        "event: lanch",
        """\
case-studies/one-crane.md:9:12: error: No event is called “lanch”. [unknown-event]
    9 |     event: lanch
                   ^^^^^
        Did you mean “launch”?
""",
    ),
    Slip(
        "an unknown question of an event",
        "case-studies/one-crane.md",
        "question: useful",
        "question: usefull",
        """\
case-studies/one-crane.md:10:15: error: “launch” has no question called “usefull”. [unknown-question]
   10 |     question: usefull
                      ^^^^^^^
        Did you mean “useful”?
""",
    ),
    Slip(
        "a broken link in YAML, on its own line",
        "events/launch.yml",
        "north-quay.yml",
        "north-key.yml",
        """\
events/launch.yml:35:16: error: There is no file “content/network/members/north-key.yml”. [broken-link]
   35 |   [North Quay](../content/network/members/north-key.yml).
                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        Did you mean “north-quay.yml”?
""",
    ),
    Slip(
        "a broken link in YAML, within a line",
        "events/launch.yml",
        "(chart.svg)",
        "(charts.svg)",
        """\
events/launch.yml:13:34: error: There is no file “events/charts.svg”. [broken-link]
   13 |   access: Step-free. [The chart](charts.svg) shows the way.
                                         ^^^^^^^^^^
        Did you mean “chart.svg”?
""",
    ),
    Slip(
        "a broken link in YAML, in a folded text",
        "events/tide-talk.yml",
        "(launch.yml)",
        "(lunch.yml)",
        """\
events/tide-talk.yml:4:16: error: There is no file “events/lunch.yml”. [broken-link]
    4 |   [the launch](lunch.yml) promised.
                       ^^^^^^^^^
        Did you mean “launch.yml”?
""",
    ),
    Slip(
        "a broken link in Markdown",
        "content/index.md",
        "why.md",
        "whi.md",
        """\
content/index.md:8:46: error: There is no file “manifesto/whi.md”. [broken-link]
    8 | We share what the sea teaches us. Read [why](../manifesto/whi.md) or see [the launch](../events/launch.yml#agenda).
                                                     ^^^^^^^^^^^^^^^^^^^
        Did you mean “why.md”?
""",
    ),
    Slip(
        "a link to a record that is no page",
        "content/index.md",
        "../manifesto/why.md",
        "network/network.yml",
        """\
content/index.md:8:46: error: “content/network/network.yml” is not published, so a reader could not follow this link. [private-link]
    8 | We share what the sea teaches us. Read [why](network/network.yml) or see [the launch](../events/launch.yml#agenda).
                                                     ^^^^^^^^^^^^^^^^^^^
        Link to a page.
""",
    ),
    Slip(
        "a link to a file of the brand that no page shows",
        "content/index.md",
        "../manifesto/why.md",
        "../brand/brand.yml",
        """\
content/index.md:8:46: error: “brand/brand.yml” is not published, so a reader could not follow this link. [private-link]
    8 | We share what the sea teaches us. Read [why](../brand/brand.yml) or see [the launch](../events/launch.yml#agenda).
                                                     ^^^^^^^^^^^^^^^^^^
        Link to a page.
""",
    ),
    Slip(
        "a related record that is not there",
        "case-studies/one-crane.md",
        "  - ../events/launch.yml",
        "  - ../events/lanch.yml",
        """\
case-studies/one-crane.md:23:5: error: There is no file “events/lanch.yml”. [broken-link]
   23 |   - ../events/lanch.yml
            ^^^^^^^^^^^^^^^^^^^
        Did you mean “launch.yml”?
""",
    ),
    Slip(
        "a document that is not there",
        "events/launch.yml",
        "file: chart.svg",
        "file: chart.pdf",
        """\
events/launch.yml:24:11: error: There is no file “events/chart.pdf”. [broken-link]
   24 |     file: chart.pdf
                  ^^^^^^^^^
        Did you mean “chart.svg”?
""",
    ),
    Slip(
        "an unknown live piece",
        "content/index.md",
        "::case-studies",
        "::case-study",
        """\
content/index.md:16:1: error: No live piece is called “case-study”. [unknown-piece]
   16 | ::case-study
        ^^^^^^^^^^^^
        Did you mean “case-studies”?
""",
    ),
    Slip(
        "an unknown option of a live piece",
        "content/index.md",
        "{count=2}",
        "{number=2}",
        """\
content/index.md:12:1: error: “next-events” has no option “number”. [piece-option]
   12 | ::next-events{number=2}
        ^^^^^^^^^^^^^^^^^^^^^^^
        Write one of: count.
""",
    ),
    Slip(
        "an option with spaces",
        "content/index.md",
        "{count=2}",
        "{count = 2}",
        """\
content/index.md:12:1: error: “count = 2” is not an option. [piece-option]
   12 | ::next-events{count = 2}
        ^^^^^^^^^^^^^^^^^^^^^^^^
        Write name=value, without spaces around the sign and without commas.
""",
    ),
    Slip(
        "an option whose value does not fit",
        "content/index.md",
        "{count=2}",
        "{count=two}",
        """\
content/index.md:12:1: error: The value of “count” does not fit. [piece-option]
   12 | ::next-events{count=two}
        ^^^^^^^^^^^^^^^^^^^^^^^^
        Write a whole number of 1 or more.
""",
    ),
    Slip(
        "an option that is missing",
        "content/index.md",
        " question=useful",
        "",
        """\
content/index.md:18:1: error: “survey” needs “question”. [piece-option]
   18 | ::survey{event=launch}
        ^^^^^^^^^^^^^^^^^^^^^^
        Write ::survey{question=…}.
""",
    ),
    Slip(
        "a live piece of an unknown event",
        "content/index.md",
        "event=launch",
        "event=lauch",
        """\
content/index.md:18:1: error: No event is called “lauch”. [unknown-event]
   18 | ::survey{event=lauch question=useful}
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        Did you mean “launch”?
""",
    ),
    Slip(
        "a live piece of an unknown question",
        "content/index.md",
        "question=useful",
        "question=use",
        """\
content/index.md:18:1: error: “launch” has no question called “use”. [unknown-question]
   18 | ::survey{event=launch question=use}
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        Did you mean “useful”?
""",
    ),
    Slip(
        "a live piece of an unknown commitment",
        "manifesto/why.md",
        "id=ask-first",
        "id=ask-last",
        """\
manifesto/why.md:8:1: error: No commitment is called “ask-last”. [unknown-commitment]
    8 | ::commitment{id=ask-last}
        ^^^^^^^^^^^^^^^^^^^^^^^^^
        Did you mean “ask-first”?
""",
    ),
    Slip(
        "a chapter that is not listed",
        "manifesto/manifesto.yml",
        "  - how\n",
        "",
        """\
manifesto/how.md:1:1: error: No reader would find this chapter. [unlisted-chapter]
    1 | ---
        ^
        Add its name to “chapters” in manifesto/manifesto.yml, or remove the file.
""",
    ),
    Slip(
        "a chapter without a file",
        "manifesto/manifesto.yml",
        "  - how\n",
        "  - how\n  - where\n",
        """\
manifesto/manifesto.yml:9:5: error: There is no chapter “where”. [unknown-chapter]
    9 |   - where
            ^^^^^
        Write one of: how, why.
""",
    ),
    Slip(
        "a chapter that is listed twice",
        "manifesto/manifesto.yml",
        "  - how\n",
        "  - how\n  - why\n",
        """\
manifesto/manifesto.yml:9:5: error: “why” is named twice. [repeated-chapter]
    9 |   - why
            ^^^
        Remove one of the two.
""",
    ),
    Slip(
        "another heading in a case study",
        "case-studies/one-crane.md",
        "## Approach",
        "## Way",
        """\
case-studies/one-crane.md:30:1: error: Here “## Approach” is expected. [case-study-heading]
   30 | ## Way
        ^^^^^^
        In order: ## Challenge / ## Approach / ## Results.
""",
    ),
    Slip(
        "a heading too few in a case study",
        "case-studies/one-crane.md",
        "## Results",
        "### Results",
        """\
case-studies/one-crane.md:25:1: error: “## Results” is missing. [case-study-heading]
        In order: ## Challenge / ## Approach / ## Results.
""",
    ),
    Slip(
        "a heading too many in a case study",
        "case-studies/one-crane.md",
        "## Results\n",
        "## Results\n\n## Thanks\n",
        """\
case-studies/one-crane.md:36:1: error: A case study has three parts. [case-study-heading]
   36 | ## Thanks
        ^^^^^^^^^
        Write this one with ###.
""",
    ),
    Slip(
        "a figure without an origin",
        "case-studies/one-crane.md",
        "    event: launch\n    question: useful\n",
        "",
        """\
case-studies/one-crane.md:8:5: error: A figure needs either a value with its source, or an event. [figure-origin]
    8 |   - label: of those who came said that the day was useful
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
""",
    ),
    Slip(
        "words put into the mouth of a person",
        "case-studies/one-crane.md",
        "    report: She",
        "    quote: She",
        """\
case-studies/one-crane.md:16:12: error: These words are quoted, and “What the harbour survey printed” is no permission that was given for them. [unpermitted-quote]
   16 |     quote: She had thought that nobody would give the crane back.
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        Write “report: …” and say it in indirect speech, or name a permission that was given.
""",
    ),
    Slip(
        "words of a person, invented",
        "case-studies/one-crane.md",
        "  - role: A boat owner",
        "  - person: ada-brook",
        """\
case-studies/one-crane.md:19:5: error: A named person is quoted only in words that they permitted. [quoted-person]
   19 |   - person: ada-brook
            ^^^^^^^^^^^^^^^^^
""",
    ),
    Slip(
        "an end before the start",
        "events/launch.yml",
        "ends: 2026-03-11T16:30",
        "ends: 2026-03-11T09:30",
        """\
events/launch.yml:5:7: error: The event ends before it starts (2026-03-11T10:00). [ends-before-start]
    5 | ends: 2026-03-11T09:30
              ^^^^^^^^^^^^^^^^
        Did you mean 21:30 rather than 09:30?
""",
    ),
    Slip(
        "an unknown zone",
        "events/dredging-day.yml",
        "Europe/Paris",
        "Europe/Pari",
        """\
events/dredging-day.yml:6:11: error: There is no time zone “Europe/Pari”. [unknown-zone]
    6 | timezone: Europe/Pari
                  ^^^^^^^^^^^
        Did you mean “Europe/Paris”?
""",
    ),
    Slip(
        "a date in another form",
        "events/launch.yml",
        "starts: 2026-03-11T10:00",
        "starts: 11 March 2026",
        """\
events/launch.yml:4:9: error: “11 March 2026” is not a date in a form that Masthead knows. [date-form]
    4 | starts: 11 March 2026
                ^^^^^^^^^^^^^
        Write 2026-03-11.
""",
    ),
    Slip(
        "a day that no month has",
        "events/launch.yml",
        "starts: 2026-03-11T10:00",
        "starts: 2026-02-30T10:00",
        """\
events/launch.yml:4:9: error: There is no 2026-02-30T10:00. [no-such-date]
    4 | starts: 2026-02-30T10:00
                ^^^^^^^^^^^^^^^^
        Check the day of the month and the time.
""",
    ),
    Slip(
        "a year for a day",
        "events/launch.yml",
        "updated: 2026-04-01",
        "updated: 2026",
        """\
events/launch.yml:36:10: error: “2026” is not a day. [not-a-date]
   36 | updated: 2026
                 ^^^^
        Write it as 2027-03-11.
""",
    ),
    Slip(
        "a day that April does not have",
        "events/launch.yml",
        "updated: 2026-04-01",
        "updated: 2026-04-31",
        """\
events/launch.yml:36:10: error: There is no 2026-04-31. [no-such-date]
   36 | updated: 2026-04-31
                 ^^^^^^^^^^
        Check the day of the month.
""",
    ),
    Slip(
        "an unknown token",
        "brand/tokens.json",
        '{\n  "$schema"',
        '{\n  "sea": { "$type": "color", "$value": "{color.palette.see}" },\n  "$schema"',
        """\
brand/tokens.json:2:40: error: There is no token “color.palette.see”. [token-alias]
    2 |   "sea": { "$type": "color", "$value": "{color.palette.see}" },
                                               ^^^^^^^^^^^^^^^^^^^^^
        Write the full name, in curly braces.
""",
    ),
    Slip(
        "a token that names itself",
        "brand/tokens.json",
        '{\n  "$schema"',
        '{\n  "sea": { "$type": "color", "$value": "{sea}" },\n  "$schema"',
        """\
brand/tokens.json:2:40: error: “sea” names itself in a circle. [token-alias]
    2 |   "sea": { "$type": "color", "$value": "{sea}" },
                                               ^^^^^^^
        Write the full name, in curly braces.
""",
    ),
    Slip(
        "a token of the wrong form",
        "brand/tokens.json",
        '{\n  "$schema"',
        '{\n  "sea": { "$type": "dimension", "$value": { "value": 3 } },\n  "$schema"',
        """\
brand/tokens.json:2:34: error: This value has the wrong form. [token-value]
    2 |   "sea": { "$type": "dimension", "$value": { "value": 3 } },
                                         ^^^^^^^^
        See the W3C Design Tokens format, 2025.10; the tokens beside this one show the form.
""",
    ),
    Slip(
        "a key that is written twice",
        "events/launch.yml",
        "audience:",
        "title: Again\naudience:",
        """\
events/launch.yml:8:1: error: “title” is written twice; the first one is on line 1. [duplicate-key]
    8 | title: Again
        ^^^^^
        Keep one of the two.
""",
    ),
    Slip(
        "a text with a colon",
        "events/launch.yml",
        "title: The launch",
        "title: The launch: a day",
        """\
events/launch.yml:1:18: error: A text with a colon and a space must be in quotes. [yaml-syntax]
    1 | title: The launch: a day
                         ^
        Write title: "The launch: a day".
""",
    ),
    Slip(
        "a page to which others lead is a draft",
        "content/contact.md",
        "title: Contact",
        "title: Contact\ndraft: true",
        """\
content/contact.md:3:1: error: Other pages lead to this page, so it must be public. [needed-page]
    3 | draft: true
        ^^^^^
        Remove this.
""",
    ),
    Slip(
        "an entry of the navigation that is no page",
        "mkdocs.yml",
        "Events: events/index.md",
        "Events: event/index.md",
        """\
mkdocs.yml:9:13: error: There is no page “event/index.md”. [unknown-page]
    9 |   - Events: event/index.md
                    ^^^^^^^^^^^^^^
        Did you mean “events/index.md”?
""",
    ),
    Slip(
        "an entry of the navigation without a title",
        "mkdocs.yml",
        "Events: events/index.md",
        "events/index.md",
        """\
mkdocs.yml:9:5: error: “events/index.md” has no title. [untitled-entry]
    9 |   - events/index.md
            ^^^^^^^^^^^^^^^
        Write “Title: events/index.md”.
""",
    ),
    Slip(
        "a logo that is not there",
        "brand/brand.yml",
        "file: logo/logo.svg",
        "file: logo/mark.svg",
        """\
brand/brand.yml:4:11: error: There is no file “logo/mark.svg” in brand/. [missing-file]
    4 |     file: logo/mark.svg
                  ^^^^^^^^^^^^^
        Did you mean “logo/logo.svg”?
""",
    ),
    Slip(
        "a record that ends in .yaml",
        "events/picnic.yaml",
        None,
        "title: Picnic\n",
        """\
events/picnic.yaml:1:1: error: No record belongs here, so this file would not be used. [stray-file]
    1 | title: Picnic
        ^
        Records end in .yml.
""",
    ),
    Slip(
        "a record in the wrong folder",
        "content/picnic.yml",
        None,
        "title: Picnic\n",
        """\
content/picnic.yml:1:1: error: No record belongs here, so this file would not be used. [stray-file]
    1 | title: Picnic
        ^
        Move it to the folder of its kind.
""",
    ),
    Slip(
        "a file name with a space",
        "content/Old page.md",
        None,
        "---\ntitle: Old page\n---\n",
        """\
content/Old page.md:1:1: error: A file called “Old page” makes no good address. [file-name]
    1 | ---
        ^
        Call it “old-page”.
""",
    ),
    Slip(
        "a record of the same name in a folder below",
        "events/2027/launch.yml",
        None,
        "title: Again\nsummary: Again.\nkind: launch\nstarts: 2027\n",
        """\
events/launch.yml:1:1: error: This file has the same name or address as “events/2027/launch.yml”. [same-name]
    1 | title: The launch
        ^
        Rename one of the two.
""",
    ),
    Slip(
        "a page at the address of a record",
        "content/events/launch.md",
        None,
        "---\ntitle: The launch\n---\n",
        """\
events/launch.yml:1:1: error: This file has the same name or address as “content/events/launch.md”. [same-name]
    1 | title: The launch
        ^
        Rename one of the two.
""",
    ),
    Slip(
        "an event at the address of the lists by year",
        "events/year.yml",
        None,
        "title: The year\nsummary: A look back.\nkind: launch\nstarts: 2027\n",
        """\
events/year.yml:1:1: error: This file has the address of the lists of events by year, which Masthead makes. [same-name]
    1 | title: The year
        ^
        Rename it.
""",
    ),
    Slip(
        "an event in a folder whose address is that of the lists by place",
        "events/place/harbour.yml",
        None,
        "title: The harbour\nsummary: A look round.\nkind: launch\nstarts: 2027\n",
        """\
events/place/harbour.yml:1:1: error: This file has the address of the lists of events by place, which Masthead makes. [same-name]
    1 | title: The harbour
        ^
        Rename it.
""",
    ),
    Slip(
        "a former address that another event has by now",
        "events/tide-talk.yml",
        "moved_from: [silt-talk]",
        "moved_from: [silt-talk, launch]",
        """\
events/tide-talk.yml:17:25: error: Nobody can be led here from “launch”: that is the address of “events/launch.yml”. [former-address-taken]
   17 | moved_from: [silt-talk, launch]
                                ^^^^^^
        Take it out.
""",
    ),
    Slip(
        "a former address of a page that Masthead makes",
        "content/contact.md",
        "title: Contact",
        "title: Contact\nmoved_from: [search]",
        """\
content/contact.md:3:14: error: Nobody can be led here from “search”: that is the address of the search page, which Masthead makes. [former-address-taken]
    3 | moved_from: [search]
                     ^^^^^^
        Take it out.
""",
    ),
    Slip(
        "a former address of two events",
        "events/launch.yml",
        "title: The launch",
        "title: The launch\nmoved_from: [silt-talk]",
        """\
events/tide-talk.yml:17:14: error: Nobody can be led here from “silt-talk”: that was the address of “events/launch.yml”, too. [former-address-taken]
   17 | moved_from: [silt-talk]
                     ^^^^^^^^^
        Take it out.
""",
    ),
    Slip(
        "a note without text",
        "content/news/short.md",
        None,
        "---\ntitle: Short\nsummary: Too short.\ndate: 2026-05-01\n---\n",
        """\
content/news/short.md:6:1: error: There is no text below the front matter. [empty-field]
        Write it there.
""",
    ),
    Slip(
        "a page without front matter",
        "content/plain.md",
        None,
        "# Plain\n",
        """\
content/plain.md:1:1: error: “title” is missing. [missing-field]
    1 | # Plain
        ^
        Begin the file with three lines: ---, title: …, ---.
""",
    ),
    Slip(
        "a file that is missing",
        "manifesto/manifesto.yml",
        None,
        None,
        """\
manifesto/manifesto.yml:1:1: error: manifesto/manifesto.yml is missing. [missing-file]
        Every publication needs this file.
""",
    ),
    Slip(
        "a number with leading zeros for a text",
        "events/launch.yml",
        "  locality: Whitby",
        "  postcode: 00123",
        """\
events/launch.yml:12:13: error: “postcode” must be text, and this is the number 00123. [not-text]
   12 |   postcode: 00123
                    ^^^^^
        Put it in quotes: "00123".
""",
    ),
    Slip(
        "true for a text",
        "events/launch.yml",
        "  locality: Whitby",
        "  locality: true",
        """\
events/launch.yml:12:13: error: “locality” must be text, and this is “true”. [not-text]
   12 |   locality: true
                    ^^^^
        Put it in quotes: "true".
""",
    ),
    Slip(
        "a list for a text",
        "events/launch.yml",
        "title: The launch",
        "title: [The, launch]",
        """\
events/launch.yml:1:1: error: “title” must be text, and this is a list. [not-text]
    1 | title: [The, launch]
        ^^^^^
        Write it as one text, without “- ” and brackets.
""",
    ),
    Slip(
        "a group for a text",
        "events/launch.yml",
        "title: The launch",
        "title:\n  The: launch",
        """\
events/launch.yml:1:1: error: “title” must be text, and this is a group of fields. [not-text]
    1 | title:
        ^^^^^
        Write it as one text; put a text with a colon in quotes.
""",
    ),
    Slip(
        "no for true or false",
        "events/launch.yml",
        "audience:",
        "draft: no\naudience:",
        """\
events/launch.yml:8:8: error: “draft” must be true or false, and this is the text “no”. [not-true-or-false]
    8 | draft: no
               ^^
        Write false.
""",
    ),
    Slip(
        "on for true or false",
        "events/launch.yml",
        "audience:",
        "draft: on\naudience:",
        """\
events/launch.yml:8:8: error: “draft” must be true or false, and this is the text “on”. [not-true-or-false]
    8 | draft: on
               ^^
        Write true.
""",
    ),
    Slip(
        "true in quotes",
        "events/launch.yml",
        "audience:",
        'draft: "true"\naudience:',
        """\
events/launch.yml:8:8: error: “draft” must be true or false, and this is the text “true”. [not-true-or-false]
    8 | draft: "true"
               ^^^^^^
        Write true, without quotes.
""",
    ),
    Slip(
        "a time without quotes and without its zero",
        "events/launch.yml",
        '"12:30"',
        "9:30",
        """\
events/launch.yml:18:11: error: “9:30” does not have the form of “time”. [wrong-form]
   18 |   - time: 9:30
                  ^^^^
        Write "09:30".
""",
    ),
    Slip(
        "a time as a number",
        "events/launch.yml",
        '"12:30"',
        "1230",
        """\
events/launch.yml:18:11: error: “time” must be text, and this is the number 1230. [not-text]
   18 |   - time: 1230
                  ^^^^
        Put it in quotes: "12:30".
""",
    ),
    Slip(
        "a time in the afternoon",
        "events/launch.yml",
        '"12:30"',
        '"1.30 pm"',
        """\
events/launch.yml:18:11: error: “1.30 pm” does not have the form of “time”. [wrong-form]
   18 |   - time: "1.30 pm"
                  ^^^^^^^^^
        Write "13:30".
""",
    ),
    Slip(
        "a time that no day has",
        "events/launch.yml",
        '"12:30"',
        '"25:00"',
        """\
events/launch.yml:18:11: error: “25:00” does not have the form of “time”. [wrong-form]
   18 |   - time: "25:00"
                  ^^^^^^^
        Write a 24-hour time in quotes, such as "09:30".
""",
    ),
    Slip(
        "a date with seconds",
        "events/launch.yml",
        "starts: 2026-03-11T10:00",
        "starts: 2026-03-11T10:00:00",
        """\
events/launch.yml:4:9: error: “2026-03-11T10:00:00” is not a date in a form that Masthead knows. [date-form]
    4 | starts: 2026-03-11T10:00:00
                ^^^^^^^^^^^^^^^^^^^
        Write 2026-03-11T10:00.
""",
    ),
    Slip(
        "a date and a time with a space",
        "events/launch.yml",
        "starts: 2026-03-11T10:00",
        "starts: 2026-03-11 9:30",
        """\
events/launch.yml:4:9: error: “2026-03-11 9:30” is not a date in a form that Masthead knows. [date-form]
    4 | starts: 2026-03-11 9:30
                ^^^^^^^^^^^^^^^
        Write 2026-03-11T09:30.
""",
    ),
    Slip(
        "a date in words with a time",
        "events/launch.yml",
        "starts: 2026-03-11T10:00",
        "starts: Wednesday 11th March 2026, 10am",
        """\
events/launch.yml:4:9: error: “Wednesday 11th March 2026, 10am” is not a date in a form that Masthead knows. [date-form]
    4 | starts: Wednesday 11th March 2026, 10am
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        Write 2026-03-11T10:00.
""",
    ),
    Slip(
        "a date that could be two",
        "events/launch.yml",
        "starts: 2026-03-11T10:00",
        "starts: 11/03/2026",
        """\
events/launch.yml:4:9: error: “11/03/2026” is not a date in a form that Masthead knows. [date-form]
    4 | starts: 11/03/2026
                ^^^^^^^^^^
        Write 2027-03-11T10:00, 2027-03-11, 2027-03, 2027-21 (spring), 2027, to be confirmed, or not recorded.
""",
    ),
    Slip(
        "a date with the day first",
        "events/launch.yml",
        "starts: 2026-03-11T10:00",
        "starts: 23/02/2026",
        """\
events/launch.yml:4:9: error: “23/02/2026” is not a date in a form that Masthead knows. [date-form]
    4 | starts: 23/02/2026
                ^^^^^^^^^^
        Write 2026-02-23.
""",
    ),
    Slip(
        "a time in Greenwich",
        "events/launch.yml",
        "starts: 2026-03-11T10:00",
        "starts: 2026-03-11T10:00Z",
        """\
events/launch.yml:4:9: error: “2026-03-11T10:00Z” ends in an offset, and no offset is written here. [time-offset]
    4 | starts: 2026-03-11T10:00Z
                ^^^^^^^^^^^^^^^^^
        Write 2026-03-11T10:00: “Europe/London” says the rest.
""",
    ),
    Slip(
        "an offset of another zone",
        "events/launch.yml",
        "starts: 2026-03-11T10:00",
        "starts: 2026-03-11T10:00+01:00",
        """\
events/launch.yml:4:9: error: “2026-03-11T10:00+01:00” disagrees with the zone: that moment is 2026-03-11T09:00 in “Europe/London”, and no offset is written here. [time-offset]
    4 | starts: 2026-03-11T10:00+01:00
                ^^^^^^^^^^^^^^^^^^^^^^
        Write 2026-03-11T09:00 for that moment, or 2026-03-11T10:00 if the clock there shows it.
""",
    ),
    Slip(
        "an offset in the zone of the event",
        "events/dredging-day.yml",
        "starts: 2027-02-03",
        "starts: 2027-02-03T10:00:00+01:00",
        """\
events/dredging-day.yml:5:9: error: “2027-02-03T10:00:00+01:00” ends in an offset, and no offset is written here. [time-offset]
    5 | starts: 2027-02-03T10:00:00+01:00
                ^^^^^^^^^^^^^^^^^^^^^^^^^
        Write 2027-02-03T10:00: “Europe/Paris” says the rest.
""",
    ),
    Slip(
        "an offset in an unknown zone",
        "events/dredging-day.yml",
        "starts: 2027-02-03\ntimezone: Europe/Paris",
        "starts: 2027-02-03T10:00-05\ntimezone: Narnia",
        """\
events/dredging-day.yml:5:9: error: “2027-02-03T10:00-05” ends in an offset, and no offset is written here. [time-offset]
    5 | starts: 2027-02-03T10:00-05
                ^^^^^^^^^^^^^^^^^^^
        Write 2027-02-03T10:00.
""",
    ),
    Slip(
        "a day with a time",
        "events/launch.yml",
        "updated: 2026-04-01",
        "updated: 2026-04-01T10:00",
        """\
events/launch.yml:36:10: error: “2026-04-01T10:00” is not a day. [not-a-date]
   36 | updated: 2026-04-01T10:00
                 ^^^^^^^^^^^^^^^^
        Write 2026-04-01.
""",
    ),
    Slip(
        "a day with strokes",
        "events/launch.yml",
        "updated: 2026-04-01",
        "updated: 2026/4/1",
        """\
events/launch.yml:36:10: error: “2026/4/1” is not a day. [not-a-date]
   36 | updated: 2026/4/1
                 ^^^^^^^^
        Write 2026-04-01.
""",
    ),
    Slip(
        "an afternoon written as a morning",
        "events/launch.yml",
        "ends: 2026-03-11T16:30",
        "ends: 2026-03-11T04:30",
        """\
events/launch.yml:5:7: error: The event ends before it starts (2026-03-11T10:00). [ends-before-start]
    5 | ends: 2026-03-11T04:30
              ^^^^^^^^^^^^^^^^
        Did you mean 16:30 rather than 04:30?
""",
    ),
    Slip(
        "a time that the clocks skip",
        "events/autumn-meeting.yml",
        "starts: 2027-10",
        "starts: 2027-03-28T01:30",
        """\
events/autumn-meeting.yml:4:9: error: In “Europe/London” the clocks go forward on 2027-03-28 and never show 01:30. [skipped-time]
    4 | starts: 2027-03-28T01:30
                ^^^^^^^^^^^^^^^^
        Did you mean 2027-03-28T02:30?
""",
    ),
    Slip(
        "a session at a time that the clocks skip",
        "events/night.yml",
        None,
        """\
title: Night
summary: A night on the water.
kind: workshop
starts: 2027-03-27T18:00
ends: 2027-03-28T06:00
agenda:
  - time: "23:30"
    ends: "01:30"
    title: The stars
""",
        """\
events/night.yml:8:11: error: In “Europe/London” the clocks go forward on 2027-03-28 and never show 01:30. [skipped-time]
    8 |     ends: "01:30"
                  ^^^^^^^
        Did you mean “02:30”?
""",
    ),
    Slip(
        "an earlier announcement of a time that the clocks skip",
        "events/dredging-day.yml",
        "    reason: The dredger",
        "    starts: 2027-03-28T02:30\n    reason: The dredger",
        """\
events/dredging-day.yml:9:13: error: In “Europe/Paris” the clocks go forward on 2027-03-28 and never show 02:30. [skipped-time]
    9 |     starts: 2027-03-28T02:30
                    ^^^^^^^^^^^^^^^^
        Did you mean 2027-03-28T03:30?
""",
    ),
    Slip(
        "a word for nothing",
        "events/launch.yml",
        "title: The launch",
        "title: Null",
        """\
events/launch.yml:1:8: error: “title” is empty. [empty-field]
    1 | title: Null
               ^^^^
        Put the word in quotes: "Null".
""",
    ),
    Slip(
        "an agenda that goes back by half a day",
        "events/launch.yml",
        '"12:30"',
        '"01:30"',
        """\
events/launch.yml:18:11: error: “01:30” is before the item above it, which begins at 10:00. [agenda-order]
   18 |   - time: "01:30"
                  ^^^^^^^
        Did you mean “13:30”?
""",
    ),
    Slip(
        "an agenda that goes back",
        "events/launch.yml",
        '"12:30"',
        '"09:45"',
        """\
events/launch.yml:18:11: error: “09:45” is before the item above it, which begins at 10:00. [agenda-order]
   18 |   - time: "09:45"
                  ^^^^^^^
        Did you mean “21:45”?
""",
    ),
    Slip(
        "a tab",
        "events/launch.yml",
        "  locality:",
        "\tlocality:",
        """\
events/launch.yml:12:1: error: A line may not be indented with tabs. [yaml-syntax]
   12 |  locality: Whitby
        ^
        Use spaces.
""",
    ),
    Slip(
        "a merge key",
        "events/launch.yml",
        "audience:",
        "<<: *all\naudience:",
        """\
events/launch.yml:8:1: error: The sign << does not bring in other fields here. [merge-key]
    8 | <<: *all
        ^^
        Write the fields out.
""",
    ),
    Slip(
        "a tag",
        "events/launch.yml",
        "audience:",
        "audience: !!python/name:os.system\naudienc:",
        """\
events/launch.yml:8:11: error: A word that begins with ! would be an order to a program. [yaml-tag]
    8 | audience: !!python/name:os.system
                  ^^^^^^^^^^^^^^^^^^^^^^^
        Remove it, or put a text that begins with ! in quotes.
""",
    ),
    Slip(
        "a record that is a list",
        "events/picnic.yml",
        None,
        "- title: Picnic\n",
        """\
events/picnic.yml:1:1: error: A record is a group of fields, and this is a list. [not-a-group]
    1 | - title: Picnic
        ^^^^^^^^^^^^^^^
        Begin each line with a name and a colon: “title: …”.
""",
    ),
    Slip(
        "an empty record",
        "events/picnic.yml",
        None,
        "",
        """\
events/picnic.yml:1:1: error: This file is empty. [empty-file]
        Write the record, or remove the file.
""",
    ),
    Slip(
        "a device of Windows",
        "content/nul.md",
        None,
        "---\ntitle: Device\n---\n",
        """\
content/nul.md:1:1: error: Windows keeps the name “nul.md” for itself, so nobody could open this there. [reserved-name]
    1 | ---
        ^
        Rename it.
""",
    ),
    Slip(
        "a picture whose name has a space",
        "content/my Chart.svg",
        None,
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>',
        """\
content/my Chart.svg:1:1: error: A file called “my Chart.svg” makes no good address. [file-name]
        Call it “my-chart.svg”.
""",
    ),
    Slip(
        "a picture that differs in case",
        "events/Chart.svg",
        None,
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>',
        """\
events/chart.svg:1:1: error: Some systems cannot tell “events/chart.svg” from “events/Chart.svg”. [same-name]
        Rename one of the two.
""",
    ),
    Slip(
        "a script in a body",
        "content/contact.md",
        "Write to <hello@harbours.example>.",
        "Write <script>alert(1)</script>.",
        """\
content/contact.md:6:7: error: The HTML element <script> is not allowed. [html-not-allowed]
    6 | Write <script>alert(1)</script>. A piece is written as `::next-events`, and a page of the web as
              ^^^^^^^
        Use Markdown, or one of the elements that the guide lists; write &lt; for the sign itself.
""",
    ),
    Slip(
        "a frame in a body",
        "content/contact.md",
        "Write to <hello@harbours.example>.",
        '<iframe src="https://x.example"></iframe>',
        """\
content/contact.md:6:1: error: The HTML element <iframe> is not allowed. [html-not-allowed]
    6 | <iframe src="https://x.example"></iframe> A piece is written as `::next-events`, and a page of the web as
        ^^^^^^^
        Use Markdown, or one of the elements that the guide lists; write &lt; for the sign itself.
""",
    ),
    Slip(
        "an order to the browser in an element",
        "content/contact.md",
        "Write to <hello@harbours.example>.",
        'See <b onclick="alert(1)">here</b>.',
        """\
content/contact.md:6:8: error: The HTML attribute “onclick” is not allowed. [html-not-allowed]
    6 | See <b onclick="alert(1)">here</b>. A piece is written as `::next-events`, and a page of the web as
               ^^^^^^^
        Remove it; the guide lists what is allowed.
""",
    ),
    Slip(
        "an order to the browser by an attribute list",
        "content/contact.md",
        "Write to <hello@harbours.example>.",
        'See *here*{: onclick="alert(1)" }.',
        """\
content/contact.md:6:14: error: The HTML attribute “onclick” is not allowed. [html-not-allowed]
    6 | See *here*{: onclick="alert(1)" }. A piece is written as `::next-events`, and a page of the web as
                     ^^^^^^^
        Remove it; the guide lists what is allowed.
""",
    ),
    Slip(
        "an address that runs a script",
        "content/contact.md",
        "Write to <hello@harbours.example>.",
        "See [the trick](javascript:alert(1)).",
        """\
content/contact.md:6:17: error: An address that begins with javascript: is not allowed. [html-not-allowed]
    6 | See [the trick](javascript:alert(1)). A piece is written as `::next-events`, and a page of the web as
                        ^^^^^^^^^^^
        Link to a file of this publication, or write one of: https, http, mailto, tel.
""",
    ),
    Slip(
        "an address that hides a script",
        "content/contact.md",
        "Write to <hello@harbours.example>.",
        "See [the trick](java&#115;cript:alert(1)).",
        """\
content/contact.md:5:1: error: An address that begins with javascript: is not allowed. [html-not-allowed]
        Link to a file of this publication, or write one of: https, http, mailto, tel.
""",
    ),
    Slip(
        "a comment in HTML",
        "content/contact.md",
        "Write to <hello@harbours.example>.",
        "A <!-- secret --> note.",
        """\
content/contact.md:6:3: error: A comment in HTML is published with the page. [html-not-allowed]
    6 | A <!-- secret --> note. A piece is written as `::next-events`, and a page of the web as
          ^^^^
        Remove it; # begins a comment in front matter.
""",
    ),
    Slip(
        "a script between two back-quotes of two paragraphs",
        "content/contact.md",
        "Write to <hello@harbours.example>.",
        "A ` sign.\n\n<script>alert(1)</script>\n\nA ` sign.",
        """\
content/contact.md:8:1: error: The HTML element <script> is not allowed. [html-not-allowed]
    8 | <script>alert(1)</script>
        ^^^^^^^
        Use Markdown, or one of the elements that the guide lists; write &lt; for the sign itself.
""",
    ),
    Slip(
        "a script in a title",
        "events/launch.yml",
        "title: The launch",
        "title: The <script>alert(1)</script> launch",
        """\
events/launch.yml:1:12: error: This is plain text, in which HTML would be seen by readers. [html-not-allowed]
    1 | title: The <script>alert(1)</script> launch
                   ^^^^^^^^
        Write the words alone.
""",
    ),
    Slip(
        "a style in a text of a record",
        "events/launch.yml",
        "Bring a rope.",
        'Bring a <span style="color: red">rope</span>.',
        """\
events/launch.yml:34:17: error: The HTML attribute “style” is not allowed. [html-not-allowed]
   34 |   Bring a <span style="color: red">rope</span>. It is taken from
                        ^^^^^
        Remove it; the guide lists what is allowed.
""",
    ),
    Slip(
        "a heading of the first level",
        "content/contact.md",
        "Write to <hello@harbours.example>.",
        "# Write\n\nTo us.",
        """\
content/contact.md:6:1: error: The first level of headings is for the title alone. [heading-level]
    6 | # Write
        ^
        Begin the heading with ##.
""",
    ),
    Slip(
        "a heading of the first level, underlined",
        "content/contact.md",
        "Write to <hello@harbours.example>.",
        "Write\n=====\n\nTo us.",
        """\
content/contact.md:6:1: error: The first level of headings is for the title alone. [heading-level]
    6 | Write
        ^
        Begin the heading with ##.
""",
    ),
    Slip(
        "a heading that skips a level",
        "content/contact.md",
        "Write to <hello@harbours.example>.",
        "## Write\n\n#### To us\n\nNow.",
        """\
content/contact.md:8:1: error: This heading is of level 4, and the one above it of level 2. [heading-level]
    8 | #### To us
        ^^^^
        Begin it with ###.
""",
    ),
    Slip(
        "an anchor that is not there",
        "content/index.md",
        "launch.yml#agenda",
        "launch.yml#agend",
        """\
content/index.md:8:107: error: No heading of “events/launch.yml” has the address “#agend”. [unknown-anchor]
    8 | We share what the sea teaches us. Read [why](../manifesto/why.md) or see [the launch](../events/launch.yml#agend).
                                                                                                                  ^^^^^^
        Did you mean “agenda”?
""",
    ),
    Slip(
        "an anchor of a case study that is not there",
        "content/network/members/old-mole.yml",
        "one-crane.md",
        "one-crane.md#resuls",
        """\
content/network/members/old-mole.yml:7:73: error: No heading of “case-studies/one-crane.md” has the address “#resuls”. [unknown-anchor]
    7 |   It lends its crane: see [the story](../../../case-studies/one-crane.md#resuls).
                                                                                ^^^^^^^
        Did you mean “results”?
""",
    ),
    Slip(
        "an anchor of the same page that is not there",
        "content/contact.md",
        "Write to <hello@harbours.example>.",
        "See [below](#blow).\n\n## Below\n",
        """\
content/contact.md:6:13: error: No heading of “content/contact.md” has the address “#blow”. [unknown-anchor]
    6 | See [below](#blow).
                    ^^^^^
        Did you mean “below”?
""",
    ),
    Slip(
        "an extension that is not installed",
        "mkdocs.yml",
        "  - footnotes",
        "  - footnote",
        """\
mkdocs.yml:31:5: error: The Markdown extension “footnote” is not installed, or does not take these options. [unknown-extension]
   31 |   - footnote
            ^^^^^^^^
        Did you mean “footnotes”?
""",
    ),
    Slip(
        "a character that cannot be seen",
        "events/launch.yml",
        "title: The launch",
        "title: The\b launch",
        """\
events/launch.yml:1:11: error: Here stands a character that cannot be seen. [control-character]
    1 | title: The␈ launch
                  ^
        Remove it.
""",
    ),
    Slip(
        "a list without items",
        "case-studies/one-crane.md",
        "members: [old-mole]",
        "members: []",
        """\
case-studies/one-crane.md:5:1: error: “members” needs at least one item. [empty-list]
    5 | members: []
        ^^^^^^^
        Add one.
""",
    ),
    Slip(
        "a testimonial without words",
        "case-studies/one-crane.md",
        "    quote: It lifted my boat.\n",
        "",
        """\
case-studies/one-crane.md:19:5: error: A testimonial needs a person or a role, and a report or a quotation. [empty-testimonial]
   19 |   - role: A boat owner
            ^^^^^^^^^^^^^^^^^^
""",
    ),
    Slip(
        "a figure from an event without its question",
        "case-studies/one-crane.md",
        "    question: useful\n",
        "",
        """\
case-studies/one-crane.md:8:5: error: A figure from an event needs the id of its question. [figure-question]
    8 |   - label: of those who came said that the day was useful
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
""",
    ),
    Slip(
        "a figure without its source",
        "case-studies/one-crane.md",
        '    value: "41"\n    source: survey\n',
        '    value: "41"\n',
        """\
case-studies/one-crane.md:11:5: error: A figure with a value needs the source of that value. [figure-source]
   11 |   - label: boats lifted
            ^^^^^^^^^^^^^^^^^^^
""",
    ),
    Slip(
        "illustrative words that are not marked",
        "case-studies/one-crane.md",
        "    quote: It lifted my boat.\n    illustrative: true",
        "    quote: It lifted my boat.",
        """\
case-studies/one-crane.md:19:5: error: Words in quotation marks were permitted, or are marked as illustrative. [quote-label]
   19 |   - role: A boat owner
            ^^^^^^^^^^^^^^^^^^
""",
    ),
    Slip(
        "a token that the stylesheets miss",
        "brand/tokens.json",
        '"measure": {',
        '"measure-text": {',
        """\
brand/tokens.json:1:1: error: The stylesheets use --mh-size-measure, and no token makes that custom property. [missing-token]
    1 | {
        ^
        The nearest token is “size.measure-text”, which makes --mh-size-measure-text.
""",
    ),
    Slip(
        "a file in an old encoding",
        "content/cafe.md",
        None,
        "---\ntitle: Café\n---\n",
        """\
content/cafe.md:2:11: error: This file is not saved as UTF-8. [not-utf-8]
    2 | title: Caf�
                  ^
        Save it again with the encoding UTF-8.
""",
        "latin-1",
    ),
    Slip(
        "front matter without an end",
        "content/news.md",
        "title: News\n---",
        "title: News",
        """\
content/news.md:1:1: error: The front matter has no end. [open-front-matter]
    1 | ---
        ^^^
        Write --- on a line of its own below the fields.
""",
    ),
    Slip(
        "a list for a day",
        "events/launch.yml",
        "updated: 2026-04-01",
        "updated: [2026-04-01]",
        """\
events/launch.yml:36:1: error: “updated” must be a day, and this is a list. [not-a-date]
   36 | updated: [2026-04-01]
        ^^^^^^^
        Write it as 2027-03-11.
""",
    ),
    Slip(
        "a list for named groups",
        "content/network/network.yml",
        "series:\n  tide-talks:\n    title: Tide talks",
        "series: [tide-talks]",
        """\
content/network/network.yml:17:1: error: “series” must be a group of fields, not a list. [not-a-group]
   17 | series: [tide-talks]
        ^^^^^^
        Indent its fields below it.
""",
    ),
    Slip(
        "a number without an end",
        "events/launch.yml",
        "percent: 93",
        "percent: .inf",
        """\
events/launch.yml:30:18: error: “percent” must be an ordinary number. [not-a-number]
   30 |         percent: .inf
                         ^^^^
        Write digits, and not so many.
""",
    ),
    Slip(
        "a list for a number",
        "events/launch.yml",
        "percent: 93",
        "percent: [93]",
        """\
events/launch.yml:30:9: error: “percent” must be a number, and this is a list. [not-a-number]
   30 |         percent: [93]
                ^^^^^^^
        Write digits only.
""",
    ),
    Slip(
        "a list for a whole number",
        "events/launch.yml",
        "audience:",
        "capacity: [40]\naudience:",
        """\
events/launch.yml:8:1: error: “capacity” must be a whole number, and this is a list. [not-a-number]
    8 | capacity: [40]
        ^^^^^^^^
        Write digits only.
""",
    ),
    Slip(
        "a width of nothing",
        "brand/brand.yml",
        "file: logo/logo.svg",
        "file: logo/logo.svg\n    minimum_width_mm: 0",
        """\
brand/brand.yml:5:23: error: “minimum_width_mm” is too small: 0. [too-small]
    5 |     minimum_width_mm: 0
                              ^
        Write more than 0.
""",
    ),
    Slip(
        "a number of too many digits",
        "events/launch.yml",
        "audience:",
        "capacity: " + "9" * 4400 + "\naudience:",
        f"""\
events/launch.yml:8:11: error: “capacity” must be an ordinary number. [not-a-number]
    8 | capacity: {"9" * 110}…
                  {"^" * 110}
        Write digits, and not so many.
""",
    ),
    Slip(
        "a page that others need is gone",
        "content/index.md",
        None,
        None,
        """\
content/index.md:1:1: error: content/index.md is missing. [missing-file]
        Add it, with a title and a few words: other pages lead to it.
""",
    ),
    Slip(
        "a word for a whole number",
        "events/launch.yml",
        "audience:",
        "capacity: forty\naudience:",
        """\
events/launch.yml:8:11: error: “capacity” must be a whole number, and this is “forty”. [not-a-number]
    8 | capacity: forty
                  ^^^^^
        Write digits only.
""",
    ),
    Slip(
        "a text of too many digits",
        "events/launch.yml",
        "audience:",
        f'capacity: "{"9" * 4400}"\naudience:',
        f"""\
events/launch.yml:8:11: error: “capacity” must be an ordinary number. [not-a-number]
    8 | capacity: "{"9" * 109}…
                  ^{"^" * 109}
        Write digits, and not so many.
""",
    ),
    Slip(
        "a number with a leading zero",
        "events/launch.yml",
        "audience:",
        "capacity: 040\naudience:",
        """\
events/launch.yml:8:11: error: “040” begins with a zero. [number-form]
    8 | capacity: 040
                  ^^^
        Write 40.
""",
    ),
    Slip(
        "a number with a plus sign",
        "events/launch.yml",
        "audience:",
        "capacity: +5\naudience:",
        """\
events/launch.yml:8:11: error: “+5” begins with a plus sign. [number-form]
    8 | capacity: +5
                  ^^
        Write 5.
""",
    ),
    Slip(
        "a number in a notation for programs",
        "events/launch.yml",
        "audience:",
        "capacity: 0x10\naudience:",
        """\
events/launch.yml:8:11: error: “0x10” is a number in a notation for programs. [number-form]
    8 | capacity: 0x10
                  ^^^^
        Write 16.
""",
    ),
    Slip(
        "a number that ends with a point",
        "events/launch.yml",
        "percent: 93",
        "percent: 93.",
        """\
events/launch.yml:30:18: error: “93.” ends with a point. [number-form]
   30 |         percent: 93.
                         ^^^
        Write 93.
""",
    ),
    Slip(
        "a whole number that ends with a point",
        "events/launch.yml",
        "audience:",
        "capacity: 12.\naudience:",
        """\
events/launch.yml:8:11: error: “capacity” must be a whole number, and this is the number “12.”. [not-a-number]
    8 | capacity: 12.
                  ^^^
        Write 12.
""",
    ),
    Slip(
        "a number with an underscore",
        "events/launch.yml",
        "audience:",
        "capacity: 1_000\naudience:",
        """\
events/launch.yml:8:11: error: “capacity” must be a whole number, and this is “1_000”. [not-a-number]
    8 | capacity: 1_000
                  ^^^^^
        Write 1000.
""",
    ),
    Slip(
        "a number in quotes",
        "events/launch.yml",
        "responses: 41",
        'responses: "41"',
        """\
events/launch.yml:31:16: error: “41” is not a value of “responses”. [unknown-value]
   31 |     responses: "41"
                       ^^^^
        Write 41, without quotes.
""",
    ),
    Slip(
        "a count with a leading zero",
        "content/index.md",
        "count=2",
        "count=02",
        """\
content/index.md:12:1: error: The value of “count” does not fit. [piece-option]
   12 | ::next-events{count=02}
        ^^^^^^^^^^^^^^^^^^^^^^^
        Write a whole number of 1 or more.
""",
    ),
    Slip(
        "a broken link in HTML",
        "content/team.md",
        None,
        '---\ntitle: Team\n---\n\nSee <a href="../events/lunch.yml">it</a>.\n',
        """\
content/team.md:5:14: error: There is no file “events/lunch.yml”. [broken-link]
    5 | See <a href="../events/lunch.yml">it</a>.
                     ^^^^^^^^^^^^^^^^^^^
        Did you mean “launch.yml”?
""",
    ),
    Slip(
        "a broken picture in HTML",
        "content/team.md",
        None,
        '---\ntitle: Team\n---\n\n<img src="../events/chart.png" alt="The chart">\n',
        """\
content/team.md:5:1: error: A picture in HTML is not found by its file name. [html-not-allowed]
    5 | <img src="../events/chart.png" alt="The chart">
        ^^^^
        Write it in Markdown: ![What it shows](drawing.svg).
""",
    ),
    Slip(
        "a broken link in angle brackets",
        "content/team.md",
        None,
        '---\ntitle: Team\n---\n\n[it](<../events/lunch.yml> "Title")\n',
        """\
content/team.md:5:7: error: There is no file “events/lunch.yml”. [broken-link]
    5 | [it](<../events/lunch.yml> "Title")
              ^^^^^^^^^^^^^^^^^^^
        Did you mean “launch.yml”?
""",
    ),
    Slip(
        "a broken link with parentheses",
        "content/team.md",
        None,
        "---\ntitle: Team\n---\n\n[it](chart(1).svg)\n",
        """\
content/team.md:5:6: error: There is no file “content/chart(1).svg”. [broken-link]
    5 | [it](chart(1).svg)
             ^^^^^^^^^^^^
        Write the file’s name, relative to this file.
""",
    ),
    Slip(
        "a broken link with a coded space",
        "content/team.md",
        None,
        "---\ntitle: Team\n---\n\n[it](../events/the%20chart.svg)\n",
        """\
content/team.md:5:6: error: There is no file “events/the chart.svg”. [broken-link]
    5 | [it](../events/the%20chart.svg)
             ^^^^^^^^^^^^^^^^^^^^^^^^^
        Did you mean “chart.svg”?
""",
    ),
    Slip(
        "a broken link in a definition",
        "content/team.md",
        None,
        "---\ntitle: Team\n---\n\n[it][a]\n\n[a]: ../events/lunch.yml\n",
        """\
content/team.md:7:6: error: There is no file “events/lunch.yml”. [broken-link]
    7 | [a]: ../events/lunch.yml
             ^^^^^^^^^^^^^^^^^^^
        Did you mean “launch.yml”?
""",
    ),
    Slip(
        "a label that is not defined",
        "content/team.md",
        None,
        "---\ntitle: Team\n---\n\n[it][plan]\n\n[it][pln]\n\n[plan]: index.md\n",
        """\
content/team.md:7:1: error: Nothing in this text is called “pln”. [unknown-label]
    7 | [it][pln]
        ^^^^^^^^^
        Did you mean “plan”?
""",
    ),
    Slip(
        "a note that is not there",
        "content/team.md",
        None,
        "---\ntitle: Team\n---\n\nText[^1] and more[^2].\n\n[^1]: Note.\n",
        """\
content/team.md:5:18: error: No note is called “2”. [unknown-label]
    5 | Text[^1] and more[^2].
                         ^^^^
        Write one of: 1.
""",
    ),
    Slip(
        "a link that differs in case",
        "content/team.md",
        None,
        "---\ntitle: Team\n---\n\n[it](../events/Launch.yml#agenda)\n",
        """\
content/team.md:5:6: error: “../events/Launch.yml#agenda” differs from the name of the file in capital letters, which a web server minds. [broken-link]
    5 | [it](../events/Launch.yml#agenda)
             ^^^^^^^^^^^^^^^^^^^^^^^^^^^
        Write ../events/launch.yml#agenda.
""",
    ),
    Slip(
        "a link without a target",
        "content/team.md",
        None,
        "---\ntitle: Team\n---\n\n[it]()\n",
        """\
content/team.md:5:6: error: This link leads nowhere. [broken-link]
    5 | [it]()
             ^
        Write the file’s name, relative to this file.
""",
    ),
    Slip(
        "a link to a site without https",
        "content/team.md",
        None,
        "---\ntitle: Team\n---\n\n[it](www.example.org)\n",
        """\
content/team.md:5:6: error: There is no file “content/www.example.org”. [broken-link]
    5 | [it](www.example.org)
             ^^^^^^^^^^^^^^^
        For another site write https://www.example.org.
""",
    ),
    Slip(
        "a link to an address of mail",
        "content/team.md",
        None,
        "---\ntitle: Team\n---\n\n[us](us@harbours.example)\n",
        """\
content/team.md:5:6: error: There is no file “content/us@harbours.example”. [broken-link]
    5 | [us](us@harbours.example)
             ^^^^^^^^^^^^^^^^^^^
        For an address of mail write mailto:us@harbours.example.
""",
    ),
    Slip(
        "a link copied from the browser",
        "content/team.md",
        None,
        "---\ntitle: Team\n---\n\n[it](/events/launch/)\n",
        """\
content/team.md:5:6: error: There is no file “/events/launch”. [broken-link]
    5 | [it](/events/launch/)
             ^^^^^^^^^^^^^^^
        Name the file: ../events/launch.yml.
""",
    ),
    Slip(
        "a link with backslashes",
        "content/team.md",
        None,
        "---\ntitle: Team\n---\n\n[it](..\\events\\launch.yml)\n",
        """\
content/team.md:5:6: error: There is no file “content/..\\events\\launch.yml”. [broken-link]
    5 | [it](..\\events\\launch.yml)
             ^^^^^^^^^^^^^^^^^^^^
        Write / in place of \\.
""",
    ),
    Slip(
        "a space in a link",
        "content/team.md",
        None,
        "---\ntitle: Team\n---\n\n[it] (events.md)\n",
        """\
content/team.md:5:1: error: No space may stand between the words of a link and its target. [link-form]
    5 | [it] (events.md)
        ^^^^^^^^^^^^^^^^
        Write [words](target).
""",
    ),
    Slip(
        "a space in a link whose words are on two lines",
        "content/team.md",
        None,
        "---\ntitle: Team\n---\n\nSee [the\nevents] (events.md).\n",
        """\
content/team.md:5:5: error: No space may stand between the words of a link and its target. [link-form]
    5 | See [the
            ^^^^
        Write [words](target).
""",
    ),
    Slip(
        "brackets of a link the wrong way round",
        "content/team.md",
        None,
        "---\ntitle: Team\n---\n\n(it)[events.md]\n",
        """\
content/team.md:5:1: error: The words of a link stand in square brackets, the target in round ones. [link-form]
    5 | (it)[events.md]
        ^^^^^^^^^^^^^^^
        Write [words](target).
""",
    ),
    Slip(
        "an anchor of a page with live pieces",
        "content/team.md",
        None,
        "---\ntitle: Team\n---\n\n[it](events.md#pst)\n",
        """\
content/team.md:5:15: error: No heading of “content/events.md” has the address “#pst”. [unknown-anchor]
    5 | [it](events.md#pst)
                      ^^^^
        Did you mean “past”?
""",
    ),
    Slip(
        "an anchor of a member",
        "content/team.md",
        None,
        "---\ntitle: Team\n---\n\n[it](network/members/old-mole.yml#evnts)\n",
        """\
content/team.md:5:34: error: No heading of “content/network/members/old-mole.yml” has the address “#evnts”. [unknown-anchor]
    5 | [it](network/members/old-mole.yml#evnts)
                                         ^^^^^^
        Did you mean “events”?
""",
    ),
    Slip(
        "an anchor of a commitment",
        "content/team.md",
        None,
        "---\ntitle: Team\n---\n\n[it](../manifesto/how.md#commitment-lend)\n",
        """\
content/team.md:5:25: error: No heading of “manifesto/how.md” has the address “#commitment-lend”. [unknown-anchor]
    5 | [it](../manifesto/how.md#commitment-lend)
                                ^^^^^^^^^^^^^^^^
        Did you mean “commitment-lend-freely”?
""",
    ),
    Slip(
        "an anchor in a text of the manifesto",
        "manifesto/manifesto.yml",
        "one-crane.md)",
        "one-crane.md#resuls)",
        """\
manifesto/manifesto.yml:15:78: error: No heading of “case-studies/one-crane.md” has the address “#resuls”. [unknown-anchor]
   15 |     text: We lend what lies idle, as [the crane](../case-studies/one-crane.md#resuls) did.
                                                                                     ^^^^^^^
        Did you mean “results”?
""",
    ),
    Slip(
        "attributes without an end",
        "content/team.md",
        None,
        "---\ntitle: Team\n---\n\nA quotation.\n{: .pull-quote\n",
        """\
content/team.md:6:1: error: This list of attributes has no end, so it would be printed as it stands. [attribute-form]
    6 | {: .pull-quote
        ^^^^^^^^^^^^^^
        Write {: .pull-quote }.
""",
    ),
    Slip(
        "attributes below an empty line",
        "content/team.md",
        None,
        "---\ntitle: Team\n---\n\nA quotation.\n\n{: .pull-quote }\n",
        """\
content/team.md:7:1: error: This list of attributes stands below an empty line, so it would be printed as it stands. [attribute-form]
    7 | {: .pull-quote }
        ^^^^^^^^^^^^^^^^
        Put it on the line below the text that it belongs to.
""",
    ),
    Slip(
        "a live piece without an end",
        "content/team.md",
        None,
        "---\ntitle: Team\n---\n\n::next-events{count=2\n",
        """\
content/team.md:5:1: error: This live piece has no closing bracket, so it would be printed as it stands. [piece-form]
    5 | ::next-events{count=2
        ^^^^^^^^^^^^^^^^^^^^^
        End it with }, on the same line.
""",
    ),
    Slip(
        "an indented live piece",
        "content/team.md",
        None,
        "---\ntitle: Team\n---\n\n  ::next-events\n",
        """\
content/team.md:5:3: error: A live piece begins at the margin, so it would be printed as it stands. [piece-form]
    5 |   ::next-events
          ^^^^^^^^^^^^^
        Remove what stands before it.
""",
    ),
    Slip(
        "a live piece within a line",
        "content/team.md",
        None,
        "---\ntitle: Team\n---\n\nLook: ::next-events{count=2} and more.\n",
        """\
content/team.md:5:7: error: A live piece stands on a line of its own, so it would be printed as it stands. [piece-form]
    5 | Look: ::next-events{count=2} and more.
              ^^^^^^^^^^^^^^^^^^^^^^
        Put it on a line of its own, and write nothing before or behind it.
""",
    ),
    Slip(
        "a live piece with three colons",
        "content/team.md",
        None,
        "---\ntitle: Team\n---\n\n:::next-events\n",
        """\
content/team.md:5:1: error: A live piece begins with two colons, so it would be printed as it stands. [piece-form]
    5 | :::next-events
        ^^^^^^^^^^^^^^
        Write ::name{option=value} on a line of its own.
""",
    ),
    Slip(
        "a live piece with one colon",
        "content/team.md",
        None,
        "---\ntitle: Team\n---\n\n:next-events{count=2}\n",
        """\
content/team.md:5:1: error: A live piece begins with two colons, so it would be printed as it stands. [piece-form]
    5 | :next-events{count=2}
        ^^^^^^^^^^^^^^^^^^^^^
        Write ::name{option=value} on a line of its own.
""",
    ),
    Slip(
        "options of a live piece in round brackets",
        "content/team.md",
        None,
        "---\ntitle: Team\n---\n\n::next-events(count=2)\n",
        """\
content/team.md:5:1: error: The options of a live piece stand in curly brackets, so it would be printed as it stands. [piece-form]
    5 | ::next-events(count=2)
        ^^^^^^^^^^^^^^^^^^^^^^
        Write ::name{option=value} on a line of its own.
""",
    ),
    Slip(
        "a live piece in a summary",
        "events/launch.yml",
        "summary: The day on which three harbours became one network.",
        'summary: "::next-events"',
        """\
events/launch.yml:2:11: error: Only the text of a page, a chapter, a case study, a member, an event or news holds live pieces. [piece-form]
    2 | summary: "::next-events"
                  ^^^^^^^^^^^^^
        Move it there.
""",
    ),
    Slip(
        "a draft manifesto",
        "manifesto/manifesto.yml",
        "title: One tide",
        "title: One tide\ndraft: true",
        """\
manifesto/manifesto.yml:2:1: error: “draft” is not a field here. [unknown-field]
    2 | draft: true
        ^^^^^
        The manifesto is always public; write this in a chapter, which may wait.
""",
    ),
    Slip(
        "another name for a title",
        "events/launch.yml",
        "title: The launch",
        "name: The launch",
        """\
events/launch.yml:1:1: error: “name” is not a field here. [unknown-field]
    1 | name: The launch
        ^^^^
        Did you mean “title”?
""",
    ),
    Slip(
        "another name for a start",
        "events/launch.yml",
        "starts: 2026-03-11T10:00",
        "date: 2026-03-11T10:00",
        """\
events/launch.yml:4:1: error: “date” is not a field here. [unknown-field]
    4 | date: 2026-03-11T10:00
        ^^^^
        Did you mean “starts”?
""",
    ),
    Slip(
        "another name for a venue",
        "events/launch.yml",
        "venue:",
        "location:",
        """\
events/launch.yml:9:1: error: “location” is not a field here. [unknown-field]
    9 | location:
        ^^^^^^^^
        Did you mean “venue”?
""",
    ),
    Slip(
        "a field with a capital",
        "content/team.md",
        None,
        "---\nTitle: Team\n---\n\nText.\n",
        """\
content/team.md:2:1: error: “Title” is not a field here. [unknown-field]
    2 | Title: Team
        ^^^^^
        Did you mean “title”?
""",
    ),
    Slip(
        "a singular for a plural",
        "case-studies/one-crane.md",
        "members: [old-mole]",
        "member: [old-mole]",
        """\
case-studies/one-crane.md:5:1: error: “member” is not a field here. [unknown-field]
    5 | member: [old-mole]
        ^^^^^^
        Did you mean “members”?
""",
    ),
    Slip(
        "a title that begins with #",
        "events/launch.yml",
        "title: The launch",
        "title: #1 launch",
        """\
events/launch.yml:1:7: error: “title” is empty. [empty-field]
    1 | title: #1 launch
              ^
        A # begins a comment. Put the text in quotes: "#1 launch".
""",
    ),
    Slip(
        "a list without a space behind the hyphen",
        "events/launch.yml",
        "tags: [moorings]",
        "tags:\n  -moorings",
        """\
events/launch.yml:7:3: error: “tags” must be a list, and this is the text “-moorings”. [not-a-list]
    7 |   -moorings
          ^^^^^^^^^
        Put a space behind the hyphen: “- moorings”.
""",
    ),
    Slip(
        "fields below a value",
        "events/launch.yml",
        "venue:\n",
        "venue: Net Loft\n",
        """\
events/launch.yml:10:3: error: “name” is indented below “venue”, which has a value already. [yaml-syntax]
   10 |   name: Net Loft
          ^
        Indent both by the same number of spaces, or take the value of the upper one away.
""",
    ),
    Slip(
        "a field that is indented too far",
        "events/launch.yml",
        "  locality: Whitby",
        "   locality: Whitby",
        """\
events/launch.yml:12:4: error: “locality” is indented below “address”, which has a value already. [yaml-syntax]
   12 |    locality: Whitby
           ^
        Indent both by the same number of spaces, or take the value of the upper one away.
""",
    ),
    Slip(
        "a space missing after a colon",
        "events/launch.yml",
        "summary: The",
        "summary:The",
        """\
events/launch.yml:2:8: error: A space is missing after the colon. [yaml-syntax]
    2 | summary:The day on which three harbours became one network.
               ^
        Write summary: The day on which three harbours became one network.
""",
    ),
    Slip(
        "an address of the web for a group",
        "events/launch.yml",
        "audience:",
        "registration: https://a.example/x\naudience:",
        """\
events/launch.yml:8:15: error: “registration” must be a group of fields, not the text “https://a.example/x”. [not-a-group]
    8 | registration: https://a.example/x
                      ^^^^^^^^^^^^^^^^^^^
        Write “url: https://a.example/x” on the next line, indented.
""",
    ),
    Slip(
        "an address of mail for a group",
        "content/network/network.yml",
        "contact:\n  email: hello@harbours.example",
        "contact: hello@harbours.example",
        """\
content/network/network.yml:5:10: error: “contact” must be a group of fields, not the text “hello@harbours.example”. [not-a-group]
    5 | contact: hello@harbours.example
                 ^^^^^^^^^^^^^^^^^^^^^^
        Write “email: hello@harbours.example” on the next line, indented.
""",
    ),
    Slip(
        "an address of mail with mailto",
        "content/network/network.yml",
        "email: hello@",
        "email: mailto:hello@",
        """\
content/network/network.yml:6:10: error: “mailto:hello@harbours.example” does not have the form of “email”. [wrong-form]
    6 |   email: mailto:hello@harbours.example
                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        Write hello@harbours.example.
""",
    ),
    Slip(
        "an address of mail with a comma in its domain",
        "content/network/network.yml",
        "email: hello@harbours.example",
        "email: hello@harbours,example",
        """\
content/network/network.yml:6:10: error: “hello@harbours,example” does not have the form of “email”. [wrong-form]
    6 |   email: hello@harbours,example
                 ^^^^^^^^^^^^^^^^^^^^^^
        Write hello@harbours.example.
""",
    ),
    Slip(
        "an address of the web with a space",
        "events/launch.yml",
        "audience:",
        "registration:\n  url: https://a.example/my form\naudience:",
        """\
events/launch.yml:9:8: error: “https://a.example/my form” does not have the form of “url”. [wrong-form]
    9 |   url: https://a.example/my form
               ^^^^^^^^^^^^^^^^^^^^^^^^^
        Write https://a.example/my%20form.
""",
    ),
    Slip(
        "an address of the web for a file",
        "events/launch.yml",
        "file: chart.svg",
        "file: https://a.example/chart.pdf",
        """\
events/launch.yml:24:11: error: “https://a.example/chart.pdf” is an address, and the name of a file is meant. [broken-link]
   24 |     file: https://a.example/chart.pdf
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^
        Write it as “url:”, or link to it in a text: [words](https://a.example/chart.pdf).
""",
    ),
    Slip(
        "a path from the root",
        "events/launch.yml",
        "file: chart.svg",
        "file: events/chart.svg",
        """\
events/launch.yml:24:11: error: There is no file “events/events/chart.svg”. [broken-link]
   24 |     file: events/chart.svg
                  ^^^^^^^^^^^^^^^^
        Name the file: chart.svg.
""",
    ),
    Slip(
        "a chapter with its ending",
        "manifesto/manifesto.yml",
        "  - why",
        "  - why.md",
        """\
manifesto/manifesto.yml:7:5: error: There is no chapter “why.md”. [unknown-chapter]
    7 |   - why.md
            ^^^^^^
        Write why.
""",
    ),
    Slip(
        "a chapter by its title",
        "manifesto/manifesto.yml",
        "  - why",
        "  - Why we need one another",
        """\
manifesto/manifesto.yml:7:5: error: There is no chapter “Why we need one another”. [unknown-chapter]
    7 |   - Why we need one another
            ^^^^^^^^^^^^^^^^^^^^^^^
        Write why.
""",
    ),
    Slip(
        "front matter that begins with four hyphens",
        "case-studies/one-crane.md",
        "---\ntitle: One",
        "----\ntitle: One",
        """\
case-studies/one-crane.md:1:1: error: The fields of a page stand between two lines of three hyphens, the first of which is line 1. [open-front-matter]
    1 | ----
        ^^^^
        Write --- on the first line, and --- below the fields.
""",
    ),
    Slip(
        "front matter below an empty line",
        "case-studies/one-crane.md",
        "---\ntitle: One",
        "\n---\ntitle: One",
        """\
case-studies/one-crane.md:2:1: error: The fields of a page stand between two lines of three hyphens, the first of which is line 1. [open-front-matter]
    2 | ---
        ^^^
        Write --- on the first line, and --- below the fields.
""",
    ),
    Slip(
        "front matter without hyphens",
        "content/news/opened.md",
        None,
        "title: Opened\ndate: 2026-01-01\n",
        """\
content/news/opened.md:1:1: error: The fields of a page stand between two lines of three hyphens, the first of which is line 1. [open-front-matter]
    1 | title: Opened
        ^^^^^^
        Write --- on the first line, and --- below the fields.
""",
    ),
    Slip(
        "a part of a case study on the first level",
        "case-studies/one-crane.md",
        "## Challenge",
        "# Challenge",
        """\
case-studies/one-crane.md:26:1: error: The first level of headings is for the title alone. [heading-level]
   26 | # Challenge
        ^
        Begin the heading with ##.
""",
    ),
    Slip(
        "an entry of the navigation without a space",
        "mkdocs.yml",
        "  - Events: events",
        "  - Events:events",
        """\
mkdocs.yml:9:5: error: “Events:events/index.md” has no title. [untitled-entry]
    9 |   - Events:events/index.md
            ^^^^^^^^^^^^^^^^^^^^^^
        Write “Events: events/index.md”.
""",
    ),
    Slip(
        "HTML in a title",
        "events/launch.yml",
        "title: The launch",
        "title: The <b>launch</b>",
        """\
events/launch.yml:1:12: error: This is plain text, in which HTML would be seen by readers. [html-not-allowed]
    1 | title: The <b>launch</b>
                   ^^^
        Write the words alone.
""",
    ),
    Slip(
        "a session before its event begins",
        "events/launch.yml",
        '"10:00"',
        '"09:00"',
        """\
events/launch.yml:15:11: error: The session begins before the event does (2026-03-11T10:00). [agenda-outside]
   15 |   - time: "09:00"
                  ^^^^^^^
        Change one of them.
""",
    ),
    Slip(
        "a session when its event is over",
        "events/launch.yml",
        '"12:30"',
        '"17:30"',
        """\
events/launch.yml:18:11: error: The session begins when the event is over (2026-03-11T16:30). [agenda-outside]
   18 |   - time: "17:30"
                  ^^^^^^^
        Change one of them.
""",
    ),
    Slip(
        "a session on a day when its event is over",
        "events/launch.yml",
        '  - time: "12:30"',
        '  - day: 2026-03-12\n    time: "12:30"',
        """\
events/launch.yml:18:10: error: The session begins when the event is over (2026-03-11T16:30). [agenda-outside]
   18 |   - day: 2026-03-12
                 ^^^^^^^^^^
        Change one of them.
""",
    ),
    Slip(
        "a session that ends before it begins",
        "events/launch.yml",
        'time: "12:30"',
        'time: "12:30"\n    ends: "11:30"',
        """\
events/launch.yml:19:11: error: The session ends at 11:30, and begins at 12:30. [session-ends]
   19 |     ends: "11:30"
                  ^^^^^^^
        Write a later time, or leave it out.
""",
    ),
    Slip(
        "an end of a session on the 12-hour clock",
        "events/launch.yml",
        'time: "12:30"',
        'time: "12:30"\n    ends: 1.15pm',
        """\
events/launch.yml:19:11: error: “1.15pm” does not have the form of “ends”. [wrong-form]
   19 |     ends: 1.15pm
                  ^^^^^^
        Write "13:15".
""",
    ),
    Slip(
        "two sessions at once, and no rooms",
        "events/launch.yml",
        '"12:30"',
        '"10:00"',
        """\
events/launch.yml:18:11: error: “Welcome” and this session take place at the same time in no room that is named. [room-overlap]
   18 |   - time: "10:00"
                  ^^^^^^^
        Write “room: …” for each of them, or change a time.
""",
    ),
    Slip(
        "two sessions in one room, one of which has not ended",
        "events/launch.yml",
        '    speakers: [ada-brook]\n  - time: "12:30"\n',
        '    room: The loft\n    ends: "12:45"\n  - time: "12:30"\n    room: The loft\n',
        """\
events/launch.yml:19:11: error: “Welcome” and this session take place at the same time in “The loft”. [room-overlap]
   19 |   - time: "12:30"
                  ^^^^^^^
        Write “room: …” for each of them, or change a time.
""",
    ),
    Slip(
        "an agenda of two days that lacks the second",
        "events/regatta.yml",
        "ends: 2027-05-14",
        'ends: 2027-05-14\nagenda:\n  - {time: "18:00", title: Supper}\n  - {time: "09:00", title: The race}',
        """\
events/regatta.yml:9:12: error: “09:00” is before the item above it, which begins at 18:00. [agenda-order]
    9 |   - {time: "09:00", title: The race}
                   ^^^^^^^
        Write “day: 2027-05-14” where the next day begins, or put the items in order.
""",
    ),
    Slip(
        "a speaker without a name",
        "events/launch.yml",
        "[ada-brook]",
        "[{affiliation: North Quay}]",
        """\
events/launch.yml:17:16: error: “name” is missing. [missing-field]
   17 |     speakers: [{affiliation: North Quay}]
                       ^^^^^^^^^^^^^^^^^^^^^^^^^
        Add a line “name: …”.
""",
    ),
    Slip(
        "a speaker who has no record",
        "events/launch.yml",
        "[ada-brook]",
        "[ada-brok]",
        """\
events/launch.yml:17:16: error: No person is called “ada-brok”. [unknown-person]
   17 |     speakers: [ada-brok]
                       ^^^^^^^^
        Did you mean “ada-brook”?
""",
    ),
    Slip(
        "a number for a speaker",
        "events/launch.yml",
        "[ada-brook]",
        "[7]",
        """\
events/launch.yml:17:16: error: “speakers” must be text, and this is the number 7. [not-text]
   17 |     speakers: [7]
                       ^
        Put it in quotes: "7".
""",
    ),
    Slip(
        "a season with a doubt",
        "events/autumn-meeting.yml",
        "starts: 2027-10",
        "starts: 2027-23~",
        """\
events/autumn-meeting.yml:4:9: error: “2027-23~” is not a date in a form that Masthead knows. [date-form]
    4 | starts: 2027-23~
                ^^^^^^^^
        Write 2027-03-11T10:00, 2027-03-11, 2027-03, 2027-21 (spring), 2027, to be confirmed, or not recorded.
""",
    ),
    Slip(
        "a season in words",
        "events/autumn-meeting.yml",
        "starts: 2027-10",
        "starts: Autumn 2027",
        """\
events/autumn-meeting.yml:4:9: error: “Autumn 2027” is not a date in a form that Masthead knows. [date-form]
    4 | starts: Autumn 2027
                ^^^^^^^^^^^
        Write 2027-23.
""",
    ),
    Slip(
        "a month in words, and about",
        "events/autumn-meeting.yml",
        "starts: 2027-10",
        "starts: about October 2027",
        """\
events/autumn-meeting.yml:4:9: error: “about October 2027” is not a date in a form that Masthead knows. [date-form]
    4 | starts: about October 2027
                ^^^^^^^^^^^^^^^^^^
        Write 2027-10~.
""",
    ),
    Slip(
        "a date that somebody calls unknown",
        "events/autumn-meeting.yml",
        "starts: 2027-10",
        "starts: TBC",
        """\
events/autumn-meeting.yml:4:9: error: “TBC” is not a date in a form that Masthead knows. [date-form]
    4 | starts: TBC
                ^^^
        Write to be confirmed.
""",
    ),
    Slip(
        "a thirteenth month",
        "events/autumn-meeting.yml",
        "starts: 2027-10",
        "starts: 2027-13",
        """\
events/autumn-meeting.yml:4:9: error: There is no 2027-13. [no-such-date]
    4 | starts: 2027-13
                ^^^^^^^
        Write a month, 01 to 12, or a season: 21 is spring, 24 winter.
""",
    ),
    Slip(
        "a postponed event on its old date",
        "events/regatta.yml",
        "status: tentative",
        "status: postponed",
        """\
events/regatta.yml:5:9: error: The event is postponed, and 2027-05-13 is the date that was announced. [postponed-same-date]
    5 | starts: 2027-05-13
                ^^^^^^^^^^
        Move the old date below “previously”, as “starts” beside “changed” and “reason”, and write the new date here, or “to be confirmed”.
""",
    ),
    Slip(
        "a postponed event whose entry names the date that stands above",
        "events/regatta.yml",
        "status: tentative",
        "status: postponed\npreviously:\n  - {changed: 2026-11-02, title: The race, reason: Wind.}",
        """\
events/regatta.yml:7:9: error: The event is postponed, and 2027-05-13 is the date that was announced. [postponed-same-date]
    7 | starts: 2027-05-13
                ^^^^^^^^^^
        Move the old date below “previously”, as “starts” beside “changed” and “reason”, and write the new date here, or “to be confirmed”.
""",
    ),
    Slip(
        "a postponed event without the date that was announced",
        "events/regatta.yml",
        "status: tentative\nstarts: 2027-05-13\nends: 2027-05-14",
        "status: postponed\nstarts: to be confirmed",
        """\
events/regatta.yml:5:9: error: The event is postponed, and nothing says from which date. [postponed-same-date]
    5 | starts: to be confirmed
                ^^^^^^^^^^^^^^^
        Write the date that was announced below “previously”, as “starts” beside “changed” and “reason”.
""",
    ),
    Slip(
        "an entry that says nothing that differs",
        "events/regatta.yml",
        "status: tentative",
        "status: tentative\npreviously:\n  - changed: 2026-11-02\n    starts: 2027-05-13\n    ends: 2027-05-14",
        """\
events/regatta.yml:6:5: error: This entry says nothing that differs from what was announced after it. [previously-same]
    6 |   - changed: 2026-11-02
            ^^^^^^^^^^^^^^^^^^^
        Write what was announced: starts, ends, venue, online, title or status.
""",
    ),
    Slip(
        "announcements in the wrong order",
        "events/dredging-day.yml",
        "previously:\n",
        "previously:\n  - changed: 2026-10-09\n    starts: 2027-01-20\n",
        """\
events/dredging-day.yml:10:14: error: This changed before the entry above it did (2026-10-09). [previously-order]
   10 |   - changed: 2026-10-02
                     ^^^^^^^^^^
        Put what was announced first first.
""",
    ),
    Slip(
        "registration that closes before it opens",
        "events/tide-talk.yml",
        "closes: 2027-01-18",
        "closes: 2026-01-18",
        """\
events/tide-talk.yml:16:11: error: Registration closes before it opens (2026-12-01). [registration-order]
   16 |   closes: 2026-01-18
                  ^^^^^^^^^^
        Check both days.
""",
    ),
    Slip(
        "registration that closes after the start",
        "events/tide-talk.yml",
        "closes: 2027-01-18",
        "closes: 2027-02-18",
        """\
events/tide-talk.yml:16:11: error: Registration closes when the event has begun (2027-01-20T18:30). [registration-late]
   16 |   closes: 2027-02-18
                  ^^^^^^^^^^
        Write the day of the event or an earlier one.
""",
    ),
    Slip(
        "a number in no series",
        "events/regatta.yml",
        "kind: learning-event",
        "kind: learning-event\nnumber_in_series: 3",
        """\
events/regatta.yml:4:19: error: The event has a number and belongs to no series. [series-number]
    4 | number_in_series: 3
                          ^
        Write “series: …”, or remove the number.
""",
    ),
    Slip(
        "a number that does not go up",
        "events/tide-talk.yml",
        "number_in_series: 2",
        "number_in_series: 1",
        """\
events/tide-talk.yml:7:19: error: “The first tide talk” comes before this event and is already number 1. [series-number]
    7 | number_in_series: 1
                          ^
        Write 2 or more, or check the dates.
""",
    ),
    Slip(
        "counts that do not make the responses",
        "events/launch.yml",
        "    shares:\n      - answer: said yes\n        percent: 93",
        "    counts:\n      - answer: said yes\n        count: 37",
        """\
events/launch.yml:28:5: error: These counts come to 37, and “responses” says 41. [counts-sum]
   28 |     counts:
            ^^^^^^
        Mend one of them.
""",
    ),
    Slip(
        "shares that are more than all",
        "events/launch.yml",
        "        percent: 93",
        "        percent: 93\n      - answer: said no\n        percent: 9",
        """\
events/launch.yml:28:5: error: These shares come to 102 per cent of those who answered. [shares-sum]
   28 |     shares:
            ^^^^^^
        Check them; they may differ from 100 by what rounding does.
""",
    ),
    Slip(
        "shares that are less than all",
        "events/launch.yml",
        "        percent: 93",
        "        percent: 53\n      - answer: said no\n        percent: 40",
        """\
events/launch.yml:28:5: error: These shares come to 93 per cent of those who answered. [shares-sum]
   28 |     shares:
            ^^^^^^
        Check them; they may differ from 100 by what rounding does.
""",
    ),
    Slip(
        "a result in shares and in counts",
        "events/launch.yml",
        "    shares:\n",
        "    counts: [{answer: said yes, count: 41}]\n    shares:\n",
        """\
events/launch.yml:26:5: error: A result is told in shares or in counts, or is withheld; and this is both. [feedback-form]
   26 |   - id: useful
            ^^^^^^^^^^
        Write one of “shares: …”, “counts: …” and “withheld: true”.
""",
    ),
    Slip(
        "a result without answers",
        "events/launch.yml",
        "    shares:\n      - answer: said yes\n        percent: 93\n",
        "",
        """\
events/launch.yml:26:5: error: A result is told in shares or in counts, or is withheld; and this is neither. [feedback-form]
   26 |   - id: useful
            ^^^^^^^^^^
        Write one of “shares: …”, “counts: …” and “withheld: true”.
""",
    ),
    Slip(
        "a question with two sides and no scale",
        "events/launch.yml",
        "    shares:\n",
        "    two_sided: true\n    shares:\n",
        """\
events/launch.yml:26:5: error: A question with two sides needs its scale. [two-sided-scale]
   26 |   - id: useful
            ^^^^^^^^^^
        Write “scale: …” with every answer that could be given, in the order of the form.
""",
    ),
    Slip(
        "an answer that is not on the scale",
        "events/launch.yml",
        "    shares:\n",
        "    scale: [says yes, says no]\n    shares:\n",
        """\
events/launch.yml:29:5: error: “said yes” is not on the scale above. [not-on-scale]
   29 |     shares:
            ^^^^^^
        Did you mean “says yes”?
""",
    ),
    Slip(
        "answers in another order than the scale",
        "events/launch.yml",
        "    shares:\n      - answer: said yes\n        percent: 93",
        "    scale: [said no, said yes]\n    shares:\n      - answer: said yes\n        percent: 93\n      - answer: said no\n        percent: 7",
        """\
events/launch.yml:29:5: error: The answers are not in the order of the scale. [scale-order]
   29 |     shares:
            ^^^^^^
        Write “said no” earlier.
""",
    ),
    Slip(
        "one answer twice",
        "events/launch.yml",
        "        percent: 93",
        "        percent: 53\n      - answer: said yes\n        percent: 40",
        """\
events/launch.yml:28:5: error: “said yes” stands here twice. [answer-twice]
   28 |     shares:
            ^^^^^^
        Add the two up, or mend the answer.
""",
    ),
    Slip(
        "a figure from answers that are withheld",
        "content/network/network.yml",
        "small_numbers_threshold: 3",
        "small_numbers_threshold: 4",
        """\
case-studies/one-crane.md:10:15: error: Fewer than 4 people gave one of these answers. [withheld-figure]
   10 |     question: useful
                      ^^^^^^
        Choose another figure. “small_numbers_threshold” in network.yml says what is too few.
""",
    ),
    Slip(
        "what came of an event that is to come",
        "events/regatta.yml",
        "kind: learning-event",
        "kind: learning-event\noutcomes: [A new record.]",
        """\
events/regatta.yml:4:1: error: The event has not taken place yet, and “outcomes” tells what came of it. [not-yet-held]
    4 | outcomes: [A new record.]
        ^^^^^^^^
        Check the date and the status, or remove the field.
""",
    ),
    Slip(
        "what came of an event that is cancelled",
        "events/dredging-day.yml",
        "starts: 2027-02-03",
        "starts: 2026-02-03\nattendance: 12",
        """\
events/dredging-day.yml:6:1: error: The event is cancelled, and “attendance” tells what came of it. [not-yet-held]
    6 | attendance: 12
        ^^^^^^^^^^
        Check the date and the status, or remove the field.
""",
    ),
    Slip(
        "a word for the number of those who came",
        "events/launch.yml",
        "audience:",
        "attendance: many\naudience:",
        """\
events/launch.yml:8:13: error: “many” is not a value of “attendance”. [unknown-value]
    8 | attendance: many
                    ^^^^
        Write a whole number, or not recorded.
""",
    ),
    Slip(
        "a contact who cannot be reached",
        "events/regatta.yml",
        "kind: learning-event",
        "kind: learning-event\ncontact:\n  name: The harbour master",
        """\
events/regatta.yml:4:1: error: Nobody can be reached by this. [contact-reach]
    4 | contact:
        ^^^^^^^
        Add an email address or a phone number.
""",
    ),
    Slip(
        "a document that is nowhere",
        "events/launch.yml",
        "    file: chart.svg",
        "    kind: paper",
        """\
events/launch.yml:23:5: error: A document is either a file of ours or an address, and this is neither. [document-origin]
   23 |   - title: Chart of the harbour
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^
        Write “file: …” or “url: …”, and not both.
""",
    ),
    Slip(
        "a document in two places",
        "events/launch.yml",
        "    file: chart.svg",
        "    file: chart.svg\n    url: https://charts.example/whitby",
        """\
events/launch.yml:23:5: error: A document is either a file of ours or an address, and this is both. [document-origin]
   23 |   - title: Chart of the harbour
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^
        Write “file: …” or “url: …”, and not both.
""",
    ),
    Slip(
        "a kind of document that there is not",
        "events/launch.yml",
        "    file: chart.svg",
        "    file: chart.svg\n    kind: slide",
        """\
events/launch.yml:25:11: error: “slide” is not a value of “kind”. [unknown-value]
   25 |     kind: slide
                  ^^^^^
        Did you mean “slides”?
""",
    ),
    Slip(
        "a language of a document in words",
        "events/launch.yml",
        "    file: chart.svg",
        "    file: chart.svg\n    language: Welsh",
        """\
events/launch.yml:25:15: error: “Welsh” does not have the form of “language”. [wrong-form]
   25 |     language: Welsh
                      ^^^^^
        Write a tag such as en-GB or cy.
""",
    ),
    Slip(
        "a photograph that is not there",
        "events/launch.yml",
        "audience:",
        "photographs: [{file: chart.jpg, alt: The harbour., credit: Ada, permission: harbour-survey}]\naudience:",
        """\
events/launch.yml:8:22: error: There is no file “events/chart.jpg”. [broken-link]
    8 | photographs: [{file: chart.jpg, alt: The harbour., credit: Ada, permission: harbour-survey}]
                             ^^^^^^^^^
        Did you mean “chart.svg”?
""",
    ),
    Slip(
        "a photograph without words",
        "events/launch.yml",
        "audience:",
        "photographs: [{file: chart.svg, credit: Ada, permission: harbour-survey}]\naudience:",
        """\
events/launch.yml:8:15: error: “alt” is missing. [missing-field]
    8 | photographs: [{file: chart.svg, credit: Ada, permission: harbour-survey}]
                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        Add a line “alt: …”.
""",
    ),
    Slip(
        "a currency that there is not",
        "events/regatta.yml",
        "kind: learning-event",
        "kind: learning-event\nprice: {amount: 12, currency: POUND}",
        """\
events/regatta.yml:4:31: error: There is no currency “POUND”. [unknown-currency]
    4 | price: {amount: 12, currency: POUND}
                                      ^^^^^
        Write a code such as GBP or EUR.
""",
    ),
    Slip(
        "two questions of one name",
        "events/launch.yml",
        "    responses: 41\n    source: survey\n",
        "    responses: 41\n    source: survey\n  - id: useful\n    question: And the food?\n    withheld: true\n",
        """\
events/launch.yml:25:1: error: Two questions are called “useful”. [question-twice]
   25 | feedback:
        ^^^^^^^^
        Give each an id of its own.
""",
    ),
    Slip(
        "answers that are withheld and written down",
        "events/launch.yml",
        "    responses: 41",
        "    responses: 41\n    withheld: true",
        """\
events/launch.yml:26:5: error: A result is told in shares or in counts, or is withheld; and this is both. [feedback-form]
   26 |   - id: useful
            ^^^^^^^^^^
        Write one of “shares: …”, “counts: …” and “withheld: true”.
""",
    ),
    Slip(
        "an unknown zone of what was announced before",
        "events/dredging-day.yml",
        "  - changed: 2026-10-02\n",
        "  - changed: 2026-10-02\n    starts: 2027-01-20T10:00\n    timezone: Europe/Pariss\n",
        """\
events/dredging-day.yml:10:15: error: There is no time zone “Europe/Pariss”. [unknown-zone]
   10 |     timezone: Europe/Pariss
                      ^^^^^^^^^^^^^
        Did you mean “Europe/Paris”?
""",
    ),
    Slip(
        "a price below nothing",
        "events/regatta.yml",
        "kind: learning-event",
        "kind: learning-event\nprice: {amount: -12}",
        """\
events/regatta.yml:4:17: error: “amount” is too small: -12. [too-small]
    4 | price: {amount: -12}
                        ^^^
        Write 0 or more.
""",
    ),
    Slip(
        "another theme",
        "mkdocs.yml",
        "name: material\n",
        "name: materiel\n",
        """\
mkdocs.yml:19:9: error: “materiel” is not a theme that Masthead knows. [engine-setting]
   19 |   name: materiel
                ^^^^^^^^
        Write “name: material” below “theme:”.
""",
    ),
    Slip(
        "a theme without a name",
        "mkdocs.yml",
        "theme:\n  name: material\n",
        "theme:\n",
        """\
mkdocs.yml:18:1: error: The theme is missing. [engine-setting]
   18 | theme:
        ^^^^^
        Write “name: material” below “theme:”.
""",
    ),
    Slip(
        "the plugin is missing",
        "mkdocs.yml",
        "  - masthead\n",
        "",
        """\
mkdocs.yml:24:9: error: The plugin “masthead” is missing. [engine-setting]
   24 | plugins:
                ^
        Add a line “- masthead” below “plugins:”.
""",
    ),
    Slip(
        "the plugin is misspelt",
        "mkdocs.yml",
        "  - masthead\n",
        "  - mastheed\n",
        """\
mkdocs.yml:25:5: error: There is no plugin “mastheed”. [engine-setting]
   25 |   - mastheed
            ^^^^^^^^
        Did you mean “masthead”?
""",
    ),
    Slip(
        "another folder of pages",
        "mkdocs.yml",
        "docs_dir: content",
        "docs_dir: docs",
        """\
mkdocs.yml:5:11: error: The pages stand in “content”, and “docs_dir” must say so. [engine-setting]
    5 | docs_dir: docs
                  ^^^^
        Write docs_dir: content.
""",
    ),
    Slip(
        "an address of the site without https",
        "mkdocs.yml",
        "site_url: https://harbours.example/",
        "site_url: harbours.example",
        """\
mkdocs.yml:2:11: error: “harbours.example” is no full address. [engine-setting]
    2 | site_url: harbours.example
                  ^^^^^^^^^^^^^^^^
        Write where the site is published: https://…
""",
    ),
    Slip(
        "settings in another file",
        "mkdocs.yml",
        "site_name:",
        "INHERIT: base.yml\nsite_name:",
        """\
mkdocs.yml:1:1: error: Masthead reads no other file in the place of this one. [engine-setting]
    1 | INHERIT: base.yml
        ^^^^^^^
        Write its settings here.
""",
    ),
    Slip(
        "a site without a name",
        "mkdocs.yml",
        "site_name: Harbour Network\n",
        "",
        """\
mkdocs.yml:1:1: error: “site_name” is missing. [missing-field]
    1 | site_url: https://harbours.example/
        ^
        Add a line “site_name: …”.
""",
    ),
    Slip(
        "a step that leads to itself",
        "content/network/theory-of-change/cheaper-repairs.yml",
        "kind: outcome",
        "kind: outcome\nleads_to: [cheaper-repairs]",
        """\
content/network/theory-of-change/cheaper-repairs.yml:4:12: error: “cheaper-repairs” leads back to this step, so that it would be its own cause. [circle-in-theory]
    4 | leads_to: [cheaper-repairs]
                   ^^^^^^^^^^^^^^^
        Remove one of the links between them.
""",
    ),
    Slip(
        "evidence that is two things",
        "content/network/indicators/cranes-lent.yml",
        "      - case_study: one-crane",
        "      - case_study: one-crane\n        source: survey",
        """\
content/network/indicators/cranes-lent.yml:20:9: error: Evidence is one thing: an event, a case study, a source, or interviews. [evidence-kind]
   20 |       - case_study: one-crane
                ^^^^^^^^^^^^^^^^^^^^^
        Give each thing a hyphen of its own.
""",
    ),
    Slip(
        "an answer without a question",
        "content/network/indicators/days-worth-it.yml",
        "        question: useful\n",
        "",
        """\
content/network/indicators/days-worth-it.yml:10:9: error: A question was put at an event, and an answer given to a question. [evidence-question]
   10 |       - event: launch
                ^^^^^^^^^^^^^
        Write “event: …” and “question: …” before it, or remove it.
""",
    ),
    Slip(
        "interviews without a theme",
        "content/network/indicators/plain-speech.yml",
        "        theme: pride\n",
        "",
        """\
content/network/indicators/plain-speech.yml:18:9: error: Interviews are evidence by one of their themes. [evidence-theme]
   18 |       - interviews: harbour-masters
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^
        Write “interviews: …” and “theme: …” together.
""",
    ),
    Slip(
        "a target with a value and a level",
        "content/network/indicators/cranes-lent.yml",
        "  value: 12",
        "  value: 12\n  level: many",
        """\
content/network/indicators/cranes-lent.yml:13:1: error: This is told by a value or by a level, and this is both. [mark-form]
   13 | target:
        ^^^^^^
        Write “value: …”, or “level: …” for a rubric.
""",
    ),
    Slip(
        "an observation with a value and a level",
        "content/network/indicators/cranes-lent.yml",
        "    value: 4",
        "    value: 4\n    level: many",
        """\
content/network/indicators/cranes-lent.yml:17:5: error: An observation is told by a value or by a level, not by both. [observation-form]
   17 |   - when: 2026-10
            ^^^^^^^^^^^^^
        Write “level: …” for a rubric, and “value: …” otherwise.
""",
    ),
    Slip(
        "a number for a rubric",
        "content/network/indicators/plain-speech.yml",
        "    level: wrecks",
        "    value: 3",
        """\
content/network/indicators/plain-speech.yml:15:5: error: This does not answer an indicator whose measure is “rubric”. [reading-form]
   15 |   - when: 2026-06
            ^^^^^^^^^^^^^
        A rubric is answered by the id of one of its levels: write level.
""",
    ),
    Slip(
        "levels of a story",
        "content/network/indicators/plain-speech.yml",
        "measure: rubric",
        "measure: story",
        """\
content/network/indicators/plain-speech.yml:3:10: error: The measure is “story”, and only a rubric has levels. [rubric-levels]
    3 | measure: story
                 ^^^^^
        Remove the levels, or write rubric.
""",
    ),
    Slip(
        "an answer that nobody gave",
        "content/network/indicators/days-worth-it.yml",
        "answer: said yes",
        "answer: said no",
        """\
content/network/indicators/days-worth-it.yml:12:17: error: Nobody is known to have answered “said no”. [unknown-answer]
   12 |         answer: said no
                        ^^^^^^^
        Did you mean “said yes”?
""",
    ),
    Slip(
        "a theme that interviews did not find",
        "content/network/indicators/plain-speech.yml",
        "theme: pride",
        "theme: prid",
        """\
content/network/indicators/plain-speech.yml:19:16: error: “harbour-masters” has no theme called “prid”. [unknown-finding]
   19 |         theme: prid
                       ^^^^
        Did you mean “pride”?
""",
    ),
    Slip(
        "interviews that nobody held",
        "content/network/indicators/plain-speech.yml",
        "interviews: harbour-masters",
        "interviews: harbour-master",
        """\
content/network/indicators/plain-speech.yml:18:21: error: No round of interviews is called “harbour-master”. [unknown-round-of-interviews]
   18 |       - interviews: harbour-master
                            ^^^^^^^^^^^^^^
        Did you mean “harbour-masters”?
""",
    ),
    Slip(
        "a level that a rubric lacks",
        "content/network/indicators/plain-speech.yml",
        "level: wrecks",
        "level: wreck",
        """\
content/network/indicators/plain-speech.yml:16:12: error: No level is called “wreck”. [unknown-level]
   16 |     level: wreck
                   ^^^^^
        Did you mean “wrecks”?
""",
    ),
    Slip(
        "a step that a theory lacks",
        "content/network/indicators/cranes-lent.yml",
        "steps: [cheaper-repairs]",
        "steps: [cheap-repairs]",
        """\
content/network/indicators/cranes-lent.yml:6:9: error: No step is called “cheap-repairs”. [unknown-step]
    6 | steps: [cheap-repairs]
                ^^^^^^^^^^^^^
        Did you mean “cheaper-repairs”?
""",
    ),
    Slip(
        "a workstream that is not there",
        "case-studies/shared-dredger.md",
        "workstream: one-dredger",
        "workstream: dredger",
        """\
case-studies/shared-dredger.md:5:13: error: No workstream is called “dredger”. [unknown-workstream]
    5 | workstream: dredger
                    ^^^^^^^
        Did you mean “one-dredger”?
""",
    ),
    Slip(
        "visits that are counted, with nobody to answer for it",
        "content/network/network.yml",
        "small_numbers_threshold: 3\n",
        """\
small_numbers_threshold: 3
analytics:
  keeps_months: 13
  matomo:
    server: https://stats.harbours.example
    site_id: 1
""",
        """\
content/network/network.yml:21:1: error: Visits are counted, and nobody is named who answers for it. [no-controller]
   21 | analytics:
        ^^^^^^^^^
        Add a group “privacy” with “controller: …”: the privacy page must name them.
""",
    ),
    Slip(
        "analytics of neither kind",
        "content/network/network.yml",
        "small_numbers_threshold: 3\n",
        """\
small_numbers_threshold: 3
privacy:
  controller: Harbour Network
analytics:
  keeps_months: 13
""",
        """\
content/network/network.yml:23:1: error: Visits are counted by Plausible or by Matomo, and this is neither. [analytics-kind]
   23 | analytics:
        ^^^^^^^^^
        Write one of “plausible: …” and “matomo: …”, and not both.
""",
    ),
    Slip(
        "analytics of both kinds",
        "content/network/network.yml",
        "small_numbers_threshold: 3\n",
        """\
small_numbers_threshold: 3
privacy:
  controller: Harbour Network
analytics:
  keeps_months: 13
  matomo:
    server: https://stats.harbours.example
    site_id: 1
  plausible:
    server: https://stats.harbours.example
    domain: harbours.example
""",
        """\
content/network/network.yml:23:1: error: Visits are counted by Plausible or by Matomo, and this is both. [analytics-kind]
   23 | analytics:
        ^^^^^^^^^
        Write one of “plausible: …” and “matomo: …”, and not both.
""",
    ),
    Slip(
        "a server of analytics without encryption",
        "content/network/network.yml",
        "small_numbers_threshold: 3\n",
        """\
small_numbers_threshold: 3
privacy:
  controller: Harbour Network
analytics:
  keeps_months: 13
  matomo:
    server: http://stats.harbours.example
    site_id: 1
""",
        """\
content/network/network.yml:26:13: error: “http://stats.harbours.example” does not have the form of “server”. [wrong-form]
   26 |     server: http://stats.harbours.example
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        Write an address of yours that begins with https://, such as https://stats.example.org/matomo.
""",
    ),
    Slip(
        "a server of analytics with more policy in it",
        "content/network/network.yml",
        "small_numbers_threshold: 3\n",
        """\
small_numbers_threshold: 3
privacy:
  controller: Harbour Network
analytics:
  keeps_months: 13
  matomo:
    server: https://stats.harbours.example;script-src *
    site_id: 1
""",
        """\
content/network/network.yml:26:13: error: “https://stats.harbours.example;script-src *” does not have the form of “server”. [wrong-form]
   26 |     server: https://stats.harbours.example;script-src *
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        Write an address of yours that begins with https://, such as https://stats.example.org/matomo.
""",
    ),
    Slip(
        "a domain of analytics that is an address",
        "content/network/network.yml",
        "small_numbers_threshold: 3\n",
        """\
small_numbers_threshold: 3
privacy:
  controller: Harbour Network
analytics:
  keeps_months: 13
  plausible:
    server: https://stats.harbours.example
    domain: https://harbours.example
""",
        """\
content/network/network.yml:27:13: error: “https://harbours.example” does not have the form of “domain”. [wrong-form]
   27 |     domain: https://harbours.example
                    ^^^^^^^^^^^^^^^^^^^^^^^^
        Write it without https://, such as example.org.
""",
    ),
    Slip(
        "analytics that do not say how long they keep what they count",
        "content/network/network.yml",
        "small_numbers_threshold: 3\n",
        """\
small_numbers_threshold: 3
privacy:
  controller: Harbour Network
analytics:
  plausible:
    server: https://stats.harbours.example
    domain: harbours.example
""",
        """\
content/network/network.yml:23:1: error: “keeps_months” is missing. [missing-field]
   23 | analytics:
        ^^^^^^^^^
        Add a line “keeps_months: …”.
""",
    ),
    Slip(
        "a basis in law that is none of ours",
        "content/network/network.yml",
        "small_numbers_threshold: 3\n",
        """\
small_numbers_threshold: 3
privacy:
  controller: Harbour Network
  basis: consent
""",
        """\
content/network/network.yml:23:10: error: “consent” is not a value of “basis”. [unknown-value]
   23 |   basis: consent
                 ^^^^^^^
        Write one of: legitimate-interests, public-task.
""",
    ),
    Slip(
        "hosting that does not say how long the log is kept",
        "content/network/network.yml",
        "small_numbers_threshold: 3\n",
        """\
small_numbers_threshold: 3
privacy:
  controller: Harbour Network
  hosting:
    company: Example Hosting Ltd
""",
        """\
content/network/network.yml:23:3: error: “log_days” is missing. [missing-field]
   23 |   hosting:
          ^^^^^^^
        Add a line “log_days: …”.
""",
    ),
    Slip(
        "a permission that rests on two things",
        "content/network/permissions/harbour-survey.yml",
        "published:",
        "public_role:\n  office: Harbour master\npublished:",
        """\
content/network/permissions/harbour-survey.yml:1:1: error: A permission rests on one of three things, and this is both. [permission-basis]
    1 | title: What the harbour survey printed
        ^
        Write one of “given: …”, “published: …” and “public_role: …”.
""",
    ),
    Slip(
        "words that rest on nothing",
        "case-studies/one-crane.md",
        "    permission: harbour-survey\n",
        "",
        """\
case-studies/one-crane.md:15:5: error: What somebody says rests on a permission. [testimonial-basis]
   15 |   - person: ada-brook
            ^^^^^^^^^^^^^^^^^
        Write “permission: …” with its slug, or “illustrative: true” where it is invented.
""",
    ),
    Slip(
        "a permission that nobody gave",
        "content/network/people/ada-brook.yml",
        "permission: harbour-survey",
        "permission: harbour-surve",
        """\
content/network/people/ada-brook.yml:5:13: error: No permission is called “harbour-surve”. [unknown-permission]
    5 | permission: harbour-surve
                    ^^^^^^^^^^^^^
        Did you mean “harbour-survey”?
""",
    ),
)


SLIPS += (
    Slip(
        "a role that ends before it begins",
        "content/network/people/ada-brook.yml",
        "since: 2020}",
        "since: 2020, until: 2019-12}",
        """\
content/network/people/ada-brook.yml:3:67: error: “until” is before “since” (2020). [period-order]
    3 |   - {title: Harbour master, member: old-mole, since: 2020, until: 2019-12}
                                                                          ^^^^^^^
        Check both dates.
""",
    ),
    Slip(
        "a member that leaves before it joins",
        "content/network/members/north-quay.yml",
        "joined: 2026-05",
        "joined: 2026-05\nleft: 2026-04-30",
        """\
content/network/members/north-quay.yml:5:7: error: “left” is before “joined” (2026-05). [period-order]
    5 | left: 2026-04-30
              ^^^^^^^^^^
        Check both dates.
""",
    ),
    Slip(
        "work that ends before it starts",
        "case-studies/one-crane.md",
        "period: Spring 2026",
        "starts: 2026-03\nends: 2026-02",
        """\
case-studies/one-crane.md:7:7: error: “ends” is before “starts” (2026-03). [period-order]
    7 | ends: 2026-02
              ^^^^^^^
        Check both dates.
""",
    ),
    Slip(
        "a role that is held in two places",
        "content/network/people/ada-brook.yml",
        "member: old-mole,",
        "member: old-mole, organisation: The Harbour Office,",
        """\
content/network/people/ada-brook.yml:3:5: error: A role is held in one place, and this names two. [role-place]
    3 |   - {title: Harbour master, member: old-mole, organisation: The Harbour Office, since: 2020}
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        Write “member: …” with its slug, or “organisation: …” for one that is no member.
""",
    ),
    Slip(
        "somebody who speaks before the role that is known",
        "content/network/people/ada-brook.yml",
        "since: 2020}",
        "since: 2026-06}",
        """\
events/launch.yml:17:16: error: “Ada Brook” held no role then: “Harbour master” is held from 2026-06. [role-not-held]
   17 |     speakers: [ada-brook]
                       ^^^^^^^^^
        Add the role that was held then to content/network/people/ada-brook.yml, or check the dates.
""",
    ),
    Slip(
        "somebody who is heard when every role had ended",
        "content/network/people/ada-brook.yml",
        "since: 2020}",
        "since: 2020, until: 2026-02}",
        """\
events/launch.yml:17:16: error: “Ada Brook” held no role then: “Harbour master” is held from 2020 until 2026-02. [role-not-held]
   17 |     speakers: [ada-brook]
                       ^^^^^^^^^
        Add the role that was held then to content/network/people/ada-brook.yml, or check the dates.
""",
    ),
    Slip(
        "somebody who leads work without a role",
        "content/network/workstreams/one-dredger.yml",
        "members: [north-quay]\nstatus: active\nstarts: 2026-05\nends: 2027-05",
        "leaders: [ada-brook]\nstatus: active\nstarts: 2016-05\nends: 2017-05",
        """\
content/network/workstreams/one-dredger.yml:4:11: error: “Ada Brook” held no role then: “Harbour master” is held from 2020. [role-not-held]
    4 | leaders: [ada-brook]
                  ^^^^^^^^^
        Add the role that was held then to content/network/people/ada-brook.yml, or check the dates.
""",
    ),
    Slip(
        "a contact whose role begins later",
        "events/first-talk.yml",
        "starts: not recorded",
        "contact: {person: ada-brook, email: ada@harbours.example}\nstarts: 2018",
        """\
events/first-talk.yml:6:19: error: “Ada Brook” held no role then: “Harbour master” is held from 2020. [role-not-held]
    6 | contact: {person: ada-brook, email: ada@harbours.example}
                          ^^^^^^^^^
        Add the role that was held then to content/network/people/ada-brook.yml, or check the dates.
""",
    ),
    Slip(
        "a logo without a basis",
        "content/network/members/north-quay.yml",
        "joined: 2026-05",
        "joined: 2026-05\nlogo: {file: ../../../events/chart.svg, alt: North Quay}",
        """\
content/network/members/north-quay.yml:5:1: error: “permission” is missing. [missing-field]
    5 | logo: {file: ../../../events/chart.svg, alt: North Quay}
        ^^^^
        Add a line “permission: …”.
""",
    ),
    Slip(
        "a logo that rests on a permission that nobody gave",
        "content/network/members/north-quay.yml",
        "joined: 2026-05",
        "joined: 2026-05\nlogo: {file: ../../../events/chart.svg, alt: North Quay, permission: boat-owners}",
        """\
content/network/members/north-quay.yml:5:70: error: No permission is called “boat-owners”. [unknown-permission]
    5 | logo: {file: ../../../events/chart.svg, alt: North Quay, permission: boat-owners}
                                                                             ^^^^^^^^^^^
        Did you mean “boat-owner”?
""",
    ),
    Slip(
        "a logo of a member that is not there",
        "content/network/members/north-quay.yml",
        "joined: 2026-05",
        "joined: 2026-05\nlogo: {file: quay.svg, alt: North Quay, permission: boat-owner}",
        """\
content/network/members/north-quay.yml:5:14: error: There is no file “content/network/members/quay.svg”. [broken-link]
    5 | logo: {file: quay.svg, alt: North Quay, permission: boat-owner}
                     ^^^^^^^^
        Write one of: north-quay.yml, old-mole.yml.
""",
    ),
    Slip(
        "a person who is named without a basis",
        "content/network/people/ada-brook.yml",
        "permission: harbour-survey\n",
        "",
        """\
content/network/people/ada-brook.yml:1:1: error: “permission” is missing. [missing-field]
    1 | title: Ada Brook
        ^
        Add a line “permission: …”.
""",
    ),
    Slip(
        "a photograph without a basis",
        "events/launch.yml",
        "audience: Everybody",
        "photographs: [{file: chart.svg, alt: A chart, credit: Jo Marsh}]\naudience: Everybody",
        """\
events/launch.yml:8:15: error: “permission” is missing. [missing-field]
    8 | photographs: [{file: chart.svg, alt: A chart, credit: Jo Marsh}]
                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        Add a line “permission: …”.
""",
    ),
    Slip(
        "a member that took part before it joined",
        "content/network/members/north-quay.yml",
        "joined: 2026-05",
        "joined: 2027-06",
        """\
content/network/workstreams/one-dredger.yml:4:11: error: “North Quay” was no member then: it belongs to the network from 2027-06. [not-a-member-then]
    4 | members: [north-quay]
                  ^^^^^^^^^^
        Take it out, and name a guest in the text; or check the dates.
""",
    ),
    Slip(
        "a member that took part after it left",
        "content/network/members/north-quay.yml",
        "joined: 2026-05",
        "joined: 2025\nleft: 2026-04-30",
        """\
content/network/workstreams/one-dredger.yml:4:11: error: “North Quay” was no member then: it belongs to the network from 2025 until 2026-04-30. [not-a-member-then]
    4 | members: [north-quay]
                  ^^^^^^^^^^
        Take it out, and name a guest in the text; or check the dates.
""",
    ),
)


SLIPS += (
    Slip(
        "a link without words",
        "content/index.md",
        "[why](../manifesto/why.md)",
        "[](../manifesto/why.md)",
        """\
content/index.md:8:43: error: This link has no words. [link-without-words]
    8 | We share what the sea teaches us. Read [](../manifesto/why.md) or see [the launch](../events/launch.yml#agenda).
                                                  ^^^^^^^^^^^^^^^^^^^
        Write words between the brackets. Only in a chapter, what has a number gives its own name.
""",
    ),
    Slip(
        "a link without words, in a chapter, to what has no number",
        "manifesto/how.md",
        "[why](why.md)",
        "[](../events/launch.yml#agenda)",
        """\
manifesto/how.md:8:9: error: This link has no words. [link-without-words]
    8 | Read [](../events/launch.yml#agenda) first.
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^
        Write words between the brackets. Only in a chapter, what has a number gives its own name.
""",
    ),
    Slip(
        "a margin of A5 that is not there",
        "brand/tokens.json",
        '"inner": {\n        "$value": { "value": 56',
        '"middle": {\n        "$value": { "value": 56',
        """\
brand/tokens.json:1:1: error: There is no token “print-a5.margin.inner”, so A5 would be printed with what is made for A4. [missing-token]
    1 | {
        ^
        Add it; on A4 it is 104px.
""",
    ),
    Slip(
        "a colour of text that is too pale on its ground",
        "brand/tokens.json",
        '"text-on-label": {\n        "$value": "{color.palette.aubergine.700}"',
        '"text-on-label": {\n        "$value": "{color.palette.ink.500}"',
        """\
brand/tokens.json:275:19: error: A label, such as “Illustrative”: “text-on-label” on “label” has a contrast of 3.91:1 in the light scheme, and text needs 4.5:1. [contrast]
  275 |         "$value": "{color.palette.ink.500}",
                          ^^^^^^^^^^^^^^^^^^^^^^^^^
        The nearest colour that passes on #efe8f5 is #72657d, in place of #7c6f87 (color.palette.ink.500).
""",
    ),
    Slip(
        "a colour of a shape that is too dark in the dark scheme",
        "brand/tokens.json",
        '"notice-border": {\n        "$value": "{color.palette.plum.300}"',
        '"notice-border": {\n        "$value": "{color.palette.aubergine.800}"',
        """\
brand/tokens.json:454:19: error: The bar beside a notice: “notice-border” on “background” has a contrast of 1.22:1 in the dark scheme, and a shape needs 3:1. [contrast]
  454 |         "$value": "{color.palette.aubergine.800}",
                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        The nearest colour that passes on #150f1a is #7b5183, in place of #3b1443 (color.palette.aubergine.800).
""",
    ),
    Slip(
        "a role that the dark scheme lacks",
        "brand/tokens.json",
        '      "code-text": {\n        "$value": "{color.palette.lilac.100}",\n        "$description": "Code."\n      },\n',
        "",
        """\
brand/tokens.json:1:1: error: There is no token “color.dark.code-text”, and “color.light.code-text” is for the other scheme alone. [missing-token]
    1 | {
        ^
        Add it; in the other scheme it is #572463.
""",
    ),
)

SLIPS += (
    Slip(
        "a statement of which nobody has told the facts",
        "content/contact.md",
        "Write to <hello",
        "::accessibility-statement\n\nWrite to <hello",
        """\
content/contact.md:6:1: error: The accessibility statement needs to know what content/network/network.yml does not tell. [statement-facts]
    6 | ::accessibility-statement
        ^^^^^^^^^^^^^^^^^^^^^^^^^
        Write there “accessibility:” with prepared, reviewed and replies_within.
""",
    ),
)

SLIPS += (
    Slip(
        "a theme that stands in a list twice",
        "events/launch.yml",
        "tags: [moorings]",
        "tags: [moorings, moorings]",
        """\
events/launch.yml:6:18: error: “moorings” is named twice. [named-twice]
    6 | tags: [moorings, moorings]
                         ^^^^^^^^
        Remove one of the two.
""",
    ),
    Slip(
        "a record that is related twice",
        "case-studies/one-crane.md",
        "related:\n",
        "related:\n  - ../events/launch.yml\n",
        """\
case-studies/one-crane.md:24:5: error: “../events/launch.yml” is named twice. [named-twice]
   24 |   - ../events/launch.yml
            ^^^^^^^^^^^^^^^^^^^^
        Remove one of the two.
""",
    ),
    Slip(
        "a block of code without an end",
        "content/contact.md",
        "Write to <hello",
        "```yaml\ntitle: The launch\n\nWrite to <hello",
        """\
content/contact.md:6:1: error: This code has no end, so it would be printed as it stands. [open-code]
    6 | ```yaml
        ^^^^^^^
        Write ``` alone on the line below the code.
""",
    ),
    Slip(
        "a block of code that ends with fewer signs than it begins with",
        "content/contact.md",
        "Write to <hello",
        "~~~~\ntitle: The launch\n~~~\n\nWrite to <hello",
        """\
content/contact.md:6:1: error: This code has no end, so it would be printed as it stands. [open-code]
    6 | ~~~~
        ^^^^
        Write ~~~~ alone on the line below the code.
""",
    ),
    Slip(
        "a list of events that stands on a page twice",
        "content/contact.md",
        "Write to <hello",
        "::event-list\n\nOnce more:\n\n::event-list\n\nWrite to <hello",
        """\
content/contact.md:10:1: error: “::event-list” stands on this page already. [repeated-piece]
   10 | ::event-list
        ^^^^^^^^^^^^
        Keep one of the two.
""",
    ),
)

SLIPS += (
    Slip(
        "a figure of an indicator that is not there",
        "content/news/opened.md",
        "Ada Brook read out",
        "{figure crane-lent} were lent. Ada Brook read out",
        """\
content/news/opened.md:8:1: error: No indicator is called “crane-lent”. [unknown-figure]
    8 | {figure crane-lent} were lent. Ada Brook read out [the manifesto](../../manifesto/manifesto.yml).
        ^^^^^^^^^^^^^^^^^^^
        Did you mean “cranes-lent”?
""",
    ),
    Slip(
        "a figure of an event that is not there",
        "content/news/opened.md",
        "Ada Brook read out",
        "{figure lanch#useful} said so. Ada Brook read out",
        """\
content/news/opened.md:8:1: error: No event and no case study is called “lanch”. [unknown-figure]
    8 | {figure lanch#useful} said so. Ada Brook read out [the manifesto](../../manifesto/manifesto.yml).
        ^^^^^^^^^^^^^^^^^^^^^
        Did you mean “launch”?
""",
    ),
    Slip(
        "a figure of a question that was not asked",
        "content/news/opened.md",
        "Ada Brook read out",
        "{figure launch#usefull} said so. Ada Brook read out",
        """\
content/news/opened.md:8:1: error: “launch” has no question called “usefull”. [unknown-question]
    8 | {figure launch#usefull} said so. Ada Brook read out [the manifesto](../../manifesto/manifesto.yml).
        ^^^^^^^^^^^^^^^^^^^^^^^
        Did you mean “useful”?
""",
    ),
    Slip(
        "a figure of an answer that nobody gave",
        "content/news/opened.md",
        "Ada Brook read out",
        "{figure launch#useful=said no} said so. Ada Brook read out",
        """\
content/news/opened.md:8:1: error: Nobody is known to have answered “said no”. [unknown-answer]
    8 | {figure launch#useful=said no} said so. Ada Brook read out [the manifesto](../../manifesto/manifesto.yml).
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        Did you mean “said yes”?
""",
    ),
    Slip(
        "a figure of a case study whose figures have no ids",
        "content/news/opened.md",
        "Ada Brook read out",
        "{figure one-crane#boats} boats were lifted. Ada Brook read out",
        """\
content/news/opened.md:8:1: error: “one-crane” has no figure called “boats”. [unknown-figure]
    8 | {figure one-crane#boats} boats were lifted. Ada Brook read out [the manifesto](../../manifesto/manifesto.yml).
        ^^^^^^^^^^^^^^^^^^^^^^^^
        Give the figure an id, and write that here.
""",
    ),
    Slip(
        "a figure of an event without its question",
        "content/news/opened.md",
        "Ada Brook read out",
        "{figure launch} said so. Ada Brook read out",
        """\
content/news/opened.md:8:1: error: “launch” may have several figures. [figure-form]
    8 | {figure launch} said so. Ada Brook read out [the manifesto](../../manifesto/manifesto.yml).
        ^^^^^^^^^^^^^^^
        Write # and the id of the question, or of the figure, behind it.
""",
    ),
    Slip(
        "a figure of nothing",
        "content/news/opened.md",
        "Ada Brook read out",
        "{figure: cranes-lent = 4} were lent. Ada Brook read out",
        """\
content/news/opened.md:8:1: error: This asks for no figure. [figure-form]
    8 | {figure: cranes-lent = 4} were lent. Ada Brook read out [the manifesto](../../manifesto/manifesto.yml).
        ^^^^^^^^^^^^^^^^^^^^^^^^^
        Write {figure INDICATOR}, {figure EVENT#QUESTION} or {figure CASE-STUDY#FIGURE}.
""",
    ),
    Slip(
        "a figure without its bracket",
        "content/news/opened.md",
        "Ada Brook read out",
        "{figure cranes-lent were lent. Ada Brook read out",
        """\
content/news/opened.md:8:1: error: This figure has no closing bracket. [figure-form]
    8 | {figure cranes-lent were lent. Ada Brook read out [the manifesto](../../manifesto/manifesto.yml).
        ^^^^^^^^^^^^^^^^^^^
        Write {figure INDICATOR}, {figure EVENT#QUESTION} or {figure CASE-STUDY#FIGURE}.
""",
    ),
    Slip(
        "a figure in a summary",
        "content/news/opened.md",
        "summary: Three harbours signed at [the launch](../../events/launch.yml).",
        "summary: “{figure cranes-lent}” harbours signed.",
        """\
content/news/opened.md:3:11: error: A figure is filled in only in the text of a page, a chapter, or a record: its body. [figure-form]
    3 | summary: “{figure cranes-lent}” harbours signed.
                  ^^^^^^^^^^^^^^^^^^^^
        Move it there.
""",
    ),
)


PAGES = "https://git.example/harbours/blob/main/docs/problems.md"


def with_page(report: str) -> str:
    """A report as it is printed: its last line is the address of its code in the documents."""
    found = re.search(r" \[([a-z0-9-]+)\]$", report, re.MULTILINE)
    assert found
    return f"{report}        {PAGES}#{found[1]}\n"


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: slip.fact)
def test_a_slip_is_reported_at_its_place_with_what_to_do(
    slip: Slip, small: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    slip.make(small)
    status = main(["--root", str(small), "check"])
    assert (capsys.readouterr().out, status) == (f"{with_page(slip.report)}\n1 error.\n", 1)


WARNINGS: tuple[Slip, ...] = (
    Slip(
        "a session at a time that the clocks show twice",
        "events/night.yml",
        None,
        """\
title: Night
summary: A night on the water.
kind: workshop
starts: 2027-10-30T18:00
ends: 2027-10-31T06:00
agenda:
  - day: 2027-10-31
    time: "01:30"
    title: The stars
""",
        """\
events/night.yml:8:11: warning: In “Europe/London” the clocks go back on 2027-10-31 and show 01:30 twice. [repeated-time]
    8 |     time: "01:30"
                  ^^^^^^^
        The first is taken. Say in its text if the second is meant.
""",
    ),
    Slip(
        "a time that the clocks show twice",
        "events/autumn-meeting.yml",
        "starts: 2027-10",
        "starts: 2027-10-31T01:30",
        """\
events/autumn-meeting.yml:4:9: warning: In “Europe/London” the clocks go back on 2027-10-31 and show 01:30 twice. [repeated-time]
    4 | starts: 2027-10-31T01:30
                ^^^^^^^^^^^^^^^^
        The first is taken. For the second write 2027-10-31T01:30 and “timezone: Etc/UTC”.
""",
    ),
    Slip(
        "a picture without words",
        "case-studies/one-crane.md",
        "![The chart]",
        "![]",
        """\
case-studies/one-crane.md:36:1: warning: This picture has no words. [picture-without-words]
   36 | ![](../events/chart.svg)
        ^^^^
        Say between the brackets what it shows: ![What it shows](drawing.svg).
""",
    ),
    Slip(
        "a label that nothing uses",
        "content/team.md",
        None,
        "---\ntitle: Team\n---\n\nText.\n\n[plan]: index.md\n",
        """\
content/team.md:7:1: warning: Nothing in this text leads to “plan”. [unused-label]
    7 | [plan]: index.md
        ^^^^^^^^^^^^^^^^
        Write [words][plan], or remove this line.
""",
    ),
    Slip(
        "a comment behind a text",
        "events/launch.yml",
        "title: The launch",
        "title: The launch # of 2026",
        """\
events/launch.yml:1:19: warning: A # with a space before it begins a comment, which no reader sees. [comment-in-text]
    1 | title: The launch # of 2026
                          ^^^^^^^^^
        Put the whole text in quotes, or the comment on a line of its own.
""",
    ),
    Slip(
        "a cancelled event without a word why",
        "events/dredging-day.yml",
        "    reason: The dredger is in dock.\n",
        "",
        """\
events/dredging-day.yml:4:9: warning: The event is cancelled, and nothing says why. [no-reason]
    4 | status: cancelled
                ^^^^^^^^^
        Write “reason: …” in the last entry of “previously”.
""",
    ),
    Slip(
        "a cancelled event without an entry",
        "events/dredging-day.yml",
        "previously:\n  - changed: 2026-10-02\n    reason: The dredger is in dock.\n",
        "",
        """\
events/dredging-day.yml:4:9: warning: The event is cancelled, and nothing says why. [no-reason]
    4 | status: cancelled
                ^^^^^^^^^
        Write “previously:”, and below it “- changed: 2027-03-11”, the day of the news, and “reason: …”.
""",
    ),
    Slip(
        "a past event that is still tentative",
        "events/launch.yml",
        "kind: launch",
        "kind: launch\nstatus: tentative",
        """\
events/launch.yml:4:9: warning: The event is over (2026-03-11T16:30), and still tentative. [past-tentative]
    4 | status: tentative
                ^^^^^^^^^
        Write confirmed if it took place, or cancelled.
""",
    ),
    Slip(
        "more people than places",
        "events/launch.yml",
        "audience:",
        "capacity: 40\nattendance: 44\naudience:",
        """\
events/launch.yml:9:13: warning: 44 people came, and there were 40 places. [over-capacity]
    9 | attendance: 44
                    ^^
        Check both numbers.
""",
    ),
    Slip(
        "more answers than people",
        "events/launch.yml",
        "audience:",
        "attendance: 40\naudience:",
        """\
events/launch.yml:32:16: warning: 41 people answered, and 40 came. [more-answers-than-people]
   32 |     responses: 41
                       ^^
        Check both numbers.
""",
    ),
    Slip(
        "a colour that nothing uses",
        "brand/tokens.json",
        '"palette": {',
        '"palette": {\n      "sea": { "$value": { "colorSpace": "srgb", "components": [0, 0.2, 0.4] } },',
        """\
brand/tokens.json:8:7: warning: Nothing uses the token “color.palette.sea”. [unused-token]
    8 |       "sea": { "$value": { "colorSpace": "srgb", "components": [0, 0.2, 0.4] } },
              ^^^^^
        Remove it, or let a role take it.
""",
    ),
    Slip(
        "a commitment that nothing serves",
        "content/network/indicators/cranes-lent.yml",
        "commitments: [lend-freely]",
        "commitments: []",
        """\
manifesto/manifesto.yml:13:9: warning: No workstream and no indicator serves the commitment “lend-freely”. [commitment-alone]
   13 |   - id: lend-freely
                ^^^^^^^^^^^
        Name it under commitments in one of them, or readers will see no evidence.
""",
    ),
    Slip(
        "an outcome without an indicator",
        "content/network/theory-of-change/lending-gear.yml",
        "kind: activity",
        "kind: outcome",
        """\
content/network/theory-of-change/lending-gear.yml:3:7: warning: No indicator serves this outcome, so nobody can tell whether it is reached. [outcome-alone]
    3 | kind: outcome
              ^^^^^^^
        Name “lending-gear” under steps in an indicator.
""",
    ),
    Slip(
        "an indicator at which nobody looks",
        "content/network/indicators/days-worth-it.yml",
        "when: 2026-03-11",
        "when: 2025-03-11",
        """\
content/network/indicators/days-worth-it.yml:1:8: warning: Nobody has looked at this indicator for a year. [stale-indicator]
    1 | title: Days worth the sail
               ^^^^^^^^^^^^^^^^^^^
        Add an observation, or write “closed: true” where nobody will look again.
""",
    ),
    Slip(
        "a workstream that has ended without a result",
        "content/network/workstreams/old-nets.yml",
        None,
        "title: Old nets\nsummary: What are old nets good for?\nlead: old-mole\nstatus: active\nstarts: 2026-01\nends: 2026-05\n",
        """\
content/network/workstreams/old-nets.yml:6:7: warning: The workstream has come to its end, and nothing is said of what came of it. [workstream-without-result]
    6 | ends: 2026-05
              ^^^^^^^
        Add results, each with its evidence, or move the end.
""",
    ),
    Slip(
        "a workstream that was stopped without a word",
        "content/network/workstreams/old-nets.yml",
        None,
        "title: Old nets\nsummary: What are old nets good for?\nlead: old-mole\nstatus: stopped\nstarts: 2026-01\n",
        """\
content/network/workstreams/old-nets.yml:4:9: warning: The workstream has come to its end, and nothing is said of what came of it. [workstream-without-result]
    4 | status: stopped
                ^^^^^^^
        Add results, each with its evidence, or move the end.
""",
    ),
    Slip(
        "a workstream of which nobody wrote down when it ended",
        "content/network/workstreams/old-nets.yml",
        None,
        "title: Old nets\nsummary: What are old nets good for?\nlead: old-mole\nstatus: active\nstarts: 2026-01\nends: not recorded\n",
        """\
content/network/workstreams/old-nets.yml:6:7: warning: The workstream has come to its end, and nothing is said of what came of it. [workstream-without-result]
    6 | ends: not recorded
              ^^^^^^^^^^^^
        Add results, each with its evidence, or move the end.
""",
    ),
    Slip(
        "a permission that is given later",
        "content/network/permissions/boat-owner.yml",
        "on: 2026-03-01",
        "on: 2027-02-01",
        """\
content/network/permissions/boat-owner.yml:5:7: warning: This permission is given on 2027-02-01. Until then what rests on it is withheld. [permission-early]
    5 |   on: 2027-02-01
              ^^^^^^^^^^
        Write the day on which it was given.
""",
    ),
    Slip(
        "a permission that has ended",
        "content/network/permissions/boat-owner.yml",
        "until: 2027-02-28",
        "until: 2026-10-31",
        """\
content/network/permissions/boat-owner.yml:6:10: warning: This permission ended on 2026-10-31: what rests on it is no longer shown. [permission-ended]
    6 |   until: 2026-10-31
                 ^^^^^^^^^^
        Ask again and write the new day here, or remove what rests on it.
""",
    ),
    Slip(
        "a permission that ends soon",
        "content/network/permissions/boat-owner.yml",
        "until: 2027-02-28",
        "until: 2026-12-31",
        """\
content/network/permissions/boat-owner.yml:6:10: warning: This permission ends on 2026-12-31, in 39 days; then what rests on it is withheld. [permission-ends]
    6 |   until: 2026-12-31
                 ^^^^^^^^^^
        Ask again in time, and write the new day here.
""",
    ),
)


HARD = CODES["hard-to-read"].mistake.partition("\n\n")[0]
WARNINGS += (
    Slip(
        "a link that says nothing",
        "content/index.md",
        "[why](../manifesto/why.md)",
        "[Read more…](../manifesto/why.md)",
        """\
content/index.md:8:41: warning: “Read more…” does not say where this link leads. [vague-link]
    8 | We share what the sea teaches us. Read [Read more…](../manifesto/why.md) or see [the launch](../events/launch.yml#agenda…
                                                ^^^^^^^^^^
        Write what a reader finds there: its title, or what it is about.
""",
    ),
    Slip(
        "a link called by its address",
        "content/team.md",
        None,
        "---\ntitle: Team\n---\n\nSee <https://one.example/a>.\n",
        """\
content/team.md:5:6: warning: “https://one.example/a” does not say where this link leads. [vague-link]
    5 | See <https://one.example/a>.
             ^^^^^^^^^^^^^^^^^^^^^
        Write what a reader finds there: its title, or what it is about.
""",
    ),
    Slip(
        "a link whose words are an address",
        "content/team.md",
        None,
        "---\ntitle: Team\n---\n\n![here](../events/chart.svg) and [www.one.example](https://one.example/)\n",
        """\
content/team.md:5:35: warning: “www.one.example” does not say where this link leads. [vague-link]
    5 | ![here](../events/chart.svg) and [www.one.example](https://one.example/)
                                          ^^^^^^^^^^^^^^^
        Write what a reader finds there: its title, or what it is about.
""",
    ),
    Slip(
        "a link to a label that says nothing",
        "content/team.md",
        None,
        "---\ntitle: Team\n---\n\nFor the plan [click here][plan].\n\n[plan]: contact.md\n",
        """\
content/team.md:5:15: warning: “click here” does not say where this link leads. [vague-link]
    5 | For the plan [click here][plan].
                      ^^^^^^^^^^
        Write what a reader finds there: its title, or what it is about.
""",
    ),
    Slip(
        "a link in HTML that says nothing",
        "content/team.md",
        None,
        '---\ntitle: Team\n---\n\nSee <a href="https://one.example/"><b>this page</b></a>.\n',
        """\
content/team.md:5:36: warning: “<b>this page</b>” does not say where this link leads. [vague-link]
    5 | See <a href="https://one.example/"><b>this page</b></a>.
                                           ^^^^^^^^^^^^^^^^
        Write what a reader finds there: its title, or what it is about.
""",
    ),
    Slip(
        "a link that says nothing, in a field",
        "events/launch.yml",
        "summary: The day on which three harbours became one network.",
        "summary: The day on which three harbours became one network. For more see [here](regatta.yml).",
        """\
events/launch.yml:2:76: warning: “here” does not say where this link leads. [vague-link]
    2 | summary: The day on which three harbours became one network. For more see [here](regatta.yml).
                                                                                   ^^^^
        Write what a reader finds there: its title, or what it is about.
""",
    ),
    Slip(
        "words in capitals",
        "content/contact.md",
        "A piece is written",
        "PLEASE WRITE EARLY. The IMO and the RNLI do. A piece is written",
        """\
content/contact.md:6:36: warning: Words in capitals are slow to read, and some programs spell them out. [all-capitals]
    6 | Write to <hello@harbours.example>. PLEASE WRITE EARLY. The IMO and the RNLI do. A piece is written as `::next-events`, a…
                                           ^^^^^^^^^^^^^^^^^^
        Write them in small letters, and stress with **.
""",
    ),
    Slip(
        "a title in capitals",
        "events/regatta.yml",
        "title: Regatta",
        "title: REGATTA TOMORROW",
        """\
events/regatta.yml:1:8: warning: Words in capitals are slow to read, and some programs spell them out. [all-capitals]
    1 | title: REGATTA TOMORROW
               ^^^^^^^^^^^^^^^^
        Write them in small letters, and stress with **.
""",
    ),
    Slip(
        "a text that is hard to read",
        "content/contact.md",
        "Write to <hello",
        f"## How we decide\n\n{HARD}\n\nWrite to <hello",
        """\
content/contact.md:6:1: warning: What begins here is hard to read: its Flesch reading ease is -73, and plain words have 60 or more. [hard-to-read]
    6 | ## How we decide
        ^^^^^^^^^^^^^^^^
        Divide long sentences, and take shorter words.
""",
    ),
    Slip(
        "a text of a field that is hard to read",
        "events/regatta.yml",
        "summary: Two days on the water.",
        f"summary: Two days on the water.\nbody: |\n  {HARD}",
        """\
events/regatta.yml:4:3: warning: What begins here is hard to read: its Flesch reading ease is -101, and plain words have 60 or more. [hard-to-read]
    4 |   The institutional establishment of collaborative governance arrangements necessitates comprehensive organisational con…
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        Divide long sentences, and take shorter words.
""",
    ),
    Slip(
        "a statement that was read long ago",
        "content/network/network.yml",
        "small_numbers_threshold: 3",
        "small_numbers_threshold: 3\naccessibility:\n  prepared: 2025-01-10\n  reviewed: 2025-11-20\n  replies_within: a week",
        """\
content/network/network.yml:23:13: warning: Nobody has reviewed the accessibility statement for more than a year. [statement-old]
   23 |   reviewed: 2025-11-20
                    ^^^^^^^^^^
        Test the site again, read it through, and write the day.
""",
    ),
)

WARNINGS += (
    Slip(
        "a share without a source in a summary",
        "events/launch.yml",
        "three harbours became one network.",
        "three harbours became one network, as 93% wished.",
        """\
events/launch.yml:2:65: warning: Nobody can tell where “93%” comes from. [figure-without-source]
    2 | summary: The day on which three harbours became one network, as 93% wished.
                                                                        ^^^
        Add a link to its source, or tell it in the body, where {figure …} leads to it.
""",
    ),
    Slip(
        "a share without a source",
        "content/news/opened.md",
        "Ada Brook read out",
        "Of those who came, 93% said so.\n\nAda Brook read out",
        """\
content/news/opened.md:8:20: warning: Nobody can tell where “93%” comes from. [figure-without-source]
    8 | Of those who came, 93% said so.
                           ^^^
        Write {figure …} with the name of a record that has it, or add a note or a link to its source.
""",
    ),
)


@pytest.mark.parametrize("slip", WARNINGS, ids=lambda slip: slip.fact)
def test_what_may_be_meant_is_a_warning(slip: Slip, small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    slip.make(small)
    status = main(["--root", str(small), "check"])
    assert (capsys.readouterr().out, status) == (f"{with_page(slip.report)}\n1 warning.\n", 0)


DRAFT = Slip(
    "records that are nothing without a draft",
    "content/network/members/old-mole.yml",
    "area: West coast\n",
    "area: West coast\ndraft: true\n",
    """\
case-studies/one-crane.md:5:11: warning: Member “Old Mole Harbour Trust” is not public yet, and this is nothing without it: so it is not shown either. [needs-a-draft]
    5 | members: [old-mole]
                  ^^^^^^^^
        Publish both on the same day, or name another.
        https://git.example/harbours/blob/main/docs/problems.md#needs-a-draft

content/network/workstreams/one-dredger.yml:3:7: warning: Member “Old Mole Harbour Trust” is not public yet, and this is nothing without it: so it is not shown either. [needs-a-draft]
    3 | lead: old-mole
              ^^^^^^^^
        Publish both on the same day, or name another.
        https://git.example/harbours/blob/main/docs/problems.md#needs-a-draft
""",
)


def test_records_that_are_nothing_without_a_draft_are_told(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    DRAFT.make(small)
    assert main(["--root", str(small), "check"]) == 0
    assert capsys.readouterr().out == f"{DRAFT.report}\n2 warnings.\n"


def test_a_clean_publication_has_no_problems(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(small), "check"]) == 0
    assert capsys.readouterr().out == "No problems.\n"


@pytest.mark.parametrize("ends", ["2027-01-20", "2027-01", "2027", "not recorded", "2027-01-20T18:30"])
def test_an_end_that_may_be_later_than_the_start_is_no_problem(
    small: Path, capsys: pytest.CaptureFixture[str], ends: str
) -> None:
    Slip("", "events/tide-talk.yml", "ends: 2027-01-20T20:00", f"ends: {ends}", "").make(small)
    assert main(["--root", str(small), "check"]) == 0
    assert capsys.readouterr().out == "No problems.\n"


def test_all_problems_are_reported_in_one_run_sorted_by_place(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    independent = [slip for slip in SLIPS if slip.fact in ALL_AT_ONCE]
    for slip in independent:
        slip.make(small)
    expected = "\n".join(with_page(slip.report) for slip in sorted(independent, key=lambda slip: slip.report))
    assert main(["--root", str(small), "check"]) == 1
    assert capsys.readouterr().out == f"{expected}\n{len(ALL_AT_ONCE)} errors.\n"


ALL_AT_ONCE = (
    "an unknown theme",
    "a file name with a space",
    "a broken link in Markdown",
    "a broken link in YAML, in a folded text",
    "an unknown series",
    "an unknown zone",
    "a chapter that is listed twice",
    "an entry of the navigation that is no page",
)


WRONG: tuple[object, ...] = (
    None,
    True,
    0,
    -1,
    1.5,
    1e999,
    2027,
    "",
    "x",
    "2027",
    "2027-02-30",
    [],
    [None],
    ["x", 3],
    {},
    {"x": "y"},
)


@pytest.mark.parametrize("family", ROOMS)
def test_whatever_is_wrong_with_a_field_is_told_in_our_own_words(family: str) -> None:
    model = ROOMS[family].record
    for field, value in product(model.model_fields, WRONG):
        source = parse_source("a.yml", json.dumps({field: value}))
        assert isinstance(source, Source)
        with pytest.raises(ValidationError) as caught:
            model.filed("a.yml", {**source.content, "no such field": 1})
        said = [problem.message for problem in schema_problems(source, model, caught.value.errors())]
        assert [
            message for message in said if re.search(r"Input|valid|should|[a-z]_[a-z]+ |\[|\{|int\b", message)
        ] == []


def test_problems_as_json_are_fields_for_programs(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    next(slip for slip in SLIPS if slip.fact == "an unknown theme").make(small)
    assert main(["--root", str(small), "check", "--format", "json"]) == 1
    assert json.loads(capsys.readouterr().out) == [
        {
            "place": {"path": "events/launch.yml", "line": 6, "column": 8, "length": 7},
            "code": "unknown-theme",
            "message": "No theme is called “mooring”.",
            "hint": "Did you mean “moorings”?",
            "severity": "error",
            "help": f"{PAGES}#unknown-theme",
        }
    ]


def test_a_folder_without_a_publication_cannot_be_checked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(tmp_path), "check"]) == 2
    said = f"masthead: There is no mkdocs.yml in {tmp_path}: run Masthead in the folder of a publication.\n"
    assert capsys.readouterr().err == said


MANY = (
    ("events/regatta.yml", "".join(f"key-{number}: 1\n" for number in range(5_000)), 5_004),
    ("content/team.md", "---\ntitle: Team\n---\n\n" + "[it](events/lunch.yml)\n" * 10_000, 10_000),
)


@pytest.mark.parametrize(("path", "text", "number"), MANY)
def test_of_a_file_with_many_problems_the_first_are_listed_and_the_rest_are_counted(
    path: str, text: str, number: int, small: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (small / path).write_text(text, encoding="utf-8")
    assert main(["--root", str(small), "check", "--format", "json"]) == 1
    told = [one for one in json.loads(capsys.readouterr().out) if one["place"]["path"] == path]
    assert len(told) == MAX_PROBLEMS + 1
    assert (told[-1]["code"], told[-1]["message"]) == (
        "more-problems",
        f"This file has {number - MAX_PROBLEMS:,} more problems from here on.",
    )


# Where mkdocs.yml itself cannot be read, nobody knows where the documents are.
UNREAD_SETTINGS = (
    Slip(
        "a name of the site without a colon",
        "mkdocs.yml",
        "site_name: Harbour",
        "site_name Harbour",
        """\
mkdocs.yml:1:1: error: A field needs a colon and a space after its name. [yaml-syntax]
    1 | site_name Harbour Network
        ^
        Write “name: value”.
""",
    ),
    Slip(
        "a setting from the machine",
        "mkdocs.yml",
        "site_name: Harbour Network",
        "site_name: !ENV [SITE_NAME, Harbour]",
        """\
mkdocs.yml:1:12: error: !ENV would ask the machine, and the site would differ from one to another. [yaml-tag]
    1 | site_name: !ENV [SITE_NAME, Harbour]
                   ^
        Write the value itself.
""",
    ),
    Slip(
        "a path that a program works out",
        "mkdocs.yml",
        "docs_dir: content",
        "docs_dir: !relative content",
        """\
mkdocs.yml:5:11: error: !relative would be worked out by a program. [yaml-tag]
    5 | docs_dir: !relative content
                  ^^^^^^^^^^^^^^^^^
        Write the path itself.
""",
    ),
    Slip(
        "a setting that is indented with a tab",
        "mkdocs.yml",
        "  name: material\n",
        "\tname: material\n",
        """\
mkdocs.yml:19:1: error: A line may not be indented with tabs. [yaml-syntax]
   19 |  name: material
        ^
        Use spaces.
""",
    ),
    Slip(
        "a setting that is indented too far",
        "mkdocs.yml",
        "  name: material\n",
        "   name: material\n",
        """\
mkdocs.yml:20:3: error: This line is not indented as the fields around it. [yaml-syntax]
   20 |   variant: classic
          ^
        Indent all fields of a group by the same number of spaces.
""",
    ),
)


@pytest.mark.parametrize("slip", UNREAD_SETTINGS, ids=lambda slip: slip.fact)
def test_a_slip_in_mkdocs_yml_is_told_without_a_page(
    slip: Slip, small: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    slip.make(small)
    status = main(["--root", str(small), "check"])
    assert (capsys.readouterr().out, status) == (f"{slip.report}\n1 error.\n", 1)


def test_a_folder_that_is_not_the_publication_s_own_is_told(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = {
        "events": f"There is no mkdocs.yml in {small / 'events'}: run Masthead in {small}, which has one.",
        "mkdocs.yml": f"{small / 'mkdocs.yml'} is a file. Name the folder that holds mkdocs.yml.",
        "evnets": f"There is no folder {small / 'evnets'}.",
    }
    for path, words in said.items():
        assert main(["--root", str(small / path), "check"]) == 2
        assert capsys.readouterr() == ("", f"masthead: {words}\n")


def test_a_room_without_records_need_not_be_there(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (small / "case-studies/one-crane.md").unlink()
    (small / "case-studies/shared-dredger.md").unlink()
    main(["--root", str(small), "check"])
    empty = capsys.readouterr().out
    (small / "case-studies").rmdir()
    main(["--root", str(small), "check"])
    assert capsys.readouterr().out == empty


def test_references_and_links_of_a_record_with_faults_of_form_are_judged_in_the_same_run(
    small: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = small / "events/launch.yml"
    text = path.read_text().replace("tags: [moorings]", "tags: [mooring]").replace("title: The launch", "titel: x")
    text = text.replace("speakers: [ada-brook]", "speakers: [ada-brok]").replace("why.md", "whi.md")
    path.write_text(text.replace("north-quay.yml", "north-key.yml"))
    assert main(["--root", str(small), "check"]) == 1
    said = capsys.readouterr().out
    assert re.findall(r"^(\S+): error: .* \[(.+)\]$", said, re.MULTILINE) == [
        ("events/launch.yml:1:1", "unknown-field"),
        ("events/launch.yml:6:8", "unknown-theme"),
        ("events/launch.yml:17:16", "unknown-person"),
        ("events/launch.yml:21:27", "broken-link"),
        ("events/launch.yml:35:16", "broken-link"),
    ]


def with_pages(report: str) -> str:
    """Several reports and their number, each with the page of its code."""
    *told, count = report.split("\n\n")
    return "\n\n".join((*(with_page(f"{one}\n").rstrip("\n") for one in told), count))


def called_after(small: Path, until: str) -> None:
    """A page and a picture that are called after Ada Brook, whom a permission allows to name until a day."""
    given = f"given: {{by: Ada Brook, role: Herself, on: 2026-03-01, until: {until}}}"
    Slip("", "content/network/permissions/harbour-survey.yml", "published:\n  source: survey", given, "").make(small)
    Slip("", "content/interview-with-ada-brook.md", None, "---\ntitle: Interview\n---\n", "").make(small)
    Slip("", "events/Miss_Brook.csv", None, "a,b\n", "").make(small)


def test_files_called_after_somebody_who_may_soon_not_be_named_are_told(
    small: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    called_after(small, "2026-12-31")
    assert main(["--root", str(small), "check"]) == 0
    report = """\
content/interview-with-ada-brook.md:1:1: warning: This file is called after “Ada Brook”, who may be named until 2026-12-31. [name-in-address]
    1 | ---
        ^
        Give it another name before then: else its address loses that name on the day after, and links to it break.

content/network/permissions/harbour-survey.yml:2:62: warning: This permission ends on 2026-12-31, in 39 days; then what rests on it is withheld. [permission-ends]
    2 | given: {by: Ada Brook, role: Herself, on: 2026-03-01, until: 2026-12-31}
                                                                     ^^^^^^^^^^
        Ask again in time, and write the new day here.

events/Miss_Brook.csv:1:1: warning: This file is called after “Ada Brook”, who may be named until 2026-12-31. [name-in-address]
        Give it another name before then: else its address loses that name on the day after, and links to it break.

3 warnings.
"""
    assert capsys.readouterr().out == with_pages(report)


def test_files_called_after_somebody_who_may_not_be_named_are_told(
    small: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    called_after(small, "2026-11-21")
    assert main(["--root", str(small), "check"]) == 0
    report = """\
content/interview-with-ada-brook.md:1:1: warning: This file is called after “Ada Brook”, who may not be named, so its address is “interview-with-withheld-1/”. [name-in-address]
    1 | ---
        ^
        Give it a name of its own, and no “moved_from”: the old address would name the person.

content/network/permissions/harbour-survey.yml:2:62: warning: This permission ended on 2026-11-21: what rests on it is no longer shown. [permission-ended]
    2 | given: {by: Ada Brook, role: Herself, on: 2026-03-01, until: 2026-11-21}
                                                                     ^^^^^^^^^^
        Ask again and write the new day here, or remove what rests on it.

events/Miss_Brook.csv:1:1: warning: This file is called after “Ada Brook”, who may not be named, so its address is “events/withheld-2.csv”. [name-in-address]
        Give it a name of its own, and no “moved_from”: the old address would name the person.

3 warnings.
"""
    assert capsys.readouterr().out == with_pages(report)


@pytest.mark.parametrize(("until", "severity", "status"), [("2026-12-31", "warning", 0), ("2026-11-21", "error", 1)])
def test_an_address_that_every_page_shows_names_nobody_who_may_not_be_named(
    until: str, severity: str, status: int, small: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    called_after(small, until)
    Slip("", "content/network/network.yml", "hello@harbours", "ada.brook@harbours", "").make(small)
    assert main(["--root", str(small), "check"]) == status
    report = f"""\
content/network/network.yml:6:10: {severity}: Every page shows this address, which holds the name of “Ada Brook”, whose permission ends. [name-in-address]
    6 |   email: ada.brook@harbours.example
                 ^^^^^^^^^^^^^^^^^^^^^^^^^^
        Write an address of the network that names nobody.
"""
    assert with_page(report) in capsys.readouterr().out


@pytest.mark.parametrize(
    ("days", "until", "is_told"),
    [("", "2027-01-21", True), ("", "2027-01-22", False), ("10", "2026-12-02", True), ("10", "2026-12-03", False)],
)
def test_the_end_of_a_permission_is_told_sixty_days_before_or_as_many_as_are_set(
    days: str, until: str, small: Path, capsys: pytest.CaptureFixture[str], *, is_told: bool
) -> None:
    settings = small / "content/network/network.yml"
    settings.write_text(settings.read_text() + (f"permission_notice_days: {days}\n" if days else ""))
    Slip("", "content/network/permissions/boat-owner.yml", "until: 2027-02-28", f"until: {until}", "").make(small)
    assert main(["--root", str(small), "check"]) == 0
    assert ("[permission-ends]" in capsys.readouterr().out) == is_told

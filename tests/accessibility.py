"""Judges every page of the demonstration in every state, and writes what was found where the statement is made of it.

`python -m tests.accessibility` prints the table; `--write` puts it into docs/accessibility.md, and into the audits of
content/network/audits/. As they come, light and dark, all pages are judged; in each other state one page of each type.
Exit 0 where nothing was found, 1 where something was.
"""

import argparse
import datetime as dt
import json
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser

from masthead.model.audit import Audit, Tested, Tester, Tool
from tests.counted import PRIVACY, analytics
from tests.integration.conftest import ROOT, copy_of_everything, masthead, serve, start_browser
from tests.integration.test_browser import PAGES
from tests.judges import nu
from tests.judges.screen import DECIDED, EVERY, NOTICE, PLAIN, RULES, Reader, Scheme, State, judge_by_axe

AUDITS = ROOT / "content" / "network" / "audits"
PAGE = ROOT / "docs" / "accessibility.md"
AXE, NU = "pages-in-a-browser", "html-and-css"
INTRO = """# Accessibility: what was tested

`python -m tests.accessibility --write` writes this page, and the audits in `content/network/audits/`, of which the
accessibility statement is made. As they come, light and dark, all pages are judged; in each other state one page of
each type, and a page of everything that an author may write. `make test` judges a sample of these.
"""
DECISIONS = """
## What axe-core cannot decide

Every such case is decided by a test of ours; any other makes `make prove` fail.

"""
EVERYTHING = "everything/"
ASKING = ("", "events/", "events/launch/", "our-work/one-crane/", "members/old-mole/", EVERYTHING)
Faults = dict[str, list[str]]  # by page


def judge_state(browser: Browser, state: State, scheme: Scheme, addresses: Mapping[str, str]) -> tuple[Faults, str]:
    """What axe-core finds on each of some pages in a state, and its version."""
    reader, found, version = Reader(browser, state, scheme), {}, ""
    for page, address in addresses.items():
        verdict = judge_by_axe(reader.open(address))
        found[page] = [*verdict.violations, *verdict.undecided]
        version = verdict.version
    reader.close()
    return found, version


@contextmanager
def sites() -> Iterator[tuple[Path, Path, Path]]:
    """The demonstration, a network with a page of everything, and one that counts visits, as they are published."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        everything, counted = (copy_of_everything(folder / one) for one in ("everything", "counted"))
        with (counted / "content/network/network.yml").open("a", encoding="utf-8") as settings:
            settings.write(PRIVACY + analytics("Matomo"))
        made = folder / "site", everything / "site", counted / "site"
        for root, site in zip((ROOT, everything, counted), made, strict=True):
            built = masthead("build", "--site", site, cwd=root)
            assert built.returncode == 0, built.stdout + built.stderr
        yield made


def judge_pages(browser: Browser, site: Path, everything: Path, counted: Path) -> Iterator[tuple[Tested, Faults, str]]:
    """For each state what was tested in it, what was found, and the version of axe-core."""
    with serve(site) as address, serve(everything) as other, serve(counted) as counting:
        pages = (path.relative_to(site).as_posix().removesuffix("index.html") for path in sorted(site.rglob("*.html")))
        every = {**{page: address + page for page in pages}, EVERYTHING: other + EVERYTHING}
        types = {page: every[page] for page in (*PAGES.values(), EVERYTHING)}
        asking = {page: counting + page for page in ASKING}
        for state in EVERY:
            judged = every if state is PLAIN else asking if state is NOTICE else types
            for scheme in state.schemes:
                found, version = judge_state(browser, state, scheme, judged)
                faults = sum(map(len, found.values()))
                yield Tested(what=f"{state.name}, {scheme}", pages=len(judged), faults=faults), found, version


def judge_files(site: Path, everything: Path) -> Iterator[tuple[Tested, Faults]]:
    """What the Nu validator finds in the files of each kind."""
    page = everything / EVERYTHING / "index.html"
    for kind in nu.KINDS:
        files = [*sorted(site.rglob(f"*{kind}")), *([page] if kind == page.suffix else [])]
        found = nu.errors(files)
        yield Tested(what=kind.removeprefix(".").upper(), pages=len(files), faults=len(found)), {kind: found}


def audits(day: dt.date) -> tuple[dict[str, Audit], list[str]]:
    """The audits by the names of their files, and each fault as a sentence."""
    with sites() as (site, everything, counted), start_browser() as browser:
        states = list(judge_pages(browser, site, everything, counted))
        kinds = list(judge_files(site, everything))
        chromium = Tool(name="Chromium", version=browser.version)
    axe = Audit(
        title="Pages in a browser",
        by=Tester.PROGRAM,
        date=day,
        method=f"Pages of every kind, by the rules {', '.join(RULES)}.",
        tools=(Tool(name="axe-core", version=states[0][2]), chromium),
        results=tuple(tested for tested, _, _ in states),
    )
    validator = Audit(
        title="The HTML, stylesheets and drawings",
        by=Tester.PROGRAM,
        date=day,
        method="Every file that is published.",
        tools=(Tool(name="Nu Html Checker", version=nu.version()),),
        results=tuple(tested for tested, _ in kinds),
    )
    told = [*((tested.what, found) for tested, found, _ in states), *((tested.what, found) for tested, found in kinds)]
    faults = [f"{what}: {page}: {one}" for what, found in told for page, some in found.items() for one in some]
    return {AXE: axe, NU: validator}, faults


def record(audit: Audit) -> str:
    """An audit as YAML that people can read."""
    plain = audit.model_dump(mode="json")
    lines = [f"{name}: {json.dumps(plain[name], ensure_ascii=False)}" for name in ("title", "by", "date", "method")]
    for name in ("tools", "results"):
        lines += [f"{name}:", *(f"  - {_inline(one)}" for one in plain[name])]
    return "\n".join(("# Written by `python -m tests.accessibility --write`.", *lines, ""))


def _inline(fields: Mapping[str, object]) -> str:
    """A group of fields on one line."""
    return "{" + ", ".join(f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in fields.items()) + "}"


def page(made: Mapping[str, Audit]) -> str:
    """The page of the documents."""
    parts = [INTRO]
    for audit in made.values():
        tools = ", ".join(f"{tool.name} {tool.version}" for tool in audit.tools)
        rows = "".join(f"| {one.what} | {one.pages} | {one.faults} |\n" for one in audit.results)
        head = f"\n## {audit.title}\n\n{audit.date}. {tools}. {audit.method}\n\n"
        parts.append(f"{head}| What | Pages or files | Faults |\n| --- | --- | --- |\n{rows}")
    decisions = "".join(f"- `{rule}`: {why}\n" for rule, why in DECIDED.items())
    return "".join((*parts, DECISIONS, decisions))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="write the audits and docs/accessibility.md")
    options = parser.parse_args()
    made, faults = audits(dt.datetime.now(dt.UTC).date())
    print(page(made), *faults, sep="\n")
    if options.write:
        AUDITS.mkdir(exist_ok=True)
        for name, audit in made.items():
            (AUDITS / f"{name}.yml").write_text(record(audit), encoding="utf-8")
        PAGE.write_text(page(made), encoding="utf-8")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())

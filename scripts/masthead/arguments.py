"""What may be written after `masthead`: commands, options, and their help.

Help is given at once: nothing of Masthead is imported here. The choices below are the names of registries elsewhere,
and a test holds them to these.
"""

import argparse
import datetime as dt
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]

ENGINES = ("mkdocs", "properdocs", "zensical")
CONFORMANCES = ("ua-1", "ua-2")
FORMATS = ("text", "json", "github", "sarif")
SERVERS = ("nginx", "caddy")


def parser() -> argparse.ArgumentParser:
    """All that may be written after `masthead`; the name of the command becomes `command`."""
    whole = argparse.ArgumentParser(
        prog="masthead",
        description="Makes a website, a PDF manifesto and a calendar from a folder of records, Markdown and a brand.",
        epilog="Run “masthead COMMAND --help” to read more about one command.",
    )
    whole.add_argument(
        "--root",
        type=Path,
        default=Path(),
        metavar="FOLDER",
        help="the folder that holds mkdocs.yml (default: this one)",
    )
    whole.add_argument("--version", action=_Version, help="say which version this is, and end")
    commands = whole.add_subparsers(title="commands", dest="command", required=True, metavar="COMMAND")
    for add in ADDED:
        add(commands)
    return whole


class _Version(argparse.Action):
    """Says the version that is installed. It is looked up only when somebody asks."""

    def __init__(self, option_strings: Sequence[str], dest: str, **more: Any) -> None:
        super().__init__(option_strings, dest, nargs=0, **more)

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from importlib.metadata import version

        sys.stdout.write(f"masthead {version('masthead')}\n")
        parser.exit()


def _add_build(commands: "Commands") -> None:
    build = commands.add_parser(
        "build",
        help="build the website, the PDF and the calendar",
        description="Checks the content and builds everything into the folder “site”. Where the content has errors, it "
        "reports all of them and leaves the site that was there before as it was.",
    )
    build.add_argument(
        "--engine", choices=ENGINES, default="mkdocs", help="the program that makes the HTML (default: mkdocs)"
    )
    build.add_argument(
        "--conformance",
        choices=CONFORMANCES,
        default=CONFORMANCES[0],
        help="what the PDF satisfies: ua-1 for PDF/UA-1 with PDF/A-3a, ua-2 for PDF/UA-2 with Well Tagged PDF and "
        "PDF/A-4 (default: ua-1)",
    )
    build.add_argument("--site", type=Path, metavar="FOLDER", help="where to put the website (default: site)")
    build.add_argument("--json", action="store_true", help="say what was made as JSON, for programs")


def _add_serve(commands: "Commands") -> None:
    serve = commands.add_parser(
        "serve",
        help="show the website while you write",
        description="Shows the website in your browser and renews it whenever you save a file. Drafts are shown, and "
        "marked. A mistake is reported in the terminal and on the page; the last good site stays until it is mended.",
    )
    serve.add_argument(
        "--address", default="127.0.0.1:8000", metavar="HOST:PORT", help="where to show it (default: %(default)s)"
    )
    serve.add_argument("--open", action="store_true", help="open the browser at once")
    serve.add_argument("--engine", choices=ENGINES[:2], default="mkdocs", help=argparse.SUPPRESS)


def _add_check(commands: "Commands") -> None:
    check = commands.add_parser(
        "check",
        help="say what is wrong with the content",
        description="Reads everything and reports every problem with its file, line and column, and what to write "
        "instead. Builds nothing. Ends with status 0 where all is well, with 1 where there are errors, and with 2 "
        "where it cannot go on.",
    )
    check.add_argument(
        "--format",
        choices=FORMATS,
        default="text",
        help="text for people, json for programs, github for annotations in GitHub Actions, sarif for code hosts and "
        "editors (default: text)",
    )
    check.add_argument("--strict", action="store_true", help="end with status 1 where there are only warnings, too")
    check.add_argument(
        "--explain",
        metavar="ID",
        help="report no problems; say what a record rests on, and what rests on it, with every place",
    )


def _add_where(commands: "Commands") -> None:
    where = commands.add_parser(
        "where",
        help="list every place where something is used",
        description="Lists every place where a person, a permission, a question, an indicator, a commitment or any "
        "other record is used: file by file with line and column, and every published page that shows it. Ends with "
        "status 1 where nothing has that name, or where the content has errors.",
    )
    where.add_argument(
        "id", metavar="ID", help="the name of its file without the ending, or the id of a commitment or a question"
    )
    where.add_argument("--json", action="store_true", help="say it as JSON, for programs")


def _add_due(commands: "Commands") -> None:
    due = commands.add_parser(
        "due",
        help="say when the site must be built again",
        description="Says from which moment a build would make another site though nobody has written anything: an "
        "event is over, registration opens or closes, an embargo ends. Ends with status 1 where the content has "
        "errors.",
    )
    due.add_argument(
        "--since",
        type=_day,
        metavar="DAY",
        help="ask whether a site that was built on that day (such as 2026-11-22) must be built again by now, for a "
        "scheduler: ends with status 0 where it must, with 3 where nothing has fallen due",
    )
    due.add_argument("--json", action="store_true", help="say it as JSON, for a scheduler")


def _add_pages(commands: "Commands") -> None:
    pages = commands.add_parser(
        "pages",
        help="write the finished Markdown pages and the theme to a folder",
        description="Writes what an engine is given: finished Markdown pages with all records and live pieces filled "
        "in, the theme, and a configuration. Any engine that reads Material’s configuration can build a "
        "site from that folder.",
    )
    pages.add_argument("folder", type=Path, metavar="FOLDER", help="a folder that is empty or does not exist yet")


def _add_schema(commands: "Commands") -> None:
    schema = commands.add_parser(
        "schema",
        help="write JSON Schemas of all records",
        description="Writes one JSON Schema (draft 2020-12) for each kind of record, for editors and other programs.",
    )
    schema.add_argument(
        "folder", type=Path, nargs="?", default=Path("schemas"), metavar="FOLDER", help="where to (default: schemas)"
    )


def _add_reference(commands: "Commands") -> None:
    reference = commands.add_parser(
        "reference",
        help="write the reference pages of all fields and problems",
        description="Writes reference.md, with every field of every record, and problems.md, with every problem.",
    )
    reference.add_argument(
        "folder", type=Path, nargs="?", default=Path("docs"), metavar="FOLDER", help="where to (default: docs)"
    )


def _add_hosting(commands: "Commands") -> None:
    hosting = commands.add_parser(
        "hosting",
        help="print what a web server must be told",
        description="Prints what belongs in the configuration of a web server: security headers, how long files may be "
        "kept, compressed twins, and redirects of pages that have moved. For hosts that read such rules from the "
        "site, they are in it already.",
    )
    hosting.add_argument("server", choices=SERVERS, help="the web server")


def _day(written: str) -> dt.date:
    try:
        return dt.date.fromisoformat(written)
    except ValueError as fault:
        message = f"“{written}” is no day. Write it like 2026-11-22."
        raise argparse.ArgumentTypeError(message) from fault


ADDED = (
    _add_build, _add_serve, _add_check, _add_where, _add_due, _add_pages, _add_schema, _add_reference, _add_hosting,
)  # fmt: skip

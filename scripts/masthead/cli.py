"""The command `masthead`: parse, call one function, print, exit."""

import argparse
import contextlib
import errno
import json
import os
import runpy
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING

from masthead.hosting import SERVERS
from masthead.pdf.conformance import Conformance
from masthead.problem import MastheadError, may_not
from masthead.report import FORMATS, as_text, summary
from masthead.terminal import visible, wants_colour

if TYPE_CHECKING:
    from masthead.load import Loaded

OK, PROBLEMS, CANNOT_GO_ON = 0, 1, 2
CONFORMANCES = tuple(Conformance)
ENGINES = ("mkdocs", "properdocs", "zensical")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. Returns 0 where all is well, 1 where the content has problems, 2 where Masthead cannot go on."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a letter that a terminal does not have is written as its number
            stream.reconfigure(errors="backslashreplace")
    options = _parser().parse_args(arguments)
    command: Callable[[argparse.Namespace], int] = options.run
    try:
        status = command(options)
        sys.stdout.flush()
        return status
    except MastheadError as fault:
        print(f"masthead: {visible(str(fault))}", file=sys.stderr)
    except BrokenPipeError:  # the program that reads has had enough
        _write_no_more()
    except OSError as fault:
        print(f"masthead: {visible(_refused(fault))}", file=sys.stderr)
        _write_no_more()
    return CANNOT_GO_ON


def _write_no_more() -> None:
    """What is still to be written would fail again, when Python ends."""
    with contextlib.suppress(OSError):  # not a file of the system
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _refused(fault: OSError) -> str:
    """What the system refused to do, in words."""
    match fault.errno:
        case errno.ENOSPC | errno.EDQUOT:
            return "There is no room left on the disk. Make room, and try again."
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return may_not(fault.filename2 or fault.filename or "A file")
        case _:
            return f"{fault.filename or 'The system'}: {fault.strerror or fault}."


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="masthead",
        description="Makes a website, a PDF manifesto and a calendar from a folder of records, Markdown and a brand.",
        epilog="Run “masthead COMMAND --help” to read more about one command.",
    )
    parser.add_argument(
        "--root",
        type=Path,
        default=Path(),
        metavar="FOLDER",
        help="the folder that holds mkdocs.yml (default: this one)",
    )
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")
    for add in (_add_build, _add_serve, _add_check, _add_pages, _add_schema, _add_reference, _add_hosting):
        add(commands)
    return parser


def _add_build(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
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
    build.set_defaults(run=_build)


def _add_serve(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
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
    serve.set_defaults(run=_serve)


def _add_check(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
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
    check.set_defaults(run=_check)


def _add_pages(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    pages = commands.add_parser(
        "pages",
        help="write the finished Markdown pages and the theme to a folder",
        description="Writes what an engine is given: finished Markdown pages with all records and live pieces filled "
        "in, the theme, and a configuration. Any engine that reads Material’s configuration can build a "
        "site from that folder.",
    )
    pages.add_argument("folder", type=Path, metavar="FOLDER", help="a folder that is empty or does not exist yet")
    pages.set_defaults(run=_pages)


def _add_schema(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    schema = commands.add_parser(
        "schema",
        help="write JSON Schemas of all records",
        description="Writes one JSON Schema (draft 2020-12) for each kind of record, for editors and other programs.",
    )
    schema.add_argument(
        "folder", type=Path, nargs="?", default=Path("schemas"), metavar="FOLDER", help="where to (default: schemas)"
    )
    schema.set_defaults(run=_schema)


def _add_reference(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    reference = commands.add_parser(
        "reference",
        help="write the reference pages of all fields and problems",
        description="Writes reference.md, with every field of every record, and problems.md, with every problem.",
    )
    reference.add_argument(
        "folder", type=Path, nargs="?", default=Path("docs"), metavar="FOLDER", help="where to (default: docs)"
    )
    reference.set_defaults(run=_reference)


def _add_hosting(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    hosting = commands.add_parser(
        "hosting",
        help="print what a web server must be told",
        description="Prints what belongs in the configuration of a web server: security headers, how long files may be "
        "kept, compressed twins, and redirects of pages that have moved. For hosts that read such rules from the "
        "site, they are in it already.",
    )
    hosting.add_argument("server", choices=SERVERS, help="the web server")
    hosting.set_defaults(run=_hosting)


def _build(options: argparse.Namespace) -> int:
    from masthead.build import build

    started = time.monotonic()
    root = options.root.resolve()
    site = (options.site or root / "site").resolve()
    made, loaded = build(root, options.engine, site, _tell, Conformance(options.conformance))
    if made is None:
        return _report(loaded, "json" if options.json else "text")
    seconds = time.monotonic() - started
    if options.json:
        print(json.dumps({**asdict(made), "seconds": round(seconds, 1)}, default=str))
        return OK
    _print_warnings(loaded)
    for line in made.lines():
        print(line)
    print(f"Done in {seconds:.1f} s.")
    return OK


def _serve(options: argparse.Namespace) -> int:
    from masthead.engine import surroundings

    os.environ.update(surroundings())
    os.chdir(options.root)
    sys.argv = [options.engine, "serve", "--dev-addr", options.address, *(["--open"] if options.open else [])]
    runpy.run_module(options.engine, run_name="__main__", alter_sys=True)
    return OK


def _check(options: argparse.Namespace) -> int:
    from masthead.press import examine

    return _report(examine(options.root.resolve()), options.format, is_strict=options.strict)


def _pages(options: argparse.Namespace) -> int:
    from masthead.build import pages

    loaded = pages(options.root.resolve(), options.folder.resolve(), _tell)
    if loaded is not None:
        return _report(loaded)
    print(f"The pages are in {options.folder}.")
    return OK


def _schema(options: argparse.Namespace) -> int:
    from masthead.schema import schemas

    return _write(options.folder, schemas())


def _reference(options: argparse.Namespace) -> int:
    from masthead.reference import pages

    return _write(options.folder, pages())


def _hosting(options: argparse.Namespace) -> int:
    from masthead.load import load
    from masthead.moves import moved_paths

    loaded = load(options.root.resolve())
    if loaded.network is None:
        return _report(loaded)
    print(SERVERS[options.server](moved_paths(loaded.network)), end="")
    return OK


def _write(folder: Path, files: Iterable[tuple[str, str]]) -> int:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files:
        (folder / name).write_text(text, encoding="utf-8")
        print(folder / name)
    return OK


def _report(loaded: "Loaded", form: str = "text", *, is_strict: bool = False) -> int:
    from masthead.press import has_errors

    texts = loaded.sources.texts
    if form == "text":
        text = as_text(loaded.problems, texts, colour=wants_colour(sys.stdout))
        print(text, summary(loaded.problems), sep="\n" if text else "")
    elif report := FORMATS[form](loaded.problems, texts):
        if isinstance(sys.stdout, TextIOWrapper):  # programs read UTF-8, whatever the terminal is
            sys.stdout.reconfigure(encoding="utf-8")
        print(report)
    return PROBLEMS if has_errors(loaded) or (is_strict and loaded.problems) else OK


def _print_warnings(loaded: "Loaded") -> None:
    if loaded.problems:
        _report(loaded)


def _tell(step: str) -> None:
    """Progress for a person at a terminal; programs and logs are not told."""
    if sys.stderr.isatty():
        print(f"{step} …", file=sys.stderr)

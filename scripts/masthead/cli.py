"""The command `masthead`: parse, call one function, print, exit.

Each command imports what it needs when it is run, so that none waits for what only others need.
"""

import argparse
import gc
import json
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING

from masthead.arguments import parser
from masthead.halt import MastheadError
from masthead.outside import refused, write_no_more
from masthead.terminal import visible, wants_colour

if TYPE_CHECKING:
    from masthead.load import Loaded
    from masthead.model.network import Network
    from masthead.unchanged import Told

OK, PROBLEMS, CANNOT_GO_ON, NOTHING_DUE = 0, 1, 2, 3


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. Returns 0 where all is well, 1 where the content has problems, 2 where Masthead cannot go on,
    and 3 where somebody asked whether a build is due, and none is.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a letter that a terminal does not have is written as its number
            stream.reconfigure(errors="backslashreplace")
    try:
        status = _run(arguments)
        sys.stdout.flush()
        return status
    except MastheadError as fault:
        print(f"masthead: {visible(str(fault))}", file=sys.stderr)
    except BrokenPipeError:  # the program that reads has had enough
        write_no_more()
    except OSError as fault:
        print(f"masthead: {visible(refused(fault))}", file=sys.stderr)
        write_no_more()
    return CANNOT_GO_ON


def _run(arguments: Sequence[str] | None) -> int:
    try:
        options = parser().parse_args(arguments)
    except SystemExit as told:  # help, or what is wrong with the arguments, has been printed
        return int(told.code or OK)
    return COMMANDS[options.command](options)


def _build(options: argparse.Namespace) -> int:
    from masthead.unchanged import Asked, remembered

    started = time.monotonic()
    root = options.root.resolve()
    asked = Asked(root, options.engine, (options.site or root / "site").resolve(), options.conformance)
    if told := remembered(asked):
        return _say_built(told, options, started, is_unchanged=True)
    from masthead.build import build

    told, loaded = build(asked, _tell)
    if told is None:
        return _report(loaded, "json" if options.json else "text")
    return _say_built(told, options, started, is_unchanged=False)


def _say_built(told: "Told", options: argparse.Namespace, started: float, *, is_unchanged: bool) -> int:
    seconds = time.monotonic() - started
    if options.json:
        fields = {**told.made._asdict(), "seconds": round(seconds, 1), "unchanged": is_unchanged}
        return _say(json.dumps(fields, default=str))
    if report := told.coloured if wants_colour(sys.stdout) else told.report:
        print(report)
    for line in told.made.lines():
        print(line)
    return _say("Nothing has changed since it was built." if is_unchanged else f"Done in {seconds:.1f} s.")


def _serve(options: argparse.Namespace) -> int:
    from masthead.engine import Engine
    from masthead.filling import can_fill
    from masthead.rooms import CONFIG
    from masthead.serve import serve, serve_by_engine

    root = options.root.resolve()
    config = root / CONFIG
    is_ours = not config.is_file() or can_fill(config.read_text(encoding="utf-8", errors="replace"))
    shows = serve if is_ours else serve_by_engine
    shows(root, Engine(options.engine), options.address, _say_now, opens=options.open)
    return OK


def _check(options: argparse.Namespace) -> int:
    gc.disable()  # what it makes is of use until it ends, and to search that for what is not takes a tenth of its time
    from masthead.examine import examine

    if options.explain:
        return _explain(options)
    told = _report(examine(options.root.resolve()), options.format, is_strict=options.strict)
    gc.freeze()  # nor does Python search it when it ends
    return told


def _explain(options: argparse.Namespace) -> int:
    from masthead.explain import as_json, explain, in_words
    from masthead.load import load

    loaded = load(options.root.resolve())
    if loaded.network is None:
        return _report(loaded, options.format)
    found = explain(options.explain, loaded.network, loaded.sources)
    if not found:
        return _unknown(options.explain, loaded.network)
    return _say(as_json(found) if options.format == "json" else in_words(found))


def _where(options: argparse.Namespace) -> int:
    from masthead.edge import read_edge
    from masthead.examine import examine, has_errors
    from masthead.where import as_json, in_words, where

    root = options.root.resolve()
    loaded = examine(root)
    if has_errors(loaded) or loaded.network is None:
        return _report(loaded, "json" if options.json else "text")
    outside = read_edge(root, loaded.network.settings.timezone)
    found = where(options.id, loaded.network, loaded.sources, outside)
    if not found:
        return _unknown(options.id, loaded.network)
    return _say(as_json(found) if options.json else in_words(found))


def _due(options: argparse.Namespace) -> int:
    from masthead.due import as_json, due, in_words
    from masthead.edge import read_day
    from masthead.examine import examine, has_errors

    loaded = examine(options.root.resolve())
    if has_errors(loaded) or loaded.network is None:
        return _report(loaded, "json" if options.json else "text")
    today = read_day(loaded.network.settings.timezone)
    found = due(loaded.network, options.since or today)
    print(as_json(found) if options.json else in_words(found, loaded.network.settings.language))
    return OK if options.since is None or found.moment.date() <= today else NOTHING_DUE


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
    from masthead.hosting import SERVERS, Orders
    from masthead.load import load

    loaded = load(options.root.resolve())
    if loaded.network is None:
        return _report(loaded)
    print(SERVERS[options.server](Orders.of(loaded.network)), end="")
    return OK


def _write(folder: Path, files: Iterable[tuple[str, str]]) -> int:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files:
        (folder / name).write_text(text, encoding="utf-8")
        print(folder / name)
    return OK


def _report(loaded: "Loaded", form: str = "text", *, is_strict: bool = False) -> int:
    from masthead.examine import has_errors
    from masthead.report import FORMATS, as_text, summary

    texts = loaded.sources.texts
    if form == "text":
        text = as_text(loaded.problems, texts, colour=wants_colour(sys.stdout))
        print(text, summary(loaded.problems), sep="\n" if text else "")
    elif report := FORMATS[form](loaded.problems, texts):
        if isinstance(sys.stdout, TextIOWrapper):  # programs read UTF-8, whatever the terminal is
            sys.stdout.reconfigure(encoding="utf-8")
        print(report)
    return PROBLEMS if has_errors(loaded) or (is_strict and loaded.problems) else OK


def _say(text: str) -> int:
    print(text)
    return OK


def _unknown(name: str, network: "Network") -> int:
    from masthead.graph import graph_of

    print(f"masthead: {visible(graph_of(network).unknown(name))}", file=sys.stderr)
    return PROBLEMS


def _tell(step: str) -> None:
    """Progress for a person at a terminal; programs and logs are not told."""
    if sys.stderr.isatty():
        print(f"{step} …", file=sys.stderr)


def _say_now(words: str) -> None:
    """What somebody wants to know who has the terminal of a preview open, or reads its log."""
    print(words, flush=True)


COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "build": _build,
    "serve": _serve,
    "check": _check,
    "where": _where,
    "due": _due,
    "pages": _pages,
    "schema": _schema,
    "reference": _reference,
    "hosting": _hosting,
}

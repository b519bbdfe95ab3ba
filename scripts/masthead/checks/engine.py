"""What mkdocs.yml says to the engine is what Masthead builds on."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from masthead.faults import did_you_mean
from masthead.model.network import Network
from masthead.problem import Problem
from masthead.rooms import CONFIG
from masthead.source import Loc, Sources

DOCS_DIR, THEME, PLUGIN = "content", "material", "masthead"
ADDRESS = re.compile(r"https?://[^\s/]+\S*")


def engine_is_set_up(_: Network, sources: Sources) -> Iterator[Problem]:
    """Settings with which an engine would build another site, or none."""
    source = sources.texts[CONFIG]
    for loc, message, hint in _faults(source.content):
        place = source.key_place(*loc) if loc == ("INHERIT",) else source.place(*loc)
        yield Problem(place, "engine-setting", message, hint)


def _faults(content: Mapping[str, Any]) -> Iterator[tuple[Loc, str, str]]:
    if "INHERIT" in content:
        yield ("INHERIT",), "Masthead reads no other file in the place of this one.", "Write its settings here."
    theme = content.get("theme")
    named = theme.get("name") if isinstance(theme, dict) else theme
    if named != THEME:
        loc: Loc = ("theme", "name") if isinstance(theme, dict) and named else ("theme",) if theme else ()
        said = f"“{named}” is not a theme that Masthead knows." if named else "The theme is missing."
        yield loc, said, f"Write “name: {THEME}” below “theme:”."
    if content.get("docs_dir") != DOCS_DIR:
        yield (
            ("docs_dir",),
            f"The pages stand in “{DOCS_DIR}”, and “docs_dir” must say so.",
            f"Write docs_dir: {DOCS_DIR}.",
        )
    if not ADDRESS.fullmatch(str(content["site_url"])):
        said = f"“{content['site_url']}” is no full address."
        yield ("site_url",), said, "Write where the site is published: https://…"
    yield from _plugin_faults(content.get("plugins") or ())


def _plugin_faults(plugins: Any) -> Iterator[tuple[Loc, str, str]]:
    """The plugin is missing, or its name is misspelt."""
    names = [str(next(iter(one))) if isinstance(one, dict) and one else str(one) for one in plugins]
    if PLUGIN in names:
        return
    for index, name in enumerate(names):
        if did_you_mean(name, [PLUGIN]).startswith("Did"):
            loc: Loc = ("plugins", index) if isinstance(plugins, list) else ("plugins", name)
            yield loc, f"There is no plugin “{name}”.", f"Did you mean “{PLUGIN}”?"
            return
    yield ("plugins",), f"The plugin “{PLUGIN}” is missing.", f"Add a line “- {PLUGIN}” below “plugins:”."

"""Edits of all that is no record: the brand, the configuration, Masthead itself, time, and what builds have left."""

import datetime as dt
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from random import Random
from typing import Any

import yaml
from PIL import Image, ImageDraw

from tests.edits.desk import Desk, Tree, tree, written
from tests.edits.records import Edit, add_event, change, change_text, files, said
from tests.large import words

PALETTE = ("aubergine", "800"), ("marigold", "400"), ("lilac", "300"), ("night", "600"), ("ink", "500")
SPACES = "3xs", "2xs", "xs", "s", "m", "l", "xl"
CONFIG = "mkdocs.yml"
SETTINGS = "content/network/network.yml"
MEMBER = "content/network/members/old-mole.yml"
# Lines of Masthead that show on the site, each by its file: what is found there, and what stands in its place.
OURS = (
    ("theme/main.html", r'<meta charset="utf-8">.*', '<meta charset="utf-8"><meta name="edition" content="{n}">'),
    ("theme/assets/scripts/now.js", r"\Z", "\n// Edition {n}\n"),
    ("templates/components/facts/facts.jinja", r'<dl class="mh-facts[^>]*>', '<dl class="mh-facts edition-{n}">'),
    ("templates/components/card-list/card-list.jinja", r'class="mh-card[^_"]*"', 'class="mh-card edition-{n}"'),
    (
        "templates/components/page-head/page-head.jinja",
        r'class="mh-page-head[^_"]*"',
        'class="mh-page-head edition-{n}"',
    ),
    ("templates/components/agenda/agenda.css", r"\Z", "\n.mh-agenda {{ order: {n}; }}\n"),
    ("templates/print/30-cover.css", r"\Z", "\n.cover {{ orphans: {n}; }}\n"),
    ("publish/labels.py", r'(?<=WORKSHOP: )"Workshop.*"', '"Workshop {n}"'),
    ("publish/event_facts.py", r'"Every place is taken[^"]*"', '"Every place is taken {n}."'),
    ("render.py", r"\Z", "\nEDITION = {n}\n"),
    ("finish/sitemap.py", r"Allow: /.*?(?=\\n)", "Allow: /{n}"),
    ("finish/tables.py", r'TABLE, CODE = "Table.*?"', 'TABLE, CODE = "Table {n}"'),
    ("pdf/xmp.py", r'"xmp:CreatorTool": of.creator.*,', '"xmp:CreatorTool": of.creator + " {n}",'),
)
MISTAKES = (
    ("events/regatta.yml", lambda text: f"{text}kind_of: [\n"),
    ("events/launch.yml", lambda text: re.sub("kind: .*", "kind: lunch", text)),
    ("content/contact.md", lambda text: f"{text}\nSee [what is not there](nowhere.md).\n"),
    ("content/members.md", lambda text: text.replace("::member-list", "::member-lost")),
    (MEMBER, lambda text: re.sub("title: .*", "title:", text, count=1)),
    (CONFIG, lambda text: text.replace("events/index.md", "evenings/index.md")),
    ("brand/tokens.json", lambda text: text.replace("{", "", 1)),
)


def change_colour(desk: Desk, chance: Random) -> str:
    """One colour a little darker, and its contrasts as good as before."""
    family, shade = chance.choice(PALETTE)
    tokens = _tokens(desk)
    value = tokens["color"]["palette"][family][shade]["$value"]
    levels = [round(255 * one) for one in value["components"]]
    levels[2] = max(levels[2] - chance.randint(1, 3), 0)
    value["components"] = [round(one / 255, 4) for one in levels]
    value["hex"] = "#" + bytes(levels).hex()
    _write_tokens(desk, tokens)
    return f"{family} {shade} to {value['hex']}"


def change_space(desk: Desk, chance: Random) -> str:
    name, rem = chance.choice(SPACES), chance.randint(1, 40) / 16
    tokens = _tokens(desk)
    tokens["space"][name]["$value"]["value"] = rem
    _write_tokens(desk, tokens)
    return f"{name} to {rem} rem"


def _tokens(desk: Desk) -> Any:
    return json.loads((desk.root / "brand/tokens.json").read_bytes())


def _write_tokens(desk: Desk, tokens: Any) -> None:
    (desk.root / "brand/tokens.json").write_text(json.dumps(tokens, indent=2), "utf-8")


def change_drawing(desk: Desk, chance: Random) -> str:
    path = chance.choice(files(desk, "brand/logo/*.svg", "events/*.svg"))
    path.write_text(re.sub(r'd="[^"]*"', f'd="M0 2h{chance.randint(1, 99)}"', path.read_text("utf-8")), "utf-8")
    return said(desk, path)


def change_picture(desk: Desk, chance: Random) -> str:
    """Another picture under the same name."""
    path = chance.choice(files(desk, "events/*.png", "content/*.png", "manifesto/*.png"))
    picture = Image.new("RGB", (chance.randint(200, 600), chance.randint(150, 400)), "#fed")
    ImageDraw.Draw(picture).ellipse((20, 20, 120, 120), fill=chance.choice(("#135", "#531", "#351")))
    picture.save(path)
    return said(desk, path)


def give_logo(desk: Desk, chance: Random) -> str:
    """A logo for a member, which is a new file and a new field."""
    path = chance.choice(files(desk, "content/network/members/*.yml"))
    drawing = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 {chance.randint(1, 8)}h9"/></svg>'
    path.with_name("logo.svg").write_text(drawing, "utf-8")
    change(path, logo={"file": "logo.svg", "alt": "A line", "permission": "boat-owner"})
    return said(desk, path)


def change_navigation(desk: Desk, chance: Random) -> str:
    config = _config(desk)
    entries: list[dict[str, Any]] = config["nav"]
    known = str(entries)
    others = [path.stem for path in files(desk, "content/*.md") if path.stem != "index" and path.stem not in known]
    match chance.choice(("order", "name", "add")):
        case "name":
            place = chance.randrange(len(entries))
            ((_, target),) = entries[place].items()
            entries[place] = {words(chance, 1).title(): target}
        case "add" if others:
            entries.append({words(chance, 1).title(): f"{chance.choice(others)}/index.md"})
        case _:
            chance.shuffle(entries)
    _write_config(desk, config)
    return str(entries)


def change_site(desk: Desk, chance: Random) -> str:
    """One of the settings in mkdocs.yml that every page shows."""
    config = _config(desk)
    name, value = chance.choice(
        (
            ("site_name", f"Harbours of {words(chance, 1)}"),
            ("site_url", f"https://{words(chance, 1)}.example/tides/"),
            ("repo_url", f"https://git.example/{words(chance, 1)}"),
        )
    )
    config[name] = value
    _write_config(desk, config)
    return f"{name} to {value}"


def _config(desk: Desk) -> dict[str, Any]:
    return dict(yaml.safe_load((desk.root / CONFIG).read_bytes()))


def _write_config(desk: Desk, config: dict[str, Any]) -> None:
    (desk.root / CONFIG).write_text(yaml.safe_dump(config, sort_keys=False), "utf-8")


def change_settings(desk: Desk, chance: Random) -> str:
    fields: tuple[dict[str, Any], ...] = (
        {"title": f"Network of {words(chance, 1)}"},
        {"short_title": f"the {words(chance, 1).title()}"},
        {"summary": words(chance, 5)},
        {"small_numbers_threshold": chance.randint(1, 3)},
        {"timezone": chance.choice(("Europe/Paris", "Pacific/Auckland", "America/New_York"))},
        {"language": chance.choice(("en-IE", "en-US"))},
        {"contact": {"email": f"{words(chance, 1)}@harbours.example"}},
        {"founded": f"20{chance.randint(10, 25)}"},
    )
    field = chance.choice(fields)
    change(desk.root / SETTINGS, **field)
    return str(field)


def change_masthead(desk: Desk, chance: Random) -> str:
    """A template, a stylesheet, a script or a module of Masthead’s own."""
    name, found, instead = chance.choice(OURS)
    path = desk.package / name
    text, number = re.subn(found, lambda _: instead.format(n=chance.randint(2, 99)), path.read_text("utf-8"), count=1)
    assert number == 1, f"There is no {found} in {name}."
    path.write_text(text, "utf-8")
    return name


def touch(desk: Desk, chance: Random) -> str:
    """A file with the same content and another time, or the same in another file."""
    path = desk.root / chance.choice([name for name in written(desk.root) if not name.endswith("/")])
    content = path.read_bytes()
    if chance.random() < 0.5:
        path.unlink()
        path.write_bytes(content)
    else:
        os.utime(path, (0, 0))
    return said(desk, path)


def take_back(desk: Desk, chance: Random) -> str:
    """Undo the last edits, the clock among them."""
    edits = chance.randint(2, min(len(desk.history), 4)) if len(desk.history) > 1 else 1
    desk.take_back(edits)
    return f"{edits - 1} edits"


def wait(desk: Desk, chance: Random) -> str:
    """A build at another time; it may be an earlier one."""
    hours = chance.choice((1, 9, 24, 24 * 7, 24 * 40, 24 * 200, -24 * 3))
    desk.moment += dt.timedelta(hours=hours)
    return f"{hours} hours, to {desk.moment:%Y-%m-%d %H:%M}"


def spoil_site(desk: Desk, chance: Random) -> str:
    """Somebody changes, removes or adds a file of the site by hand."""
    site = desk.root / "site"
    path = site / chance.choice(_files(tree(site)))
    match chance.choice(("changed", "removed", "added", "gone")):
        case "changed":
            path.write_bytes(path.read_bytes()[:-1] + b"!")
            return f"{said(desk, path)} changed"
        case "removed":
            path.unlink()
            return f"{said(desk, path)} removed"
        case "added":
            path.with_name("another.html").write_text("<p>Another", "utf-8")
            return f"another page beside {said(desk, path)}"
        case _:
            shutil.rmtree(site)
            return "the whole site removed"


def lose_memory(desk: Desk, chance: Random) -> str:
    """Some of what builds keep is lost."""
    room = desk.root / ".masthead"
    if chance.random() < 0.2:
        shutil.rmtree(room)
        return "everything"
    kept = _files(tree(room))
    lost = chance.sample(kept, chance.randint(1, len(kept)))
    for name in lost:
        (room / name).unlink()
    return f"{len(lost)} of {len(kept)} files"


def _files(found: Tree) -> list[str]:
    return sorted(name for name in found if not name.endswith("/"))


def be_stopped(desk: Desk, chance: Random) -> str:
    """An edit whose first build is killed with all that it has started."""
    edited, seconds = change_text(desk, chance), chance.uniform(0.3, 3)
    command = [sys.executable, "-m", "masthead", "build"]
    surroundings = {**os.environ, **desk.surroundings()}
    with subprocess.Popen(
        command, cwd=desk.root, env=surroundings, start_new_session=True, stdout=subprocess.DEVNULL
    ) as build:
        time.sleep(seconds)
        if build.poll() is None:
            os.killpg(build.pid, signal.SIGKILL)
    return f"{edited}, after {seconds:.1f} s"


def build_otherwise(desk: Desk, chance: Random) -> str:
    """An edit that is first built in another way, or only checked."""
    edited = add_event(desk, chance)
    commands = (("build", "--engine", "zensical"), ("build", "--conformance", "ua-2"), ("check",), ("due",))
    command = chance.choice(commands)
    asked = desk.masthead(*command)
    assert asked.returncode == 0, asked.stdout + asked.stderr
    return f"{edited}, with {' '.join(command)}"


def make_mistake(desk: Desk, chance: Random) -> str:
    """Something for which a build must be refused."""
    name, spoil = chance.choice([one for one in MISTAKES if (desk.root / one[0]).exists()])
    path = desk.root / name
    path.write_text(spoil(path.read_text("utf-8")), "utf-8")
    return name


EDITS: dict[str, Edit] = {
    "change a colour": change_colour,
    "change a space": change_space,
    "change a drawing": change_drawing,
    "change a picture": change_picture,
    "give a member a logo": give_logo,
    "change the navigation": change_navigation,
    "change mkdocs.yml": change_site,
    "change the settings": change_settings,
    "change Masthead": change_masthead,
    "touch a file": touch,
    "take edits back": take_back,
    "wait": wait,
    "spoil the site": spoil_site,
    "lose what is kept": lose_memory,
    "be stopped": be_stopped,
    "build in another way": build_otherwise,
}

"""The page that shows the brand and every component: made of the tokens, the rules of the logo, and the examples."""

import hashlib
import io
import zipfile
from collections.abc import Iterator, Mapping
from functools import partial

from markupsafe import Markup

from masthead import raster
from masthead.addresses import BRAND_PAGE
from masthead.artifact import Artifact, Job, Recipe
from masthead.drawings import drawing_size
from masthead.examples import ARGUMENTS, printed
from masthead.maker import maker
from masthead.model.brand import Logo
from masthead.model.record import Titled
from masthead.model.tokens import DARK, LIGHT
from masthead.pairings import PAIRINGS, Measured, measured
from masthead.prose import as_written
from masthead.publish import brand_views, views
from masthead.publish.look import painted
from masthead.publish.page import page_artifact, section
from masthead.publish.publication import OnPage, Publication
from masthead.raster import as_png
from masthead.render import render

TITLE = "Brand and components"
SUMMARY = "The colours, type, shapes, logo and voice of {}, and every component that its pages are made of."
LOGOS_ZIP = "assets/brand/logos.zip"
LOGO_PX = 1600
MAKER = maker([__file__], raster.MAKER)
SAMPLE = "Ag"
SCALES = (
    ("Type", "type", "font.size.", "text"),
    ("Space", "space", "space.", "length"),
    ("Corners", "corners", "radius.", "corner"),
)
EARLIEST = (1980, 1, 1, 0, 0, 0)  # as early as a ZIP archive can say


def publish_brand_page(publication: Publication) -> Iterator[Artifact | Job]:
    """The page, and the logos as files to download."""
    yield Job(BRAND_PAGE, partial(_page, publication), own="")
    yield from _files(publication)


def _page(publication: Publication) -> Artifact:
    network = publication.network
    page = OnPage(BRAND_PAGE, publication.hidden)
    summary = SUMMARY.format(as_written(network.settings.short_title))
    described = Titled.filed(network.brand.path, {"title": TITLE, "summary": summary})
    blocks = list(filter(None, _sections(publication, page)))
    head = views.Head(title=TITLE, lead=summary)
    return page_artifact(publication, BRAND_PAGE, described, head, blocks, layout="page")


def _sections(publication: Publication, page: OnPage) -> Iterator[str]:
    tokens, brand = publication.network.tokens, publication.network.brand
    yield section(
        "Logo", "logo", _printed("logos", all=tuple(_logos(publication, page)), archive=page.asset(LOGOS_ZIP))
    )
    yield section("Colour", "colour", _printed("colours", all=tuple(_roles(publication))))
    yield section("Contrast", "contrast", _printed("contrast", all=tuple(_pairs(publication))))
    for title, anchor, group, kind in SCALES:
        yield section(title, anchor, _printed("scale", title=title, steps=tuple(_steps(tokens, group, kind))))
    fonts = tuple(
        brand_views.FontRow(
            font.family,
            str(font.weight),
            font.style.value,
            page.asset(f"assets/brand/{font.licence}") if font.licence else "",
            f"Licence of {font.family}",
        )
        for font in brand.fonts
    )
    yield section("Fonts", "fonts", _printed("fonts", all=fonts))
    yield section("Voice", "voice", _deeper(page.body(brand.voice, brand.path))) if brand.voice else ""
    yield section("Components", "components", "\n\n".join(_exhibits(publication, page)))


def _exhibits(publication: Publication, page: OnPage) -> Iterator[str]:
    """Every component with a heading and its examples. The head of a page comes last: it brings a heading of the first
    level, below which a component's would skip one.
    """
    logo = page.asset(f"assets/brand/{publication.network.brand.logos[0].file}")
    for name in sorted(ARGUMENTS, key=lambda one: (one == "page-head", one)):
        shown = tuple(brand_views.ExampleView(title, html) for title, html in printed(name, logo))
        title = name.replace("-", " ").capitalize()
        yield f"### {title} {{ #component-{name} }}\n\n{_printed('exhibit', examples=shown)}"


def _roles(publication: Publication) -> Iterator[brand_views.Role]:
    tokens = publication.network.tokens
    uses: dict[str, list[str]] = {}
    for one in PAIRINGS:
        uses.setdefault(one.colour, []).append(one.where)
    for name, value in tokens.items():
        if name.startswith(LIGHT):
            role = name.removeprefix(LIGHT)
            yield brand_views.Role(role, value, tokens[DARK + role], ". ".join(dict.fromkeys(uses.get(role, ()))))


def _pairs(publication: Publication) -> Iterator[brand_views.PairRow]:
    found = {(one.pairing, one.scheme): one for one in measured(publication.network.tokens)}
    for pairing in PAIRINGS:
        schemes = pairing.schemes if len(pairing.schemes) > 1 else (*pairing.schemes, None)
        cells = tuple(_cell(found.get((pairing, scheme))) if scheme is not None else None for scheme in schemes)
        yield brand_views.PairRow(pairing.colour, pairing.ground, pairing.where, f"{pairing.need.least:g}:1", cells)


def _cell(one: Measured | None) -> brand_views.PairCell | None:
    if one is None:
        return None
    ratio = f"{int(one.ratio * 100) / 100:g}:1"
    return brand_views.PairCell(one.colour, one.ground, ratio, "passes" if one.passes else "fails")


def _steps(tokens: Mapping[str, str], group: str, kind: str) -> Iterator[brand_views.Step]:
    for name, value in tokens.items():
        if name.startswith(group):
            height = f"calc({value} * 1.5)" if kind == "text" else ""
            yield brand_views.Step(name, value, kind, height, SAMPLE)


def _logos(publication: Publication, page: OnPage) -> Iterator[brand_views.LogoView]:
    for logo in publication.network.brand.logos:
        width, height = drawing_size(publication.files[f"brand/{logo.file}"].content()) or (1, 1)
        yield brand_views.LogoView(
            name=logo.id.replace("-", " ").capitalize(),
            alt=logo.alt,
            href=page.asset(f"assets/brand/{logo.file}"),
            width=round(width * 64 / height),
            height=64,
            ground="brand" if logo.id.endswith("-on-brand") else "light",
            rules=tuple(_rules(logo)),
            files=(
                brand_views.NamedFile("SVG", page.asset(f"assets/brand/{logo.file}"), f"{logo.id}.svg"),
                brand_views.NamedFile("PNG", page.asset(_png_path(logo)), f"{logo.id}.png"),
            ),
        )


def _rules(logo: Logo) -> Iterator[views.Fact]:
    yield from (views.Fact("Use", logo.use),) if logo.use else ()
    yield from (views.Fact("Clear space", logo.clear_space),) if logo.clear_space else ()
    yield views.Fact("Smallest width", f"{logo.minimum_width_px} px on screen, {logo.minimum_width_mm:g} mm on paper")


def _files(publication: Publication) -> Iterator[Artifact]:
    """Each logo as PNG, and all of them in one archive."""
    brand = publication.network.brand
    drawings = {logo: painted(publication.files, publication.network.tokens, logo.file) for logo in brand.logos}
    for logo, drawing in drawings.items():
        key = hashlib.sha256(drawing + f"{LOGO_PX} {MAKER}".encode()).hexdigest()
        yield Artifact(_png_path(logo), Recipe(key, partial(as_png, drawing, LOGO_PX)), brand.path)
    key = hashlib.sha256(repr((sorted(drawings.items(), key=repr), LOGO_PX, MAKER)).encode()).hexdigest()
    named = {logo.id: drawing for logo, drawing in drawings.items()}
    yield Artifact(LOGOS_ZIP, Recipe(key, partial(_archive, named)), brand.path)


def _archive(drawings: dict[str, bytes]) -> bytes:
    """All drawings as SVG and PNG in a ZIP archive, which tells no time."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, drawing in drawings.items():
            archive.writestr(zipfile.ZipInfo(f"{name}.svg", EARLIEST), drawing)
            archive.writestr(zipfile.ZipInfo(f"{name}.png", EARLIEST), as_png(drawing, LOGO_PX))
    return made.getvalue()


def _png_path(logo: Logo) -> str:
    return f"assets/brand/png/{logo.id}.png"


def _deeper(text: str) -> str:
    """The voice's own headings below the page's."""
    return "\n".join(f"#{line}" if line.startswith("##") else line for line in text.split("\n"))


def _printed(template: str, **values: object) -> Markup:
    """A template without empty lines, which end a block in Markdown."""
    lines = render(f"brand/{template}.jinja", **values).split("\n")
    return Markup("\n".join(line for line in lines if line.strip()))  # noqa: S704

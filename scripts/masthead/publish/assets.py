"""The brand on the site: one stylesheet made from the tokens, fonts and logos."""

from collections.abc import Iterator, Mapping

from masthead.artifact import Artifact
from masthead.model.brand import Brand
from masthead.model.tokens import A5_ONLY, DARK, PRINT, custom_property
from masthead.publish.publication import Publication
from masthead.styles import stylesheets

STYLESHEET = "assets/masthead.css"
SITE_STYLES = (
    "css/base.css",
    "css/layout.css",
    "css/search.css",
    "css/brand.css",
    "css/choices.css",
    "components/*/*.css",
    "css/material.css",
    "css/paper.css",
)


def publish_assets(publication: Publication) -> Iterator[Artifact]:
    """The stylesheet, and every file that the brand names."""
    network = publication.network
    parts = (
        font_faces(network.brand, "brand/"),
        properties(network.tokens),
        dark_properties(network.tokens),
        logo_properties(network.brand, "brand/"),
        stylesheets(*SITE_STYLES),
    )
    yield Artifact(STYLESHEET, "\n".join(parts), network.brand.path)
    there = (name for name in network.brand.files if f"brand/{name}" in publication.files)
    for name in there:
        yield Artifact(f"assets/brand/{name}", publication.files[f"brand/{name}"], f"brand/{name}")


def font_faces(brand: Brand, folder: str) -> str:
    """@font-face rules for the brand's fonts, whose files lie in `folder`. One that comes late is kept for later: text
    that stands never jumps.
    """
    return "\n".join(
        f'@font-face {{ font-family: "{font.family}"; font-weight: {font.weight}; font-style: {font.style}; '
        f'font-display: optional; src: url("{folder}{font.file}") format("woff2"); }}'
        for font in brand.fonts
    )


def properties(tokens: Mapping[str, str]) -> str:
    """The tokens as custom properties; a colour role has its value on light ground, a size in print that on A4."""
    lines = (
        f"  {custom_property(name)}: {value};" for name, value in tokens.items() if not name.startswith((DARK, A5_ONLY))
    )
    return "\n".join((":root {", *lines, "}"))


def logo_properties(brand: Brand, folder: str) -> str:
    """The drawings of the logo as custom properties, for stylesheets that show one as a background."""
    lines = (f'  --mh-logo-{logo.id}: url("{folder}{logo.file}");' for logo in brand.logos)
    return "\n".join((":root {", *lines, "}"))


def print_values(tokens: Mapping[str, str], group: str) -> dict[str, str]:
    """The custom properties for paper; tokens of `group`, where there is one, take the place of those of `print`."""
    own = {name.replace(group, PRINT): value for name, value in tokens.items() if group and name.startswith(group)}
    return {custom_property(name): value for name, value in {**tokens, **own}.items() if not name.startswith(DARK)}


def dark_properties(tokens: Mapping[str, str]) -> str:
    """The colour roles on dark ground: where the system asks for it and no visitor did otherwise, and where one did."""
    lines = [f"    {custom_property(name)}: {value};" for name, value in tokens.items() if name.startswith(DARK)]
    asked = [
        "@media screen and (prefers-color-scheme: dark) {",
        '  :root:not([data-scheme="light"]) {',
        *lines,
        "  }",
        "}",
    ]
    chosen = ["@media screen {", '  :root[data-scheme="dark"] {', *lines, "  }", "}"]
    return "\n".join((*asked, *chosen))

"""What the brand gives to every card: colours, letters and drawings. Worked out once for all cards of a publication."""

from collections.abc import Mapping

from masthead.canvas import Look
from masthead.model.brand import Brand
from masthead.model.tokens import LIGHT, custom_property
from masthead.painting import on_paper
from masthead.source import File

Files = Mapping[str, File]


def look_of(brand: Brand, tokens: Mapping[str, str], files: Files) -> Look:
    """The look of the cards of a brand."""
    colours = (tokens[LIGHT + role] for role in ("surface-brand", "text-on-brand", "text-on-brand-muted", "accent"))
    families = (tokens["font.family.display"], tokens["font.family.text"])
    weights = (tokens["font.weight.medium"], tokens["font.weight.bold"])
    faces = (_face(brand, files, family, weight) for family, weight in zip(families, weights, strict=True))
    logo = brand.logo("logo-on-brand") or brand.logos[0]
    mark = brand.logo("mark-on-brand")
    drawings = (painted(files, tokens, one.file) if one else b"" for one in (logo, mark))
    return Look(*colours, *faces, *drawings)  # type: ignore[arg-type]


def painted(files: Files, tokens: Mapping[str, str], file: str) -> bytes:
    """A drawing of the brand in the colours of light ground, without custom properties."""
    values = {custom_property(name): value for name, value in tokens.items() if name.startswith(LIGHT)}
    return on_paper(files[f"brand/{file}"].content().decode("utf-8", "replace"), values).encode()


def _face(brand: Brand, files: Files, families: str, weight: str) -> bytes:
    """The upright font of the first of these families nearest to the weight; any font where the brand has none."""
    family, wanted = families.partition(",")[0].strip('"'), float(weight)
    fonts = [font for font in brand.fonts if f"brand/{font.file}" in files]
    near = min(fonts, key=lambda font: (font.family != family, font.style != "normal", abs(font.weight - wanted)))
    return files[f"brand/{near.file}"].content()

"""The brand: design tokens, logos, fonts and voice."""

from pydantic import Field

from masthead.model.choice import Choice
from masthead.model.record import Filed, Part, Prose


class Logo(Part):
    """One drawing of the logo, with the rules for its use."""

    id: str = Field(min_length=1, description="A name for the drawing.", examples=["logo-on-brand"])
    file: str = Field(min_length=1, description="The SVG file, relative to brand/.", examples=["logo/logo.svg"])
    alt: str = Field(
        description="What to say in place of the drawing.", examples=["Association of Health and Care Provider Groups"]
    )
    use: str = Field("", description="Where it belongs.", examples=["On a light ground."])
    clear_space: str = Field(
        "", description="How much room it needs around it.", examples=["Half the height of the drawing on every side."]
    )
    clear_space_fraction: float = Field(
        0, ge=0, strict=True, description="The same as a fraction of the height of the drawing.", examples=[0.5]
    )
    minimum_width_px: int = Field(1, ge=1, strict=True, description="Smallest width on screen.", examples=[120])
    minimum_width_mm: float = Field(1, gt=0, strict=True, description="Smallest width on paper.", examples=[30])


class FontStyle(Choice):
    """Which way the letters stand."""

    NORMAL = "normal", "Upright."
    ITALIC = "italic", "Slanted, for emphasis and titles."


class Font(Part):
    """One font file that may be embedded."""

    family: str = Field(min_length=1, description="The family's name.", examples=["Newsreader"])
    weight: int = Field(strict=True, ge=1, le=1000, description="Weight, 400 being regular.", examples=[400])
    style: FontStyle = Field(FontStyle.NORMAL, description="Which way the letters stand.", examples=["normal"])
    file: str = Field(
        min_length=1, description="The woff2 file, relative to brand/.", examples=["fonts/newsreader-400.woff2"]
    )
    licence: str = Field(
        "", description="The file that holds its licence, relative to brand/.", examples=["fonts/newsreader-OFL.txt"]
    )
    on_every_page: bool = Field(
        False,
        strict=True,
        description="Whether what readers see first needs it: browsers then fetch it at once.",
        examples=[True],
    )


class Brand(Filed):
    """The brand as data. Its design tokens stand beside it (W3C Design Tokens format, 2025.10)."""

    title: str = Field(
        min_length=1, description="What this brand is called.", examples=["The brand of the Association"]
    )
    summary: Prose = Field(
        "", description="What the folder holds.", examples=["Colours, type and logos for screen and print."]
    )
    logos: tuple[Logo, ...] = Field(
        min_length=1,
        description="Drawings of the logo.",
        examples=[[{"id": "logo", "file": "logo/logo.svg", "alt": "The Association"}]],
    )
    fonts: tuple[Font, ...] = Field(
        min_length=1,
        description="Fonts that may be embedded.",
        examples=[[{"family": "Newsreader", "weight": 400, "file": "fonts/newsreader-400.woff2"}]],
    )
    voice: Prose = Field("", description="How the network writes.", examples=["Plain words, short sentences."])

    def logo(self, name: str) -> Logo | None:
        """The drawing of that id."""
        return next((logo for logo in self.logos if logo.id == name), None)

    @property
    def files(self) -> tuple[str, ...]:
        """Every file that the brand names, relative to brand/, once and in order."""
        fonts = (name for font in self.fonts for name in (font.file, font.licence) if name)
        return tuple(dict.fromkeys((*(logo.file for logo in self.logos), *fonts)))

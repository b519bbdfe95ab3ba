"""The brand: design tokens, logos, fonts and voice."""

from pydantic import Field

from masthead.model.record import Filed, Part, Prose


class Logo(Part):
    """One drawing of the logo, with the rules for its use."""

    id: str = Field(min_length=1, description="A name for the drawing.")
    file: str = Field(min_length=1, description="The SVG file, relative to brand/.")
    alt: str = Field(description="What to say in place of the drawing.")
    use: str = Field("", description="Where it belongs.")
    clear_space: str = Field("", description="How much room it needs around it.")
    clear_space_fraction: float = Field(0, ge=0, description="The same as a fraction of the height of the drawing.")
    minimum_width_px: int = Field(1, ge=1, description="Smallest width on screen.")
    minimum_width_mm: float = Field(1, gt=0, description="Smallest width on paper.")


class Font(Part):
    """One font file that may be embedded."""

    family: str = Field(min_length=1, description="The family's name.")
    weight: int = Field(ge=1, le=1000, description="Weight, 400 being regular.")
    style: str = Field("normal", pattern="^(normal|italic)$", description="`normal` or `italic`.")
    file: str = Field(min_length=1, description="The woff2 file, relative to brand/.")
    licence: str = Field("", description="The file that holds its licence, relative to brand/.")


class Brand(Filed):
    """The brand as data. Its design tokens stand beside it (W3C Design Tokens format, 2025.10)."""

    title: str = Field(min_length=1, description="What this brand is called.")
    summary: Prose = Field("", description="What the folder holds.")
    logos: tuple[Logo, ...] = Field(min_length=1, description="Drawings of the logo.")
    fonts: tuple[Font, ...] = Field(min_length=1, description="Fonts that may be embedded.")
    voice: Prose = Field("", description="How the network writes.")

    def logo(self, name: str) -> Logo | None:
        """The drawing of that id."""
        return next((logo for logo in self.logos if logo.id == name), None)

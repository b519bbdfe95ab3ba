"""Our own PNG is what a library reads back, pixel by pixel."""

import io
from random import Random

from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from masthead.png import indexed_png

COLOURS = bytes(range(0, 240, 2))  # forty of them
SIZES = st.tuples(st.integers(1, 40), st.integers(1, 40))


@given(SIZES, st.randoms(use_true_random=False))
def test_every_pixel_has_its_colour(size: tuple[int, int], chance: Random) -> None:
    width, height = size
    rows = [bytes(chance.choices(range(40), k=width)) for _ in range(height)]
    picture = Image.open(io.BytesIO(indexed_png(size, b"".join(b"\0" + row for row in rows), COLOURS)))
    assert (picture.format, picture.mode, picture.size) == ("PNG", "P", size)
    assert picture.tobytes() == b"".join(rows)
    assert bytes(picture.getpalette() or ())[: len(COLOURS)] == COLOURS

"""Tables of a finished page stand in named regions."""

from masthead.finish.tables import with_regions

TABLE = "<table><tr><td>1</td></tr></table>"


def region(label: str) -> str:
    """The table as it is published under a name."""
    return f'<div class="mh-scroll" role="region" aria-label="{label}" tabindex="0">{TABLE}</div>'


def test_a_table_is_named_by_the_heading_above_it() -> None:
    assert with_regions(f'<h2 id="a">Boats &amp; <em>crews</em></h2><p>x</p>{TABLE}') == (
        f'<h2 id="a">Boats &amp; <em>crews</em></h2><p>x</p>{region("Table: Boats &amp; crews")}'
    )


def test_a_caption_is_nearer_than_a_heading() -> None:
    caption = "<h2>Boats</h2><figcaption>Table 1 Crews</figcaption>"
    assert with_regions(caption + TABLE) == caption + region("Table 1 Crews")


def test_two_tables_below_one_heading_have_two_names() -> None:
    assert with_regions(f"<h2>Boats</h2>{TABLE}{TABLE}") == (
        f"<h2>Boats</h2>{region('Table: Boats')}{region('Table: Boats (2)')}"
    )


def test_a_table_of_ours_is_left_as_it_is() -> None:
    assert with_regions('<h2>A</h2><table class="mh-survey__table"></table>') == (
        '<h2>A</h2><table class="mh-survey__table"></table>'
    )


def test_code_scrolls_in_a_region_of_its_own_whether_its_lines_are_numbered_or_not() -> None:
    plain, numbered = (
        "<pre><code>x</code></pre>",
        '<table class="codehilitetable"><tr><td><pre>1</pre></td></tr></table>',
    )
    regions = [
        f'<div class="mh-scroll" role="region" aria-label="{name}" tabindex="0">{code}</div>'
        for name, code in (("Code: A", plain), ("Code: A (2)", numbered))
    ]
    assert with_regions(f"<h2>A</h2>{plain}{numbered}") == f"<h2>A</h2>{''.join(regions)}"

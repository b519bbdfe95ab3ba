"""Figures and tables: captions, numbers, and links that take their names."""

from masthead.captions import captioned, numbered

QUAY = """\
See [](#depth), [](b.md#crane), [](b.md), [](#commitment-ask)
and [the crane](b.md#crane).

Table: How *deep*
it is.
{: .table-caption #depth }

| Place | Depth |
| --- | --- |
| Quay | 4 m |

::commitment{id=ask}

<figure markdown>
![A quay](quay.svg)
<figcaption>The quay.</figcaption>
</figure>
"""
CRANE = """\
<figure markdown id="crane">
![A crane](crane.svg)
<figcaption>The crane.</figcaption>
</figure>

`[](#crane)`, and [](#nowhere).
"""


def test_figures_and_tables_are_numbered_through_all_chapters_and_links_without_words_take_their_names() -> None:
    got = numbered([("m/a.md", QUAY), ("m/b.md", CRANE)], ["lend", "ask"])
    assert (
        got.texts["m/a.md"]
        == """\
See [Table 1](#depth), [Figure 2](b.md#crane), [Chapter 2](b.md), [Commitment C2](#commitment-ask)
and [the crane](b.md#crane).

<figure class="mh-table" id="depth" markdown>
<figcaption markdown="span"><span class="mh-caption-number">Table 1</span> How *deep* it is.</figcaption>

| Place | Depth |
| --- | --- |
| Quay | 4 m |

</figure>

::commitment{id=ask}

<figure markdown>
![A quay](quay.svg)
<figcaption markdown="span"><span class="mh-caption-number">Figure 1</span> The quay.</figcaption>
</figure>
"""
    )
    assert (
        got.texts["m/b.md"]
        == """\
<figure markdown id="crane">
![A crane](crane.svg)
<figcaption markdown="span"><span class="mh-caption-number">Figure 2</span> The crane.</figcaption>
</figure>

`[](#crane)`, and [](#nowhere).
"""
    )
    assert got.names == {
        ("m/a.md", ""): "Chapter 1",
        ("m/a.md", "commitment-ask"): "Commitment C2",
        ("m/a.md", "depth"): "Table 1",
        ("m/b.md", ""): "Chapter 2",
        ("m/b.md", "crane"): "Figure 2",
    }


def test_outside_the_manifesto_captions_bear_no_numbers() -> None:
    text = "Table: Who comes\n{: .table-caption }\n\n| A |\n|---|\n| b |\n"
    assert captioned(text) == (
        '<figure class="mh-table" markdown>\n<figcaption markdown="span">Who comes</figcaption>\n\n'
        "| A |\n|---|\n| b |\n\n</figure>\n"
    )


def test_a_table_in_a_listing_is_left_alone() -> None:
    text = "```text\nTable: Who comes\n{: .table-caption }\n\n| A |\n|---|\n```\n"
    assert captioned(text) == text

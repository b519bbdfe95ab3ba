"""From the folder that an engine built to the folder that is published: the same for every engine, step by step."""

from collections.abc import Callable, Sequence
from functools import partial

from masthead.collector import give_back
from masthead.finish.built import Built, Change, Raw
from masthead.finish.compress import compress, texts_in
from masthead.finish.hosting import write_hosting
from masthead.finish.material import drop_material, without_controls
from masthead.finish.pages import publish_pages, write_pages
from masthead.finish.policy import with_policy
from masthead.finish.search import write_search
from masthead.finish.security import write_security
from masthead.finish.sitemap import write_sitemap
from masthead.finish.styles import without_styles
from masthead.finish.tables import with_regions
from masthead.kept import Known
from masthead.shares import processes, sharing

Step = Callable[[Built], None]

# In these orders: a step may rest on those before it.
CHANGES: tuple[Change, ...] = (without_controls, without_styles, with_regions)
BEFORE_PAGES: tuple[Step, ...] = (drop_material, write_security, write_hosting)
AFTER_PAGES: tuple[Step, ...] = (write_search, write_sitemap)


def finish(built: Built, raws: Sequence[Raw] = ()) -> None:
    """All that a published site needs. `raws` are the pages that do not lie in the folder yet."""
    finish_pages(built, raws)
    finish_site(built)


def finish_pages(built: Built, raws: Sequence[Raw]) -> Known:
    """The pages of a published site, with all that they rest on. Returns what the next build may know of them."""
    for step in BEFORE_PAGES:
        step(built)
    return publish_pages(built, raws, (*CHANGES, with_policy(built.network.settings.analytics)))


def finish_site(built: Built) -> None:
    """What rests on finished pages, which are compressed meanwhile. What one step needed is no burden to the next."""
    texts = frozenset(texts_in(built.folder))
    give_back()  # so that no process begins with what has made the pages
    with sharing(partial(compress, built), (texts,), processes()) as compressed:
        for step in AFTER_PAGES:
            step(built)
            give_back()
        compressed()
    compress(built, frozenset(texts_in(built.folder)) - texts)


def finish_preview(built: Built) -> None:
    """What a preview needs."""
    drop_material(built)
    write_pages(built, CHANGES)
    for step in AFTER_PAGES:
        step(built)

"""The manifesto names each of its chapters once, and each chapter has its file."""

import difflib
from collections.abc import Iterator

from masthead.faults import did_you_mean
from masthead.load import chapter_files
from masthead.model.network import Network
from masthead.problem import Place, Problem
from masthead.source import Sources


def chapters_are_listed(network: Network, sources: Sources) -> Iterator[Problem]:
    """Chapters without a file, named twice, or left out."""
    source = sources.texts[network.manifesto.path]
    listed = network.manifesto.chapters
    meant: set[str] = set()
    files = tuple(chapter_files(sources))
    titles = {str(sources.texts[f"manifesto/{slug}.md"].content.get("title")): slug for slug in files}
    for index, slug in enumerate(listed):
        if slug not in files:
            name = titles.get(slug, slug.removesuffix(".md"))
            hint = f"Write {name}." if name in files else did_you_mean(slug, files)
            meant.update([name] if name in files else difflib.get_close_matches(name, files, n=1))
            place = source.place("chapters", index)
            yield Problem(place, "unknown-chapter", f"There is no chapter “{slug}”.", hint)
        elif slug in listed[:index]:
            place = source.place("chapters", index)
            yield Problem(place, "repeated-chapter", f"“{slug}” is named twice.", "Remove one of the two.")
    for slug in files:
        if slug not in listed and slug not in meant:
            hint = "Add its name to “chapters” in manifesto/manifesto.yml, or remove the file."
            yield Problem(Place(f"manifesto/{slug}.md"), "unlisted-chapter", "No reader would find this chapter.", hint)

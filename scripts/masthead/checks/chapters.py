"""The manifesto names each of its chapters once, and each chapter has its file."""

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
    files = tuple(chapter_files(sources))
    for index, slug in enumerate(listed):
        place = source.place("chapters", index)
        if slug not in files:
            yield Problem(
                place, "unknown-chapter", f"There is no chapter “manifesto/{slug}.md”.", did_you_mean(slug, files)
            )
        elif slug in listed[:index]:
            yield Problem(place, "repeated-chapter", f"“{slug}” is named twice.", "Remove one of the two.")
    for slug in files:
        if slug not in listed:
            hint = "Add its name to “chapters” in manifesto/manifesto.yml, or remove the file."
            yield Problem(Place(f"manifesto/{slug}.md"), "unlisted-chapter", "No reader would find this chapter.", hint)

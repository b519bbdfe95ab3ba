"""Which jobs need not be done, because the site before holds what they would make, and what is noted of the others."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial

from masthead.artifact import Artifact, Job, Recipe, Spared
from masthead.bodies import PAGE
from masthead.frames import Page
from masthead.kept import Note


@dataclass(frozen=True)
class Spares:
    """What was noted of the site before, and the outline of what is published now."""

    outline: str
    notes: Mapping[str, Note] = field(default_factory=dict)

    def spared(self, job: Artifact | Job) -> Artifact | Job:
        """The job; in its place what it would make, where that is what it made before."""
        note = self.notes.get(job.path)
        if note is None or not isinstance(job, Job) or note.key != self._key(job):
            return job
        beside = (Artifact(path, Recipe(key, partial(_beside, job, path))) for path, key in note.beside.items())
        content = Recipe(note.recipe, partial(_itself, job)) if note.recipe else Spared(note, job.make)
        return Artifact(job.path, content, beside=tuple(beside), key=note.key)

    def marked(self, job: Artifact | Job, made: Artifact) -> Artifact:
        """What a job has made, with its key."""
        return replace(made, key=self._key(job)) if isinstance(job, Job) else made

    def _key(self, job: Job) -> str:
        """Of all that a job makes its artifact of; empty where that cannot be told."""
        return "" if job.own is None else hashlib.sha256(f"{self.outline} {job.own}".encode()).hexdigest()


def notes_of(artifacts: Iterable[Artifact]) -> dict[str, Note]:
    """What the next build may know of what jobs have made."""
    return {one.path: note_of(one) for one in artifacts if one.key}


def note_of(artifact: Artifact) -> Note:
    """What is to be known of an artifact without making it."""
    if isinstance(artifact.content, Spared):
        return artifact.content.note
    beside = {one.path: one.content.key for one in artifact.beside if isinstance(one.content, Recipe)}
    note = Page.of(artifact).note if artifact.path.endswith(PAGE) else Note("")
    recipe = artifact.content.key if isinstance(artifact.content, Recipe) else ""
    return replace(note, key=artifact.key, recipe=recipe, beside=beside)


def _itself(job: Job) -> bytes:
    content = job.make().content
    return content.make() if isinstance(content, Recipe) else b""


def _beside(job: Job, path: str) -> bytes:
    """What lies beside what a job makes."""
    found = (one.content.make for one in job.make().beside if one.path == path and isinstance(one.content, Recipe))
    return next(found)()

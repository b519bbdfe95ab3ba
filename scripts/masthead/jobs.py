"""Jobs done by all processors: in lots, since some share work, and each lot costs a look at what is left."""

from collections.abc import Sequence
from itertools import groupby
from operator import itemgetter

from masthead.artifact import Artifact, Job, done, packed
from masthead.shares import shared

FEW = 100  # jobs that are done before another process is at work
SHARE = 16  # jobs between two looks at what is left

Jobs = Sequence[Artifact | Job]
Lot = Sequence[int]  # jobs by their places


def do(jobs: Jobs, number: int) -> list[Artifact]:
    """What all jobs make, in their order, by so many processes where there are many, whose work then waits packed.
    Artifacts are done already.
    """
    if number == 1 or sum(isinstance(job, Job) for job in jobs) < FEW:
        return [done(job) for job in jobs]
    made = shared(lambda lot: {place: packed(done(jobs[place])) for place in lot}, _lots(jobs), number)
    return [made[place] if place in made else done(job) for place, job in enumerate(jobs)]


def _lots(jobs: Jobs) -> list[Lot]:
    """The jobs in pieces, the largest first, so that no process is left alone with one at the end."""
    lots: list[Lot] = []
    left = ((place, one.lot) for place, one in enumerate(jobs) if isinstance(one, Job))
    for name, group in groupby(left, key=itemgetter(1)):
        places = [place for place, _ in group]
        size = len(places) if name else SHARE
        lots += [places[start : start + size] for start in range(0, len(places), size)]
    return sorted(lots, key=len, reverse=True)

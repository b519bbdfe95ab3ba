"""The whole network as JSON for other programs, with its JSON Schema, at addresses that carry the version."""

from collections.abc import Iterator
from functools import partial

from markupsafe import Markup

from masthead.artifact import Artifact, Job, Pieces, as_json, json_pieces
from masthead.interchange import VERSION, as_plain, network_fields
from masthead.model.network import Network
from masthead.model.record import Part
from masthead.publish.publication import Publication, Spot
from masthead.publish.views import Anchor
from masthead.render import component
from masthead.schema import schema_of_network

NETWORK_DATA = f"data/v{VERSION}/network.json"
NETWORK_SCHEMA = f"data/v{VERSION}/network.schema.json"


def publish_whole(publication: Publication) -> Iterator[Artifact | Job]:
    """The network as it is published, which is written record by record, and the schema of that."""
    network = publication.network
    yield Artifact(NETWORK_DATA, Pieces(partial(_network, network)), network.settings.path)
    yield Job(NETWORK_SCHEMA, partial(_schema, network), own="")


def _network(network: Network) -> Iterator[bytes]:
    fields = {"$schema": network.site.absolute(NETWORK_SCHEMA), **network_fields(network)}
    return json_pieces(fields, partial(as_plain, network=network))


def _schema(network: Network) -> Artifact:
    schema = {"$id": network.site.absolute(NETWORK_SCHEMA), **schema_of_network()}
    return Artifact(NETWORK_SCHEMA, as_json(schema), network.settings.path)


def print_data_links(_: Publication, spot: Spot, __: Part) -> Markup:
    """Links to the data and to its schema."""
    links = {NETWORK_DATA: "All of this as data (JSON)", NETWORK_SCHEMA: "What its fields mean (JSON Schema)"}
    return component("link-list", tuple(Anchor(words, spot.asset(path)) for path, words in links.items()))

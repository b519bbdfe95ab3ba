"""The whole network as JSON for other programs, with its JSON Schema, at addresses that carry the version."""

from collections.abc import Iterator

from markupsafe import Markup

from masthead.artifact import Artifact, as_json
from masthead.interchange import VERSION, network_as_data
from masthead.model.record import Part
from masthead.publish.publication import Publication, Spot
from masthead.publish.views import Anchor
from masthead.render import component
from masthead.schema import schema_of_network

NETWORK_DATA = f"data/v{VERSION}/network.json"
NETWORK_SCHEMA = f"data/v{VERSION}/network.schema.json"


def publish_whole(publication: Publication) -> Iterator[Artifact]:
    """The network as it is published, and the schema of that."""
    network = publication.network
    schema = network.site.absolute(NETWORK_SCHEMA)
    source = network.settings.path
    yield Artifact(NETWORK_DATA, as_json({"$schema": schema, **network_as_data(network)}), source)
    yield Artifact(NETWORK_SCHEMA, as_json({"$id": schema, **schema_of_network()}), source)


def print_data_links(_: Publication, spot: Spot, __: Part) -> Markup:
    """Links to the data and to its schema."""
    links = {NETWORK_DATA: "All of this as data (JSON)", NETWORK_SCHEMA: "What its fields mean (JSON Schema)"}
    return component("link-list", tuple(Anchor(words, spot.asset(path)) for path, words in links.items()))

"""The folders and the file that make up a publication, by their names. Imports nothing."""

CONFIG = "mkdocs.yml"
ROOMS = ("content", "manifesto", "events", "case-studies", "brand")

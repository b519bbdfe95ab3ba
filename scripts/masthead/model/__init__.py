"""The records of a network, typed and frozen. They know nothing of files, YAML or HTML."""

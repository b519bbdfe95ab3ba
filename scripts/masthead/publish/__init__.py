"""From the Network to Artifacts: one module per kind, and their registry (`publishers.py`)."""

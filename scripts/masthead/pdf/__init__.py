"""PDF files: typeset from HTML, repaired, judged. Knows nothing of the network."""

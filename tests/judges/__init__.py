"""What judges a finished PDF: outside validators, and our own reading of its tags and pages."""

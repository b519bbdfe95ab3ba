"""How long Masthead takes and how much memory it needs, beside others that do the same: `make bench`."""

"""`python -m masthead` is the command `masthead`."""

import sys

from masthead.cli import main

sys.exit(main())

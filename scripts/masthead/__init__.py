"""Masthead: a static site generator for network publications."""

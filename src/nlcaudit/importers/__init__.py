"""Tables that other programs made → responses. Pure: from cells to a plan, and no guess on the way.

A column or a cell is taken where exactly one reading of it is possible: by code, then by id, then by its text in any
language. Everything else is a problem with its place, until the user declares what is meant.
"""

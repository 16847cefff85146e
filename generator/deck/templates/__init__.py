"""What a deck is put together on: our own template, or a company's.

In: the bytes of a template. Out: a `Base`, whose slides are gone, and where on its layouts things are placed.
"""

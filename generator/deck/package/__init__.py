"""A presentation as a file: slides and notes as parts, theme, fonts, sections, properties.

In: a `Deck` and a template. Out: the bytes of a .pptx, the same for the same input.
"""

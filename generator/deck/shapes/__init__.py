"""What is on a slide, in PresentationML: shapes, groups, lines, text boxes, pictures, tables.

In: a slide with its frame, and the places of a layout. Out: the elements of the slide, which name themselves.
"""

"""What a deck says: its first slide, its pictures, its last slides.

In: a comparison, its pictures and who decides on their look. Out: a `Deck` of slides with frames, notes and tables.
"""

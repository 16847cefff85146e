"""Decks made earlier, brought up to date without losing what people changed in them.

In: a deck's file as it is now, and the same deck made anew. Out: the file's new bytes, and what was done and left.
"""

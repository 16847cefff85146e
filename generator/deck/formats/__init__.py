"""The files that a deck can be written as: PowerPoint, OpenDocument, a page by reveal.js, Markdown for Marp.

In: pictures laid out as slides, and the name that a person gave. Out: files by path.
"""

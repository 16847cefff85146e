"""What turns docs/ into pages: MkDocs, told where the theme's files lie.

In: a configuration and folders. Out: the configuration as MkDocs has it; `mkdocs.py` is also a program of its own.
"""

from generator.publisher.mkdocs import load

"""The template that decks are made from where no company's own is given: 16:9, four layouts, notes, a style of tables.

In: nothing. Out: the bytes of `template.pptx`, which `make generator/deck/template.pptx` writes.
"""

from generator.deck.own.template import made

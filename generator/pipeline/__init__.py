"""From content to the bytes of every file of docs/, in memory: read, lay out, paint, assemble.

In: the content folder, which only the first step reads. Out: the model and path → bytes.
"""

from generator.pipeline.decks import MadeDeck, UpdatedDeck, deck, update_deck
from generator.pipeline.making import Made, assemble, jobs, make
from generator.pipeline.reading import (
    Composed,
    brand_files,
    chosen,
    compose,
    drawings,
    inspect,
    kept_pictures,
    read,
)

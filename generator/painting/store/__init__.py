"""A store of painted files that several machines reach: whatever fsspec knows, above all S3.

In: its address. Out: a `SharedStore`, which never holds up a build for long and never ends it.
"""

from generator.painting.store.home import Home, shown
from generator.painting.store.shared import SharedStore, opened_store

"""Painting: from frames to files. Sees frames and colours, never the model.

In: a `Job`, one frame in one theme with its targets. Out: the bytes of each file; the same ones in every process.
"""

from generator.painting.batch import paint_all, paint_one, warm_up
from generator.painting.cache import Cache, key
from generator.painting.job import Job
from generator.painting.process_pool import Killed, ProcessPool
from generator.painting.target import Target, targets

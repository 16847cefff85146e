"""Painting: from frames to files. Sees frames and colours, never the model.

In: a `Job`, one frame in one theme with its targets. Out: the bytes of each file; the same ones in every process, on
every machine.
"""

from generator.painting.batch import Share, paint_all, paint_one, paint_share, warm_up
from generator.painting.cache import Cache
from generator.painting.job import Job
from generator.painting.keys import key
from generator.painting.opening import Means, here, opened
from generator.painting.painter import Painter
from generator.painting.process_pool import Killed, ProcessPool
from generator.painting.shards import Shard, shared
from generator.painting.store import shown
from generator.painting.target import Target, targets
from generator.painting.worker_pool import Processes

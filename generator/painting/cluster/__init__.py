"""Painting by the workers of a Dask cluster (https://distributed.dask.org).

In: the address of its scheduler. Out: a painter like any other. Nothing of Dask is loaded before it is asked for. The
scheduler needs nothing of Visavis: what passes through it are bytes.
"""

from generator.painting.cluster.connection import connected

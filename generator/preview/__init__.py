"""A live preview: what is saved shows in the browser by itself, and what is wrong shows above the last good page.

In: a project, a host and a port. Out: pages on this machine until the command is interrupted.
"""

from generator.preview.serve import Output, serve

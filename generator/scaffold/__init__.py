"""Scaffolds: a new role or comparison for a person to begin with.

In: an id, and the content that there is. Out: one more file of content/, valid as it is.
"""

from generator.scaffold.new import new_comparison, new_role

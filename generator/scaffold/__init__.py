"""Scaffolds: a new project, role or comparison for a person to begin with.

In: names, and the content that there is. Out: files that are valid as they are.
"""

from generator.scaffold.begin import Begun, Wish, begin, begin_example, check_free
from generator.scaffold.new import new_comparison, new_role

"""How far a build has come.

In: what each stage says as it goes on, and a clock. Out: what is done, what is left, and how long that takes.
"""

from generator.progress.course import Course, Standing
from generator.progress.step import Report, Stage, Step, unheard
